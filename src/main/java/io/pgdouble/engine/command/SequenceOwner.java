package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.UnsupportedKind;
import java.util.List;
import java.util.Optional;

/** OWNED BY of a sequence ({@code sequence.c: process_owned_by}). */
record SequenceOwner(SessionMemory memory) {

  void set(RelationEntry sequence, Node ownedBy) {
    List<String> names = DropCommand.names(ownedBy);
    ObjectAddress address = ObjectAddress.relation(Integer.toUnsignedLong(sequence.oid()));
    CatalogRows rows = new CatalogRows(memory.changes());
    if (names.size() == 1) {
      if (!names.get(0).equals("none")) {
        throw ErrorReport.error(SqlState.SYNTAX_ERROR, "invalid OWNED BY option")
            .withHint("Specify OWNED BY table.column or OWNED BY NONE.")
            .toException();
      }
      forget(rows, address);
      return;
    }
    RelationEntry table = new RelationLookup(memory).require(names.subList(0, names.size() - 1));
    AttributeEntry column = table.require(names.get(names.size() - 1));
    check(sequence, table);
    forget(rows, address);
    ObjectAddress owner =
        ObjectAddress.column(Integer.toUnsignedLong(table.oid()), column.number());
    new SequenceRows(memory).own(address.oid(), owner, 'a');
  }

  private static void check(RelationEntry sequence, RelationEntry table) {
    if ("rfpv".indexOf(table.kind()) < 0) {
      throw ErrorReport.error(
              SqlState.WRONG_OBJECT_TYPE,
              "sequence cannot be owned by relation \"" + table.name() + "\"")
          .withDetail(UnsupportedKind.detail(table.kind()))
          .toException();
    }
    if (sequence.owner() != table.owner()) {
      throw new ReportedError(
          SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
          "sequence must have same owner as table it is linked to");
    }
    if (!sequence.schema().equals(table.schema())) {
      throw new ReportedError(
          SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
          "sequence must be in same schema as table it is linked to");
    }
  }

  private static void forget(CatalogRows rows, ObjectAddress sequence) {
    for (FactRow row : rows.dependenciesOf(sequence)) {
      if (row.letter("deptype") == 'i') {
        throw ErrorReport.error(
                SqlState.FEATURE_NOT_SUPPORTED, "cannot change ownership of identity sequence")
            .withDetail(
                "Sequence \""
                    + name(rows, sequence.oid())
                    + "\" is linked to table \""
                    + name(rows, row.oid("refobjid"))
                    + "\".")
            .toException();
      }
      if (row.letter("deptype") == 'a') {
        rows.delete("pg_depend", CatalogRows.key(row));
      }
    }
  }

  private static String name(CatalogRows rows, long relation) {
    return rows.facts().table("pg_class").byOid(relation).orElseThrow().text("relname");
  }

  /** The column that owns a sequence. */
  static Optional<ObjectAddress> of(CatalogRows rows, long sequence) {
    return rows.dependenciesOf(ObjectAddress.relation(sequence)).stream()
        .filter(row -> "ai".indexOf(row.letter("deptype")) >= 0 && row.integer("refobjsubid") > 0)
        .map(row -> ObjectAddress.column(row.oid("refobjid"), row.integer("refobjsubid")))
        .findFirst();
  }
}
