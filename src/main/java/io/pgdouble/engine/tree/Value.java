package io.pgdouble.engine.tree;

/** A value node of value.h: the constants inside an AConst and the arguments of options. */
public sealed interface Value extends Node
    permits BitStringValue,
        BooleanValue,
        FloatValue,
        IntegerValue,
        ListValue,
        NameValue,
        NullValue,
        StringValue {

  /** Calls the method of the handler that belongs to this node. */
  <R> R accept(Handler<R> handler);

  /** One method for each kind, none with a default: a forgotten kind must not compile. */
  interface Handler<R> {
    R bitStringValue(BitStringValue node);

    R booleanValue(BooleanValue node);

    R floatValue(FloatValue node);

    R integerValue(IntegerValue node);

    R listValue(ListValue node);

    R nameValue(NameValue node);

    R nullValue(NullValue node);

    R stringValue(StringValue node);
  }
}
