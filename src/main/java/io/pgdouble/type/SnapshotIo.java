package io.pgdouble.type;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** pg_snapshot and txid_snapshot. Server: {@code xid8funcs.c}. */
final class SnapshotIo implements TypeIo {
  static final SnapshotIo INSTANCE = new SnapshotIo();

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return new Reader(text).read();
  }

  /** {@code parse_snapshot}. */
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    private RuntimeException invalid() {
      return TypeErrors.invalidSyntax("pg_snapshot", text);
    }

    /** No digits are 0, as with {@code strtou64}. */
    private long number() {
      int from = at;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      try {
        return from == at ? 0 : Long.parseUnsignedLong(text, from, at, 10);
      } catch (NumberFormatException e) {
        return -1; // ULLONG_MAX
      }
    }

    private long bound() {
      long bound = number();
      if (at >= text.length() || text.charAt(at++) != ':' || bound <= 0) {
        throw invalid();
      }
      return bound;
    }

    Snapshot read() {
      long xmin = bound();
      long xmax = bound();
      if (Long.compareUnsigned(xmax, xmin) < 0) {
        throw invalid();
      }
      List<Long> running = new ArrayList<>();
      long last = 0;
      while (at < text.length()) {
        long next = number();
        boolean inOrder =
            Long.compareUnsigned(next, xmin) >= 0
                && Long.compareUnsigned(next, xmax) < 0
                && Long.compareUnsigned(next, last) >= 0;
        if (!inOrder || at < text.length() && text.charAt(at) != ',') {
          throw invalid();
        }
        if (next != last) {
          running.add(next);
        }
        last = next;
        at++;
      }
      return new Snapshot(xmin, xmax, running);
    }
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    Snapshot snapshot = (Snapshot) value;
    return Long.toUnsignedString(snapshot.xmin())
        + ":"
        + Long.toUnsignedString(snapshot.xmax())
        + ":"
        + snapshot.running().stream().map(Long::toUnsignedString).collect(Collectors.joining(","));
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    int count = in.int32();
    long xmin = in.int64();
    long xmax = in.int64();
    if (count < 0 || xmin <= 0 || xmax <= 0 || xmin > xmax) {
      throw TypeErrors.invalidBinary("invalid external pg_snapshot data");
    }
    List<Long> running = new ArrayList<>();
    long last = 0;
    for (int i = 0; i < count; i++) {
      long next = in.int64();
      if (next <= 0 || next < last || next < xmin || next > xmax) {
        throw TypeErrors.invalidBinary("invalid external pg_snapshot data");
      }
      if (next != last) {
        running.add(next);
      }
      last = next;
    }
    return new Snapshot(xmin, xmax, running);
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    Snapshot snapshot = (Snapshot) value;
    BinaryWriter out =
        new BinaryWriter(Integer.BYTES)
            .int32(snapshot.running().size())
            .int64(snapshot.xmin())
            .int64(snapshot.xmax());
    snapshot.running().forEach(out::int64);
    return out.toBytes();
  }
}
