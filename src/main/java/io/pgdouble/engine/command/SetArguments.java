package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.AConst;
import io.pgdouble.engine.tree.BitStringValue;
import io.pgdouble.engine.tree.BooleanValue;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.FloatValue;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.ListValue;
import io.pgdouble.engine.tree.NameValue;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.NullValue;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.Value;
import java.util.List;

/** The texts of the constants in a SET ({@code guc_funcs.c: flatten_set_variable_args}). */
final class SetArguments implements Value.Handler<String> {
  private static final SetArguments INSTANCE = new SetArguments();

  private SetArguments() {}

  /** The argument of a transaction mode, as a list of one. */
  static List<String> of(DefElem option) {
    Node argument = option.arg().orElseThrow();
    return List.of(argument instanceof AConst constant ? text(constant) : unexpected(argument));
  }

  static String text(AConst constant) {
    return constant.value().accept(INSTANCE);
  }

  static boolean isConstant(Expr argument) {
    return argument instanceof AConst;
  }

  private static String unexpected(Node node) {
    throw new IllegalStateException("unrecognized node type: " + node);
  }

  @Override
  public String stringValue(StringValue node) {
    return node.value();
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
    return node.value() ? "true" : "false";
  }

  @Override
  public String bitStringValue(BitStringValue node) {
    return unexpected(node);
  }

  @Override
  public String listValue(ListValue node) {
    return unexpected(node);
  }

  @Override
  public String nameValue(NameValue node) {
    return unexpected(node);
  }

  @Override
  public String nullValue(NullValue node) {
    return unexpected(node);
  }
}
