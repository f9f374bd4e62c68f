package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.function.ObjectDefinitions.Style;
import io.pgdouble.facts.FactRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An index as SQL ({@code ruleutils.c: pg_get_indexdef_worker}). */
record IndexText(DefinitionTexts texts, FactRow row, Style style) {
  private static final int DESCENDING = 1;
  private static final int NULLS_FIRST = 2;

  /** One column, from 1, or all for 0. */
  String of(int column) {
    List<String> keys = keys(column == 0);
    List<String> included = included();
    if (column != 0) {
      List<String> all = new ArrayList<>(keys);
      all.addAll(included);
      return column <= all.size() ? all.get(column - 1) : "";
    }
    return head()
        + " ("
        + String.join(", ", keys)
        + ")"
        + (included.isEmpty() ? "" : " INCLUDE (" + String.join(", ", included) + ")")
        + (row.isSaid("indnullsnotdistinct") ? " NULLS NOT DISTINCT" : "")
        + options()
        + predicate();
  }

  private FactRow own() {
    return texts.catalog().facts().table("pg_class").byOid(row.oid("indexrelid")).orElseThrow();
  }

  private RelationEntry table() {
    return texts.relationEntry(row.oid("indrelid"));
  }

  /** What the server is born with says it by its name. */
  private String accessMethod() {
    String method = own().text("relam");
    return Character.isDigit(method.charAt(0))
        ? texts
            .catalog()
            .facts()
            .table("pg_am")
            .byOid(Long.parseLong(method))
            .orElseThrow()
            .text("amname")
        : method;
  }

  private String head() {
    String name =
        style == Style.PRETTY
            ? texts.relationName(row.oid("indrelid"))
            : texts.qualifiedName(table());
    return "CREATE "
        + (row.bool("indisunique") ? "UNIQUE " : "")
        + "INDEX "
        + texts.quoted(own().text("relname"))
        + " ON "
        + name
        + " USING "
        + accessMethod();
  }

  private String options() {
    return own()
        .find("reloptions")
        .map(list -> list.substring(1, list.length() - 1).split(","))
        .map(
            all ->
                Arrays.stream(all)
                    .map(one -> one.replaceFirst("=(.*)", "='$1'"))
                    .collect(java.util.stream.Collectors.joining(", ", " WITH (", ")")))
        .orElse("");
  }

  private String predicate() {
    return row.find("indpred")
        .map(tree -> texts.expression(tree, row.oid("indrelid"), style).orElseThrow())
        .map(text -> " WHERE " + text)
        .orElse("");
  }

  private List<String> keys(boolean whole) {
    long[] numbers = row.oids("indkey");
    List<Expression> expressions = new ArrayList<>();
    row.find("indexprs")
        .ifPresent(
            tree ->
                expressions.addAll(
                    new NodeText(texts.catalog()).read(tree, ExpressionList.class).expressions()));
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < row.integer("indnkeyatts"); i++) {
      Expression value = numbers[i] == 0 ? expressions.remove(0) : column((int) numbers[i]);
      String text = texts.over(table(), style).of(value);
      boolean bare = numbers[i] != 0 || looksLikeFunction(value);
      keys.add((bare ? text : "(" + text + ")") + (whole ? qualities(i, value) : ""));
    }
    return keys;
  }

  private Expression column(int number) {
    AttributeEntry one = table().attributes().get(number - 1);
    return new Expression.Var(0, 0, number, one.type(), one.typmod(), one.collation(), -1);
  }

  /** {@code looks_like_function}. */
  private static boolean looksLikeFunction(Expression value) {
    return FromText.looksLikeFunction(SimpleNodes.written(value));
  }

  /** {@code nodeFuncs.c: exprCollation}: functions pass on what they use. */
  private int collationOf(Expression value) {
    int ofType = texts.catalog().type(value.type()).collation();
    if (ofType == 0) {
      return 0;
    }
    if (value instanceof Expression.Var column) {
      return column.collation();
    }
    int used =
        value instanceof Expression.FuncExpr call
            ? call.inputCollation()
            : value instanceof Expression.OpExpr operation ? operation.inputCollation() : 0;
    return used == 0 ? ofType : used;
  }

  private String qualities(int at, Expression value) {
    long collation = row.oids("indcollation")[at];
    int own = collationOf(value);
    boolean other = collation != 0 && (int) collation != own;
    int option = (int) row.oids("indoption")[at];
    String order = "";
    if ((option & DESCENDING) != 0) {
      order = " DESC" + ((option & NULLS_FIRST) == 0 ? " NULLS LAST" : "");
    } else if ((option & NULLS_FIRST) != 0) {
      order = " NULLS FIRST";
    }
    String collate =
        other ? " COLLATE " + texts.over(table(), style).context.collation((int) collation) : "";
    return collate + operatorClass(at, value) + order;
  }

  /** Nothing where the type's default class is used. */
  private String operatorClass(int at, Expression value) {
    FactRow used =
        texts.catalog().facts().table("pg_opclass").byOid(row.oids("indclass")[at]).orElseThrow();
    int type = TypeFacts.baseType(texts.catalog(), value.type());
    boolean exact =
        texts
            .catalog()
            .facts()
            .table("pg_opclass")
            .where("opcmethod", used.text("opcmethod"))
            .stream()
            .anyMatch(one -> one.bool("opcdefault") && (int) one.oid("opcintype") == type);
    boolean standard = used.bool("opcdefault") && (!exact || (int) used.oid("opcintype") == type);
    return standard ? "" : " " + texts.quoted(used.text("opcname"));
  }

  private List<String> included() {
    long[] numbers = row.oids("indkey");
    List<String> names = new ArrayList<>();
    for (int i = row.integer("indnkeyatts"); i < numbers.length; i++) {
      names.add(texts.quoted(table().attributes().get((int) numbers[i] - 1).name()));
    }
    return names;
  }
}
