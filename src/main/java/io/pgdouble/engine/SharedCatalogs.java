package io.pgdouble.engine;

import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.FactTable;
import io.pgdouble.facts.Facts;
import io.pgdouble.settings.StoredSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The catalogs of a whole cluster as one text: a line with the greatest OID, then each table after
 * a line with its name and how many lines it has.
 *
 * @param lastOid the greatest OID that was given out
 */
record SharedCatalogs(Facts facts, long lastOid) {
  private static final List<String> TABLES =
      List.of("pg_roles", "pg_auth_members", "pg_database", StoredSettings.TABLE);

  String text() {
    StringBuilder text = new StringBuilder(lastOid + "\n");
    for (String name : TABLES) {
      FactTable table = facts.table(name);
      text.append(name).append('\t').append(table.size() + 1).append('\n').append(table.text());
    }
    return text.toString();
  }

  /** These facts, with what a text tells. */
  SharedCatalogs with(String text) {
    String[] lines = text.split("\n", -1);
    Facts changed = facts;
    int at = 1;
    while (at < lines.length && !lines[at].isEmpty()) {
      String[] head = lines[at].split("\t");
      int end = at + 1 + Integer.parseInt(head[1]);
      String rows = String.join("\n", List.of(lines).subList(at + 1, end)) + "\n";
      changed = changed.with(changed.table(head[0]).changed(before -> rows));
      at = end;
    }
    return new SharedCatalogs(changed, Math.max(lastOid, Long.parseLong(lines[0])));
  }

  /** With roles of these names that may log in, where there are none. */
  SharedCatalogs withRoles(FactTable wanted) {
    Facts changed = facts;
    long oid = lastOid;
    for (FactRow row : wanted.rows()) {
      if (Roles.find(row.text("rolname"), changed).isEmpty()) {
        oid++;
        changed = changed.with(changed.table("pg_roles").withRow(values(wanted, row, oid)));
      }
    }
    return new SharedCatalogs(changed, oid);
  }

  private static Map<String, String> values(FactTable table, FactRow row, long oid) {
    Map<String, String> values = new HashMap<>();
    for (String column : table.columns()) {
      row.find(column).ifPresent(value -> values.put(column, value));
    }
    values.put("oid", Long.toString(oid));
    return values;
  }
}
