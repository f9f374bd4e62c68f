package io.pgdouble.engine.command;

import io.pgdouble.facts.FactRow;
import java.util.HashMap;
import java.util.Map;

/**
 * The rows of the triggers by which PostgreSQL keeps a foreign key ({@code tablecmds.c:
 * createForeignKeyActionTriggers}). Here they are shown, and it is kept otherwise.
 */
record ForeignKeyTriggers(CatalogRows rows, ObjectAddress constraint) {
  /** {@code trigger.h: TRIGGER_TYPE_ROW} with an event each. */
  private static final int INSERT = 5;

  private static final int DELETE = 9;
  private static final int UPDATE = 17;

  void insert(FactRow key) {
    String table = key.text("conrelid");
    String referenced = key.text("confrelid");
    Ends action = new Ends(referenced, table);
    insert(key, action, function(key.letter("confdeltype"), "del"), DELETE);
    insert(key, action, function(key.letter("confupdtype"), "upd"), UPDATE);
    Ends check = new Ends(table, referenced);
    insert(key, check, "RI_FKey_check_ins", INSERT);
    insert(key, check, "RI_FKey_check_upd", UPDATE);
    for (String relation : new String[] {table, referenced}) {
      rows.change("pg_class", Long.parseLong(relation), "relhastriggers", "t");
    }
  }

  /** The table whose rows fire a trigger, and the other one. */
  private record Ends(String table, String other) {}

  private static String function(char action, String event) {
    String word =
        switch (action) {
          case 'a' -> "noaction";
          case 'r' -> "restrict";
          case 'c' -> "cascade";
          case 'n' -> "setnull";
          case 'd' -> "setdefault";
          default -> throw new IllegalArgumentException("no action " + action);
        };
    return "RI_FKey_" + word + "_" + event;
  }

  private void insert(FactRow key, Ends ends, String function, int type) {
    long oid = rows.newOid();
    boolean checks = ends.table().equals(key.text("conrelid")) && function.contains("check");
    boolean deferrable = checks || function.contains("noaction");
    FactRow proc = rows.facts().table("pg_proc").where("proname", function).get(0);
    Map<String, String> row = new HashMap<>();
    row.put("tgrelid", ends.table());
    row.put("tgparentid", "0");
    row.put("tgname", "RI_ConstraintTrigger_" + (checks ? "c_" : "a_") + oid);
    row.put("tgfoid", proc.text("oid"));
    row.put("tgtype", Integer.toString(type));
    row.put("tgenabled", "O");
    row.put("tgisinternal", "t");
    row.put("tgconstrrelid", ends.other());
    row.put("tgconstrindid", key.text("conindid"));
    row.put("tgconstraint", Long.toString(constraint.oid()));
    row.put("tgdeferrable", deferrable ? key.text("condeferrable") : "f");
    row.put("tginitdeferred", deferrable ? key.text("condeferred") : "f");
    row.put("tgnargs", "0");
    row.put("tgattr", "");
    row.put("tgargs", "");
    rows.insert("pg_trigger", oid, row);
    ObjectAddress address = new ObjectAddress(ObjectAddress.TRIGGER, oid, 0);
    rows.depend(address, constraint, 'i');
  }
}
