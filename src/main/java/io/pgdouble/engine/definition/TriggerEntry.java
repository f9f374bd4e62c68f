package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.facts.FactRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A trigger ({@code trigger.c: RelationBuildTriggers}).
 *
 * @param type {@code tgtype}, by the bits here
 * @param enabled {@code tgenabled}
 * @param columns numbers of the columns of UPDATE OF; empty for all
 * @param when over two rows of the table: relation 0 is the old one, relation 1 the new one
 * @param constraint OID of the constraint, 0 where it is none
 */
public record TriggerEntry(
    int oid,
    String name,
    int function,
    int type,
    char enabled,
    List<Integer> columns,
    List<String> arguments,
    Optional<Expression> when,
    int constraint,
    boolean deferrable,
    boolean initiallyDeferred,
    Optional<String> oldTable,
    Optional<String> newTable) {
  public static final int ROW = 1;
  public static final int BEFORE = 1 << 1;
  public static final int INSERT = 1 << 2;
  public static final int DELETE = 1 << 3;
  public static final int UPDATE = 1 << 4;
  public static final int TRUNCATE = 1 << 5;
  public static final int INSTEAD = 1 << 6;

  /** {@code pg_trigger.tgargs}: each ends with a zero. */
  public static String arguments(List<String> arguments) {
    StringBuilder bytes = new StringBuilder();
    arguments.forEach(one -> bytes.append(one).append('\0'));
    return "\\x" + HexFormat.of().formatHex(bytes.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> arguments(FactRow row) {
    String hex = row.text("tgargs");
    if (row.integer("tgnargs") == 0) {
      return List.of();
    }
    byte[] bytes = HexFormat.of().parseHex(hex.substring(2));
    String text = new String(bytes, StandardCharsets.UTF_8);
    return new ArrayList<>(Arrays.asList(text.split("\0", -1))).subList(0, row.integer("tgnargs"));
  }

  /** A row of {@code pg_trigger}. */
  static TriggerEntry of(FactRow row, Catalog catalog) {
    return new TriggerEntry(
        (int) row.oid("oid"),
        row.text("tgname"),
        (int) row.oid("tgfoid"),
        row.integer("tgtype"),
        row.letter("tgenabled"),
        Arrays.stream(row.oids("tgattr")).mapToObj(number -> (int) number).toList(),
        arguments(row),
        row.find("tgqual").map(tree -> new NodeText(catalog).read(tree, Expression.class)),
        (int) row.oid("tgconstraint"),
        row.bool("tgdeferrable"),
        row.bool("tginitdeferred"),
        row.find("tgoldtable"),
        row.find("tgnewtable"));
  }
}
