package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.tree.AlterTableCmd;
import io.pgdouble.engine.tree.Constraint;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.DefElemAction;
import io.pgdouble.engine.tree.OptionList;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.List;
import java.util.Optional;

/** ADD, SET and DROP IDENTITY ({@code tablecmds.c: ATExecAddIdentity} and its neighbours). */
record IdentityActions(AlterTableActions actions, AttributeEntry column) {
  private static final String GENERATED = "generated";

  private SessionMemory memory() {
    return actions.memory();
  }

  private CatalogRows rows() {
    return new CatalogRows(memory().changes());
  }

  private String shown() {
    return "column \"" + column.name() + "\" of relation \"" + actions.table().name() + "\" ";
  }

  private ReportedError wrong(String message) {
    return new ReportedError(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, shown() + message);
  }

  private void change(String identity) {
    String key = Integer.toUnsignedString(actions.tableOid()) + "\t" + column.number();
    rows().change("pg_attribute", key, "attidentity", Optional.of(identity));
  }

  void add(Constraint constraint) {
    SequenceOptions.checkType(column.type(), "identity column");
    if (!column.notNull()) {
      throw wrong("must be declared NOT NULL before identity can be added");
    }
    if (!column.identity().isEmpty()) {
      throw wrong("is already an identity column");
    }
    if (column.hasDefault()) {
      throw wrong("already has a default value");
    }
    RelationEntry table = actions.table();
    long schema = new Schemas(memory()).require(table.schema());
    SequenceOptions options = new SequenceOptions(constraint.options(), "identity column");
    String name =
        new ObjectNames(rows().facts(), schema).relation(table.name(), column.name(), "seq");
    long sequence =
        new SequenceRows(memory())
            .insert(
                name,
                new CreationSchema(schema, table.schema(), table.persistence()),
                options.ofType(column.type()));
    change(constraint.details().generatedWhen());
    ObjectAddress address =
        ObjectAddress.column(Integer.toUnsignedLong(table.oid()), column.number());
    new SequenceRows(memory()).own(sequence, address, 'i');
  }

  void set(OptionList list) {
    if (column.identity().isEmpty()) {
      throw wrong("is not an identity column");
    }
    List<DefElem> others =
        list.options().stream().filter(one -> !one.name().equals(GENERATED)).toList();
    if (!others.isEmpty()) {
      new AlterSequenceCommand(memory())
          .change(
              memory().catalog().relation((int) sequence()).orElseThrow(),
              new SequenceOptions(others, "sequence"));
    }
    List<DefElem> generated =
        list.options().stream().filter(one -> one.name().equals(GENERATED)).toList();
    if (generated.size() > 1) {
      throw new ReportedError(SqlState.SYNTAX_ERROR, "conflicting or redundant options");
    }
    generated.forEach(one -> change(((StringValue) one.arg().orElseThrow()).value()));
  }

  /** The sequence's values become of the column's type. */
  void setType(int type, TypeName name) {
    SequenceOptions.checkType(type, "identity column");
    DefElem as = new DefElem(Optional.empty(), "as", Optional.of(name), DefElemAction.UNSPEC, -1);
    new AlterSequenceCommand(memory())
        .change(
            memory().catalog().relation((int) sequence()).orElseThrow(),
            new SequenceOptions(List.of(as), "identity column"));
  }

  void drop(AlterTableCmd cmd) {
    if (column.identity().isEmpty() && !cmd.missingOk()) {
      throw wrong("is not an identity column");
    }
    if (column.identity().isEmpty()) {
      memory()
          .notice(
              ErrorReport.notice(
                  SqlState.SUCCESSFUL_COMPLETION, shown() + "is not an identity column, skipping"));
      return;
    }
    ObjectAddress sequence = ObjectAddress.relation(sequence());
    change("");
    for (FactRow row : rows().dependenciesOf(sequence)) {
      if (row.letter("deptype") == 'i') {
        rows().delete("pg_depend", CatalogRows.key(row));
      }
    }
    new Deletion(memory()).dropQuietly(sequence);
  }

  private long sequence() {
    return IdentitySequence.of(rows(), actions.table(), column).oid("seqrelid");
  }
}
