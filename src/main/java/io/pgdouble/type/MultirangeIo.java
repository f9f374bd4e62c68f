package io.pgdouble.type;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Multiranges. Manual: {@code rangetypes-io}; server: {@code multirangetypes.c}. */
final class MultirangeIo implements TypeIo {
  private final RangeType type;
  private final RangeIo range;

  MultirangeIo(RangeType type, RangeIo range) {
    this.type = type;
    this.range = range;
  }

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    List<RangeValue> ranges = new ArrayList<>();
    for (String part : MultirangeText.ranges(text)) {
      ranges.add((RangeValue) range.input(part, typmod, environment));
    }
    return MultirangeValue.of(type, ranges);
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return ((MultirangeValue) value)
        .ranges().stream()
            .map(part -> range.output(part, environment))
            .collect(Collectors.joining(",", "{", "}"));
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    int count = in.int32();
    List<RangeValue> ranges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      BinaryReader part = in.slice(in.int32());
      ranges.add((RangeValue) range.receive(part, typmod, environment));
    }
    return MultirangeValue.of(type, ranges);
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    List<RangeValue> ranges = ((MultirangeValue) value).ranges();
    BinaryWriter out = new BinaryWriter(Integer.BYTES).int32(ranges.size());
    for (RangeValue part : ranges) {
      byte[] sent = range.send(part, environment);
      out.int32(sent.length).bytes(sent);
    }
    return out.toBytes();
  }
}
