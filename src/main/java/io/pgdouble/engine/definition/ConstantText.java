package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;

/** Constants as SQL that means them ({@code ruleutils.c: get_const_expr}). */
record ConstantText(Deparsing context) {
  /** Whether a constant's type is written behind it. */
  enum Label {
    NEVER,
    AS_NEEDED,
    ALWAYS
  }

  String of(Expression.Const node, Label label) {
    if (node.value() == null) {
      return label == Label.NEVER
          ? "NULL"
          : "NULL::" + context.type(node.type(), node.typmod()) + collation(node);
    }
    int base = TypeFacts.baseType(context.catalog(), node.type());
    String text = Types.io(base).output(node.value(), context.environment());
    boolean bare = isBare(node.type(), text);
    String written = bare ? text : "'" + text.replace("'", "''") + "'";
    if (node.type() == TypeOid.BOOL) {
      written = text.equals("t") ? "true" : "false";
    }
    if (label == Label.NEVER) {
      return written;
    }
    boolean labelled = label == Label.ALWAYS || needsLabel(node, bare);
    String type = labelled ? "::" + context.type(node.type(), node.typmod()) : "";
    return written + type + collation(node);
  }

  private static boolean isBare(int type, String text) {
    boolean digits = !text.isEmpty() && Character.isDigit(text.charAt(0));
    return digits && (type == TypeOid.INT4 || type == TypeOid.NUMERIC && text.matches(".*[eE.].*"));
  }

  private static boolean needsLabel(Expression.Const node, boolean bare) {
    return switch (node.type()) {
      case TypeOid.BOOL, TypeOid.UNKNOWN -> false;
      case TypeOid.INT4 -> !bare;
      case TypeOid.NUMERIC -> !bare || node.typmod() >= 0;
      default -> true;
    };
  }

  private String collation(Expression.Const node) {
    int own = context.catalog().type(node.type()).collation();
    return node.collation() == 0 || node.collation() == own
        ? ""
        : " COLLATE " + context.collation(node.collation());
  }
}
