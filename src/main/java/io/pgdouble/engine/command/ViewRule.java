package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.NodeText;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.MajorChange;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The rule that holds the query of a view ({@code rewriteDefine.c: InsertRule}). */
record ViewRule(SessionMemory memory, RelationEntry view) {
  private static final String TABLE = "pg_rewrite";

  void store(Query query) {
    CatalogRows rows = new CatalogRows(memory.changes());
    String tree = new NodeText(memory.catalog()).write(query);
    Optional<FactRow> there =
        rows.facts().table(TABLE).where("ev_class", Integer.toUnsignedString(view.oid())).stream()
            .findFirst();
    long oid = there.map(row -> row.oid("oid")).orElseGet(rows::newOid);
    ObjectAddress address = new ObjectAddress(ObjectAddress.REWRITE, oid, 0);
    if (there.isPresent()) {
      rows.change(TABLE, oid, "ev_action", tree);
      rows.dependenciesOf(address).forEach(row -> rows.delete("pg_depend", CatalogRows.key(row)));
    } else {
      rows.insert(TABLE, oid, row(tree));
      rows.change("pg_class", Integer.toUnsignedLong(view.oid()), "relhasrules", "t");
    }
    ObjectAddress self = ObjectAddress.relation(Integer.toUnsignedLong(view.oid()));
    rows.depend(address, self, 'i');
    if (!MajorChange.RULES_OF_VIEWS_ARE_BARE.isIn(memory.execution().facts().major())) {
      rows.depend(address, self, 'n');
    }
    QueryDependencies.of(memory.catalog(), query).forEach(one -> rows.depend(address, one, 'n'));
  }

  private Map<String, String> row(String tree) {
    Map<String, String> row = new HashMap<>();
    row.put("rulename", "_RETURN");
    row.put("ev_class", Integer.toUnsignedString(view.oid()));
    row.put("ev_type", "1");
    row.put("ev_enabled", "O");
    row.put("is_instead", "t");
    row.put("ev_qual", "<>");
    row.put("ev_action", tree);
    return row;
  }
}
