package io.pgdouble.engine.catalog;

import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.SchemaNames;
import java.util.List;

/** From rows of facts to entries. */
final class FactEntries {
  private FactEntries() {}

  static TypeEntry type(FactRow row, SchemaNames schemas) {
    return new TypeEntry(
        oid(row, "oid"),
        row.text("typname"),
        schemas.of(row, "typnamespace"),
        row.integer("typlen"),
        row.letter("typtype"),
        row.letter("typcategory"),
        row.bool("typispreferred"),
        row.bool("typisdefined"),
        oid(row, "typrelid"),
        row.text("typsubscript"),
        oid(row, "typelem"),
        oid(row, "typarray"),
        oid(row, "typbasetype"),
        row.integer("typtypmod"),
        oid(row, "typcollation"),
        row.text("typinput"),
        row.text("typmodin"));
  }

  static ProcEntry proc(FactRow row, SchemaNames schemas) {
    return new ProcEntry(
        oid(row, "oid"),
        row.text("proname"),
        schemas.of(row, "pronamespace"),
        row.letter("prokind"),
        row.text("prolang"),
        row.letter("provolatile"),
        row.bool("proisstrict"),
        row.bool("proretset"),
        oid(row, "prorettype"),
        oids(row, "proargtypes"),
        oids(row, "proallargtypes"),
        modes(row.list("proargmodes")),
        row.list("proargnames"),
        oid(row, "provariadic"),
        row.list("prodefaults"),
        body(row),
        implementation(row),
        isRestricted(row));
  }

  private static boolean isRestricted(FactRow proc) {
    return !proc.isNull("proacl")
        && proc.list("proacl").stream().noneMatch(item -> item.startsWith("="));
  }

  /** Whether not everybody may read a relation. */
  static boolean isHidden(FactRow relation) {
    return relation.list("relacl").stream().noneMatch(item -> item.matches("=[a-zA-Z*]*r.*/.*"));
  }

  private static Implementation implementation(FactRow row) {
    if (row.text("prolang").equals("plpgsql")) {
      return Implementation.internal("");
    }
    return row.text("prolang").equals("sql")
        ? Implementation.sql(row.text("proname"), oids(row, "proargtypes"))
        : Implementation.internal(row.text("prosrc"));
  }

  private static String body(FactRow row) {
    return row.find("prosqlbody").orElseGet(() -> row.text("prosrc"));
  }

  private static char[] modes(List<String> modes) {
    char[] letters = new char[modes.size()];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = modes.get(i).charAt(0);
    }
    return letters;
  }

  static OperatorEntry operator(FactRow row) {
    return new OperatorEntry(
        oid(row, "oid"),
        row.text("oprname"),
        row.text("oprnamespace"),
        oid(row, "oprleft"),
        oid(row, "oprright"),
        oid(row, "oprresult"),
        oid(row, "oprcode"),
        oid(row, "oprcom"),
        oid(row, "oprnegate"),
        row.bool("oprcanmerge"),
        row.bool("oprcanhash"));
  }

  static CastEntry cast(FactRow row) {
    return new CastEntry(
        oid(row, "castsource"),
        oid(row, "casttarget"),
        oid(row, "castfunc"),
        row.letter("castcontext"),
        row.letter("castmethod"));
  }

  static AggregateEntry aggregate(FactRow row, BuiltinEntries catalog) {
    int finish = oid(row, "aggfinalfn");
    return new AggregateEntry(
        oid(row, "aggfnoid"),
        row.letter("aggkind"),
        row.integer("aggnumdirectargs"),
        oid(row, "aggtransfn"),
        finish,
        row.bool("aggfinalextra"),
        oid(row, "aggsortop"),
        oid(row, "aggtranstype"),
        catalog.proc(oid(row, "aggtransfn")).source(),
        finish == 0 ? "-" : catalog.proc(finish).source(),
        row.find("agginitval"));
  }

  static CollationEntry collation(FactRow row) {
    return new CollationEntry(
        oid(row, "oid"),
        row.text("collname"),
        row.text("collnamespace"),
        row.letter("collprovider"),
        row.bool("collisdeterministic"),
        row.integer("collencoding"));
  }

  static AttributeEntry attribute(FactRow row) {
    return new AttributeEntry(
        row.integer("attnum"),
        row.text("attname"),
        oid(row, "atttypid"),
        row.integer("atttypmod"),
        oid(row, "attcollation"),
        row.bool("attnotnull"),
        row.bool("atthasdef"),
        row.find("attidentity").filter(kind -> !kind.isBlank()).orElse(""),
        row.find("attgenerated").filter(kind -> !kind.isBlank()).orElse(""),
        row.bool("attisdropped"),
        row.find("attmissingval"));
  }

  static int oid(FactRow row, String column) {
    return (int) row.oid(column);
  }

  private static int[] oids(FactRow row, String column) {
    long[] wide = row.oids(column);
    int[] oids = new int[wide.length];
    for (int i = 0; i < oids.length; i++) {
      oids[i] = (int) wide[i];
    }
    return oids;
  }
}
