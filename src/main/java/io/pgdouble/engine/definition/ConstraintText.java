package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.function.ObjectDefinitions.Style;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.FactRow;
import java.util.Arrays;

/** A constraint as SQL ({@code ruleutils.c: pg_get_constraintdef_worker}). */
record ConstraintText(DefinitionTexts texts, FactRow row) {

  String of(Style style) {
    String text =
        switch (row.letter("contype")) {
          case 'f' -> foreignKey();
          case 'p' -> "PRIMARY KEY " + key();
          case 'u' -> "UNIQUE " + nulls() + key();
          case 'c' -> check(style);
          default -> throw ErrorReport.notSimulated("the text of this constraint").toException();
        };
    return text
        + (row.bool("condeferrable") ? " DEFERRABLE" : "")
        + (row.bool("condeferred") ? " INITIALLY DEFERRED" : "")
        + (row.bool("convalidated") ? "" : " NOT VALID");
  }

  private String nulls() {
    boolean notDistinct = texts.indexRow(row.oid("conindid")).isSaid("indnullsnotdistinct");
    return notDistinct ? "NULLS NOT DISTINCT " : "";
  }

  private String key() {
    RelationEntry table = texts.relationEntry(row.oid("conrelid"));
    FactRow index = texts.indexRow(row.oid("conindid"));
    long[] all = index.oids("indkey");
    long[] included = Arrays.copyOfRange(all, index.integer("indnkeyatts"), all.length);
    return "("
        + texts.columns(table, row.oids("conkey"))
        + ")"
        + (included.length == 0 ? "" : " INCLUDE (" + texts.columns(table, included) + ")");
  }

  private String check(Style style) {
    String condition =
        texts.expression(row.text("conbin"), row.oid("conrelid"), style).orElseThrow();
    return "CHECK (" + condition + ")" + (row.bool("connoinherit") ? " NO INHERIT" : "");
  }

  private String foreignKey() {
    RelationEntry table = texts.relationEntry(row.oid("conrelid"));
    RelationEntry referenced = texts.relationEntry(row.oid("confrelid"));
    String set =
        row.isNull("confdelsetcols")
            ? ""
            : " (" + texts.columns(table, row.oids("confdelsetcols")) + ")";
    return "FOREIGN KEY ("
        + texts.columns(table, row.oids("conkey"))
        + ") REFERENCES "
        + texts.relationName(row.oid("confrelid"))
        + "("
        + texts.columns(referenced, row.oids("confkey"))
        + ")"
        + (row.letter("confmatchtype") == 'f' ? " MATCH FULL" : "")
        + action(" ON UPDATE ", row.letter("confupdtype"))
        + action(" ON DELETE ", row.letter("confdeltype"))
        + set;
  }

  private static String action(String event, char letter) {
    return switch (letter) {
      case 'r' -> event + "RESTRICT";
      case 'c' -> event + "CASCADE";
      case 'n' -> event + "SET NULL";
      case 'd' -> event + "SET DEFAULT";
      default -> "";
    };
  }
}
