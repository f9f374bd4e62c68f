package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.DefinitionExpressions;
import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.NodeText;
import io.pgdouble.engine.definition.TriggerEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.CreateTrigStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** CREATE TRIGGER ({@code trigger.c: CreateTriggerFiringOn}). */
record CreateTriggerCommand(SessionMemory memory, CreateTrigStmt node) {

  Completion run(UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    RelationLookup lookup = new RelationLookup(memory);
    TableLocks locks = new TableLocks(memory);
    RelationEntry table =
        locks.require(() -> lookup.require(node.relation()), LockMode.SHARE_ROW_EXCLUSIVE);
    TriggerChecks checks = new TriggerChecks(node, table);
    checks.relation();
    Optional<RelationEntry> from =
        node.constrrel()
            .map(other -> locks.require(() -> lookup.require(other), LockMode.ACCESS_SHARE));
    requireRight(table);
    from.ifPresent(this::requireRight);
    checks.type();
    Optional<Expression> when = node.whenClause().map(raw -> condition(table, checks));
    ProcEntry function = new TriggerFunctions(memory).find(node.funcname());
    Optional<FactRow> known = new TriggerLookup(memory, table).find(node.trigname());
    known.ifPresent(row -> requireReplaceable(table, row));
    if (table.kind() == 'v') {
      throw ErrorReport.notSimulated("triggers of views").toException();
    }
    store(new Parts(table, from, when, function, known));
    return in.done();
  }

  private void requireRight(RelationEntry relation) {
    new ObjectRights(memory)
        .check(
            new ObjectRights.Kind(
                Securable.TABLE,
                RelationKind.of(relation.kind()).map(RelationKind::word).orElse("relation")),
            Integer.toUnsignedLong(relation.oid()),
            't');
  }

  private Expression condition(RelationEntry table, TriggerChecks checks) {
    Expression condition =
        new DefinitionExpressions(memory.analysis(memory.execution()))
            .triggerCondition(table, node.whenClause().orElseThrow());
    checks.condition(condition);
    return condition;
  }

  private void requireReplaceable(RelationEntry table, FactRow known) {
    String what = "trigger \"" + node.trigname() + "\" for relation \"" + table.name() + "\" ";
    if (!node.replace()) {
      throw new ReportedError(SqlState.DUPLICATE_OBJECT, what + "already exists");
    }
    if (known.bool("tgisinternal")) {
      throw new ReportedError(
          SqlState.DUPLICATE_OBJECT, what + "is an internal or a child trigger");
    }
    if (known.oid("tgconstraint") != 0) {
      throw new ReportedError(SqlState.DUPLICATE_OBJECT, what + "is a constraint trigger");
    }
  }

  private record Parts(
      RelationEntry table,
      Optional<RelationEntry> from,
      Optional<Expression> when,
      ProcEntry function,
      Optional<FactRow> known) {}

  private void store(Parts parts) {
    CatalogRows rows = new CatalogRows(memory.changes());
    long oid = parts.known().map(row -> row.oid("oid")).orElseGet(rows::newOid);
    ObjectAddress trigger = new ObjectAddress(ObjectAddress.TRIGGER, oid, 0);
    Optional<ObjectAddress> constraint =
        node.constraint() ? Optional.of(constraint(parts.table())) : Optional.empty();
    List<Integer> columns = columns(parts.table());
    Map<String, String> row = row(parts, columns);
    row.put("tgconstraint", constraint.map(one -> Long.toString(one.oid())).orElse("0"));
    if (parts.known().isPresent()) {
      rows.delete("pg_trigger", Long.toString(oid));
      for (FactRow old : rows.dependenciesOf(trigger)) {
        rows.delete("pg_depend", CatalogRows.key(old));
      }
    }
    rows.insert("pg_trigger", oid, row);
    long table = Integer.toUnsignedLong(parts.table().oid());
    rows.change("pg_class", table, "relhastriggers", "t");
    long function = Integer.toUnsignedLong(parts.function().oid());
    rows.depend(trigger, new ObjectAddress(ObjectAddress.PROC, function, 0), 'n');
    rows.depend(trigger, ObjectAddress.relation(table), 'a');
    parts
        .from()
        .map(from -> ObjectAddress.relation(Integer.toUnsignedLong(from.oid())))
        .ifPresent(from -> rows.depend(trigger, from, 'a'));
    constraint.ifPresent(one -> rows.depend(one, trigger, 'i'));
    columns.forEach(column -> rows.depend(trigger, ObjectAddress.column(table, column), 'n'));
    parts.when().ifPresent(when -> new ExpressionDependencies(rows, trigger).record(when, table));
  }

  private ObjectAddress constraint(RelationEntry table) {
    CatalogRows rows = new CatalogRows(memory.changes());
    Map<String, String> row = new ConstraintRows(memory, table).row(node.trigname(), 't');
    row.put("condeferrable", node.deferrable() ? "t" : "f");
    row.put("condeferred", node.initdeferred() ? "t" : "f");
    long oid = rows.newOid();
    rows.insert("pg_constraint", oid, row);
    ObjectAddress address = ObjectAddress.constraint(oid);
    rows.depend(address, ObjectAddress.relation(Integer.toUnsignedLong(table.oid())), 'a');
    return address;
  }

  private Map<String, String> row(Parts parts, List<Integer> columns) {
    int type = (node.row() ? TriggerEntry.ROW : 0) | node.timing() | node.events();
    Map<String, String> row = new HashMap<>();
    row.put("tgrelid", Integer.toUnsignedString(parts.table().oid()));
    row.put("tgparentid", "0");
    row.put("tgname", node.trigname());
    row.put("tgfoid", Integer.toUnsignedString(parts.function().oid()));
    row.put("tgtype", Integer.toString(type));
    row.put("tgenabled", "O");
    row.put("tgisinternal", "f");
    row.put(
        "tgconstrrelid", parts.from().map(one -> Integer.toUnsignedString(one.oid())).orElse("0"));
    row.put("tgconstrindid", "0");
    row.put("tgdeferrable", node.deferrable() ? "t" : "f");
    row.put("tginitdeferred", node.initdeferred() ? "t" : "f");
    row.put("tgnargs", Integer.toString(node.args().size()));
    row.put("tgattr", columns.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    row.put("tgargs", TriggerEntry.arguments(node.args()));
    parts.when().ifPresent(when -> row.put("tgqual", new NodeText(memory.catalog()).write(when)));
    node.transitionRels()
        .forEach(one -> row.put(one.isNew() ? "tgnewtable" : "tgoldtable", one.name()));
    return row;
  }

  private List<Integer> columns(RelationEntry table) {
    List<Integer> numbers = new ArrayList<>();
    for (String name : node.columns()) {
      int number = table.require(name).number();
      if (numbers.contains(number)) {
        throw new ReportedError(
            SqlState.DUPLICATE_COLUMN, "column \"" + name + "\" specified more than once");
      }
      numbers.add(number);
    }
    return numbers;
  }
}
