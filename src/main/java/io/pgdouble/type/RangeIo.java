package io.pgdouble.type;

import java.util.Optional;

/** Ranges. Manual: {@code rangetypes-io}; server: {@code rangetypes.c}. */
final class RangeIo implements TypeIo {
  private static final int EMPTY = 0x01;
  private static final int LOWER_INCLUSIVE = 0x02;
  private static final int UPPER_INCLUSIVE = 0x04;
  private static final int LOWER_INFINITE = 0x08;
  private static final int UPPER_INFINITE = 0x10;

  private final RangeType type;
  private final TypeIo subtype;

  RangeIo(RangeType type, TypeIo subtype) {
    this.type = type;
    this.subtype = subtype;
  }

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    RangeText.Parts parts = new RangeText(text).read();
    Object lower = value(parts.lower(), environment);
    Object upper = value(parts.upper(), environment);
    return parts.empty()
        ? RangeValue.empty(type)
        : RangeValue.of(
            type,
            new RangeBound(lower, parts.lowerInclusive(), RangeBound.Side.LOWER),
            new RangeBound(upper, parts.upperInclusive(), RangeBound.Side.UPPER));
  }

  private Object value(Optional<String> text, TypeEnvironment environment) {
    return text.isEmpty() ? null : subtype.input(text.get(), -1, environment);
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    RangeValue range = (RangeValue) value;
    if (range.empty()) {
      return "empty";
    }
    return (range.lower().inclusive() ? "[" : "(")
        + text(range.lower(), environment)
        + ","
        + text(range.upper(), environment)
        + (range.upper().inclusive() ? "]" : ")");
  }

  private String text(RangeBound bound, TypeEnvironment environment) {
    return bound.isInfinite() ? "" : RangeText.escaped(subtype.output(bound.value(), environment));
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    int flags = in.letter();
    boolean empty = (flags & EMPTY) != 0;
    Object lower = empty || (flags & LOWER_INFINITE) != 0 ? null : received(in, environment);
    Object upper = empty || (flags & UPPER_INFINITE) != 0 ? null : received(in, environment);
    return empty
        ? RangeValue.empty(type)
        : RangeValue.of(
            type,
            new RangeBound(lower, (flags & LOWER_INCLUSIVE) != 0, RangeBound.Side.LOWER),
            new RangeBound(upper, (flags & UPPER_INCLUSIVE) != 0, RangeBound.Side.UPPER));
  }

  private Object received(BinaryReader in, TypeEnvironment environment) {
    BinaryReader part = in.slice(in.int32());
    Object value = subtype.receive(part, -1, environment);
    if (part.remaining() > 0) {
      throw TypeErrors.invalidBinary("improper binary format in range bound");
    }
    return value;
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    RangeValue range = (RangeValue) value;
    BinaryWriter out = new BinaryWriter(1).int8(flags(range));
    bound(out, range.lower(), environment);
    bound(out, range.upper(), environment);
    return out.toBytes();
  }

  private static int flags(RangeValue range) {
    if (range.empty()) {
      return EMPTY;
    }
    return (range.lower().inclusive() ? LOWER_INCLUSIVE : 0)
        | (range.upper().inclusive() ? UPPER_INCLUSIVE : 0)
        | (range.lower().isInfinite() ? LOWER_INFINITE : 0)
        | (range.upper().isInfinite() ? UPPER_INFINITE : 0);
  }

  private void bound(BinaryWriter out, RangeBound bound, TypeEnvironment environment) {
    if (!bound.isInfinite()) {
      byte[] sent = subtype.send(bound.value(), environment);
      out.int32(sent.length).bytes(sent);
    }
  }
}
