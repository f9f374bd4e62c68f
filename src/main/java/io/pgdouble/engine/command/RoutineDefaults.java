package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.AConst;
import io.pgdouble.engine.tree.BitStringValue;
import io.pgdouble.engine.tree.BooleanValue;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.FloatValue;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.ListValue;
import io.pgdouble.engine.tree.NameValue;
import io.pgdouble.engine.tree.NullValue;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.TypeCast;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.engine.tree.Value;
import io.pgdouble.error.ErrorReport;

/** The defaults of parameters as the text that is kept of them: constants, perhaps cast. */
final class RoutineDefaults implements Value.Handler<String> {
  private RoutineDefaults() {}

  static String text(Expr value) {
    if (value instanceof AConst constant) {
      return constant.value().accept(new RoutineDefaults());
    }
    boolean plain =
        value instanceof TypeCast cast
            && cast.typeName().typmods().isEmpty()
            && cast.typeName().arrayBounds().isEmpty();
    if (!plain) {
      throw refused();
    }
    TypeCast cast = (TypeCast) value;
    TypeName type = cast.typeName();
    return text(cast.arg()) + "::" + String.join(".", type.names());
  }

  private static RuntimeException refused() {
    return ErrorReport.notSimulated("defaults of parameters that are no constants").toException();
  }

  @Override
  public String integerValue(IntegerValue node) {
    return Integer.toString(node.value());
  }

  @Override
  public String floatValue(FloatValue node) {
    return node.text();
  }

  @Override
  public String booleanValue(BooleanValue node) {
    return Boolean.toString(node.value());
  }

  @Override
  public String stringValue(StringValue node) {
    return "'" + node.value().replace("'", "''") + "'";
  }

  @Override
  public String nullValue(NullValue node) {
    return "NULL";
  }

  @Override
  public String bitStringValue(BitStringValue node) {
    throw refused();
  }

  @Override
  public String listValue(ListValue node) {
    throw refused();
  }

  @Override
  public String nameValue(NameValue node) {
    throw refused();
  }
}
