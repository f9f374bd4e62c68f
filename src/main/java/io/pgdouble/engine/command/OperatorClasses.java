package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import java.util.List;
import java.util.Optional;

/** Operator classes of index columns ({@code indexcmds.c: GetDefaultOpClass}). */
record OperatorClasses(Catalog catalog, Facts facts, FactRow accessMethod) {
  private static final int ANYARRAY = 2277;
  private static final int ANYENUM = 3500;
  private static final int RECORD = 2249;
  private static final int ANYRANGE = 3831;
  private static final int ANYMULTIRANGE = 4537;

  /** The default class for a type. */
  FactRow requireDefault(int type) {
    return findDefault(TypeFacts.baseType(catalog, type))
        .orElseThrow(
            () ->
                ErrorReport.error(
                        SqlState.UNDEFINED_OBJECT,
                        "data type "
                            + TypeFacts.name(type)
                            + " has no default operator class for access method \""
                            + accessMethod.text("amname")
                            + "\"")
                    .withHint(
                        "You must specify an operator class for the index or define a default"
                            + " operator class for the data type.")
                    .toException());
  }

  /**
   * A class of that name ({@code ResolveOpClass}).
   *
   * @throws io.pgdouble.error.ReportedError where there is none, or it is for another type
   */
  FactRow named(List<String> name, int type) {
    String bare = name.get(name.size() - 1);
    FactRow found =
        all().stream()
            .filter(row -> row.text("opcname").equals(bare))
            .findFirst()
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.UNDEFINED_OBJECT,
                        "operator class \""
                            + String.join(".", name)
                            + "\" does not exist for access method \""
                            + accessMethod.text("amname")
                            + "\""));
    if (!accepts(TypeFacts.baseType(catalog, type), (int) found.oid("opcintype"))) {
      throw new ReportedError(
          SqlState.DATATYPE_MISMATCH,
          "operator class \""
              + String.join(".", name)
              + "\" does not accept data type "
              + TypeFacts.name(type));
    }
    return found;
  }

  List<FactRow> all() {
    return facts.table("pg_opclass").where("opcmethod", accessMethod.text("oid"));
  }

  private Optional<FactRow> findDefault(int type) {
    Optional<FactRow> exact =
        all().stream()
            .filter(row -> row.bool("opcdefault") && (int) row.oid("opcintype") == type)
            .findFirst();
    if (exact.isPresent()) {
      return exact;
    }
    Optional<FactRow> found = Optional.empty();
    for (FactRow row : all()) {
      int input = (int) row.oid("opcintype");
      if (row.bool("opcdefault") && accepts(type, input)) {
        boolean better = catalog.type(input).preferred();
        found = found.isEmpty() || better ? Optional.of(row) : found;
      }
    }
    return found;
  }

  /** {@code IsBinaryCoercible}. */
  boolean accepts(int type, int input) {
    TypeEntry entry = catalog.type(type);
    return type == input
        || input == ANYARRAY && entry.isTrueArray()
        || input == ANYENUM && entry.kind() == 'e'
        || input == ANYRANGE && entry.kind() == 'r'
        || input == ANYMULTIRANGE && entry.kind() == 'm'
        || input == RECORD && entry.kind() == 'c'
        || catalog
            .cast(type, input)
            .filter(cast -> cast.method() == 'b' && cast.context() == 'i')
            .isPresent();
  }
}
