package io.pgdouble.engine;

import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.FactTable;
import io.pgdouble.facts.Facts;
import io.pgdouble.settings.StoredSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The catalogs of a whole cluster as one text: a line with the greatest OID, then each shared table
 * after a line with its name and how many lines it has, then for each database and table what was
 * changed in it, after a line with both and a number of lines.
 *
 * @param lastOid the greatest OID that was given out
 */
record KeptCatalogs(ClusterCatalogs catalogs, long lastOid) {
  private static final List<String> SHARED =
      List.of("pg_roles", "pg_auth_members", "pg_database", StoredSettings.TABLE);

  private static final int HEAD_OF_DATABASE = 3;

  String text() {
    StringBuilder text = new StringBuilder(lastOid + "\n");
    for (String name : SHARED) {
      FactTable table = catalogs.initial().facts().table(name);
      text.append(name).append('\t').append(table.size() + 1).append('\n').append(table.text());
    }
    catalogs.databases().forEach((oid, version) -> write(oid, version.facts(), text));
    return text.toString();
  }

  private static void write(long database, Facts facts, StringBuilder text) {
    for (FactTable table : facts.changed()) {
      List<String> changes = SHARED.contains(table.name()) ? List.of() : table.changes();
      if (!changes.isEmpty()) {
        text.append(table.name()).append('\t').append(changes.size()).append('\t');
        text.append(database).append('\n').append(String.join("\n", changes)).append('\n');
      }
    }
  }

  /** These catalogs, with what a text tells. */
  KeptCatalogs with(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    Facts shared = catalogs.initial().facts();
    Map<Long, Facts> databases = new HashMap<>();
    int at = 1;
    while (at < lines.size() && !lines.get(at).isEmpty()) {
      String[] head = lines.get(at).split("\t");
      int end = at + 1 + Integer.parseInt(head[1]);
      List<String> rows = lines.subList(at + 1, end);
      if (head.length == HEAD_OF_DATABASE) {
        Facts before = databases.getOrDefault(Long.parseLong(head[2]), shared);
        FactTable changed = before.table(head[0]).withChanges(rows);
        databases.put(Long.parseLong(head[2]), before.with(changed));
      } else {
        String whole = String.join("\n", rows) + "\n";
        shared = shared.with(shared.table(head[0]).changed(before -> whole));
      }
      at = end;
    }
    return new KeptCatalogs(of(shared, databases), Math.max(lastOid, Long.parseLong(lines.get(0))));
  }

  private static ClusterCatalogs of(Facts shared, Map<Long, Facts> databases) {
    Map<Long, ClusterCatalogs.Version> versions = new HashMap<>();
    databases.forEach((oid, facts) -> versions.put(oid, new ClusterCatalogs.Version(facts)));
    return new ClusterCatalogs(new ClusterCatalogs.Version(shared), Map.copyOf(versions));
  }

  /** With roles of these names that may log in, where there are none. */
  KeptCatalogs withRoles(FactTable wanted) {
    Facts changed = catalogs.initial().facts();
    long oid = lastOid;
    for (FactRow row : wanted.rows()) {
      if (Roles.find(row.text("rolname"), changed).isEmpty()) {
        oid++;
        changed = changed.with(changed.table("pg_roles").withRow(values(wanted, row, oid)));
      }
    }
    Map<Long, Facts> databases = new HashMap<>();
    FactTable roles = changed.table("pg_roles");
    catalogs.databases().forEach((id, old) -> databases.put(id, old.facts().with(roles)));
    return new KeptCatalogs(of(changed, databases), oid);
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
