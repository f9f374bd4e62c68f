package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ExpressionMapper;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns that have a domain as their type ({@code typecmds.c: get_rels_with_domain}). */
record DomainColumns(SessionMemory memory, TypeEntry domain) {

  private record Place(RelationEntry table, AttributeEntry column) {}

  private List<FactRow> types(String column) {
    return memory
        .changes()
        .current()
        .table("pg_type")
        .where(column, Integer.toUnsignedString(domain.oid()));
  }

  /** The columns of tables; what else has the domain in it is refused. */
  private List<Place> places() {
    if (!types("typbasetype").isEmpty()) {
      throw notSimulated("domains over it");
    }
    for (FactRow array : types("typelem")) {
      attributes((int) array.oid("oid")).stream()
          .findFirst()
          .ifPresent(
              place -> {
                throw cannot(place);
              });
    }
    return attributes(domain.oid());
  }

  private static RuntimeException notSimulated(String what) {
    return ErrorReport.notSimulated("new constraints of a domain that has " + what).toException();
  }

  /** {@code find_composite_type_dependencies}. */
  private RuntimeException cannot(Place place) {
    return ErrorReport.error(
            SqlState.FEATURE_NOT_SUPPORTED,
            "cannot alter type \""
                + domain.name()
                + "\" because column \""
                + place.table().name()
                + "."
                + place.column().name()
                + "\" uses it")
        .toException();
  }

  private List<Place> attributes(int type) {
    List<Place> places = new ArrayList<>();
    memory
        .changes()
        .current()
        .table("pg_attribute")
        .where("atttypid", Integer.toUnsignedString(type))
        .stream()
        .filter(row -> !row.bool("attisdropped"))
        .forEach(row -> place(row).ifPresent(places::add));
    return places;
  }

  private Optional<Place> place(FactRow row) {
    RelationEntry relation = memory.catalog().relation((int) row.oid("attrelid")).orElseThrow();
    if (relation.kind() == 'c') {
      throw notSimulated("columns of composite types");
    }
    if (relation.kind() != 'r') {
      return Optional.empty();
    }
    memory.storage().lock(relation.oid(), LockMode.SHARE);
    return Optional.of(new Place(relation, relation.attributes().get(row.integer("attnum") - 1)));
  }

  void requireNoNulls() {
    for (Place place : places()) {
      Expression known = new Expression.NullTest(value(place), true, false, -1);
      if (new InternalQuery(memory).violates(place.table(), known)) {
        throw report(place, SqlState.NOT_NULL_VIOLATION, "contains null values");
      }
    }
  }

  /** {@code validateDomainConstraint}. */
  void require(Expression condition) {
    for (Place place : places()) {
      Expression ofColumn = new Substitution(value(place)).map(condition);
      if (new InternalQuery(memory).violates(place.table(), ofColumn)) {
        throw report(
            place, SqlState.CHECK_VIOLATION, "contains values that violate the new constraint");
      }
    }
  }

  /** The column's values, as those of the type beneath. */
  private Expression value(Place place) {
    AttributeEntry column = place.column();
    return new Expression.Var(
        0,
        0,
        column.number(),
        TypeFacts.baseType(memory.catalog(), column.type()),
        column.typmod(),
        column.collation(),
        -1);
  }

  private static RuntimeException report(Place place, SqlState state, String message) {
    return ErrorReport.error(
            state,
            "column \""
                + place.column().name()
                + "\" of table \""
                + place.table().name()
                + "\" "
                + message)
        .with(ErrorField.SCHEMA, place.table().schema())
        .with(ErrorField.TABLE, place.table().name())
        .with(ErrorField.COLUMN, place.column().name())
        .toException();
  }

  /** Puts a column where a domain's constraint says VALUE. */
  private static final class Substitution extends ExpressionMapper {
    private final Expression value;

    Substitution(Expression value) {
      this.value = value;
    }

    @Override
    public Expression onCoerceToDomainValue(Expression.CoerceToDomainValue node) {
      return value;
    }
  }
}
