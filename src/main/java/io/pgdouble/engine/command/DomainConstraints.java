package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.DefinitionExpressions;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.definition.NodeText;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.tree.Constraint;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CHECK constraints of domains ({@code typecmds.c: domainAddCheckConstraint}). */
record DomainConstraints(SessionMemory memory, TypeEntry domain) {
  private static final String TABLE = "pg_constraint";

  List<FactRow> rows() {
    String oid = Integer.toUnsignedString(domain.oid());
    return memory.changes().current().table(TABLE).where("contypid", oid);
  }

  Optional<FactRow> find(String name) {
    return rows().stream().filter(row -> row.text("conname").equals(name)).findFirst();
  }

  /** That there is none of a name. */
  ReportedError missing(String name) {
    return new ReportedError(
        SqlState.UNDEFINED_OBJECT,
        "constraint \"" + name + "\" for domain " + shown() + " does not exist");
  }

  private String shown() {
    return TypeLookup.shown(memory, domain);
  }

  /**
   * @return its condition
   */
  Expression add(Constraint constraint) {
    long schema = new Schemas(memory).require(domain.schema());
    String name =
        constraint
            .conname()
            .map(this::requireNew)
            .orElseGet(
                () ->
                    new ObjectNames(memory.changes().current(), schema)
                        .constraint(domain.name(), "", "check", List.of()));
    Expression condition =
        new DefinitionExpressions(memory.analysis(memory.execution()))
            .domainCheck(domain, constraint.rawExpr().orElseThrow());
    Map<String, String> row = row(name, schema);
    row.put("convalidated", constraint.attributes().skipValidation() ? "f" : "t");
    row.put("conbin", new NodeText(memory.catalog()).write(condition));
    CatalogRows rows = new CatalogRows(memory.changes());
    long oid = rows.newOid();
    rows.insert(TABLE, oid, row);
    ObjectAddress address = ObjectAddress.constraint(oid);
    rows.depend(address, ObjectAddress.type(Integer.toUnsignedLong(domain.oid())), 'a');
    new ExpressionDependencies(rows, address).record(condition, 0);
    return condition;
  }

  String requireNew(String name) {
    if (find(name).isPresent()) {
      throw new ReportedError(
          SqlState.DUPLICATE_OBJECT,
          "constraint \"" + name + "\" for domain " + shown() + " already exists");
    }
    return name;
  }

  private Map<String, String> row(String name, long schema) {
    Map<String, String> row = new HashMap<>();
    row.put("conname", name);
    row.put("connamespace", Long.toString(schema));
    row.put("contype", "c");
    row.put("contypid", Integer.toUnsignedString(domain.oid()));
    for (String zero : List.of("conrelid", "conindid", "conparentid", "confrelid", "coninhcount")) {
      row.put(zero, "0");
    }
    for (String blank : List.of("confupdtype", "confdeltype", "confmatchtype")) {
      row.put(blank, " ");
    }
    for (String no : List.of("condeferrable", "condeferred", "connoinherit")) {
      row.put(no, "f");
    }
    row.put("conislocal", "t");
    return row;
  }
}
