package io.pgdouble.engine.storage;

import io.pgdouble.type.AclItem;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.BinaryReader;
import io.pgdouble.type.BitString;
import io.pgdouble.type.Inet;
import io.pgdouble.type.Interval;
import io.pgdouble.type.JsonPath;
import io.pgdouble.type.Jsonb;
import io.pgdouble.type.MultirangeValue;
import io.pgdouble.type.Numeric;
import io.pgdouble.type.RangeBound;
import io.pgdouble.type.RangeType;
import io.pgdouble.type.RangeValue;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.Snapshot;
import io.pgdouble.type.StandardTypeEnvironment;
import io.pgdouble.type.Tid;
import io.pgdouble.type.TimeTz;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Values as bytes, whatever their type: a letter for what they are in memory, then they themselves.
 * A table.
 */
final class ValueCodec {
  /** Values that are written as their type sends them, by a letter each. */
  private static final List<Sent> SENT =
      List.of(
          new Sent('n', Numeric.class, TypeOid.NUMERIC),
          new Sent('v', Interval.class, TypeOid.INTERVAL),
          new Sent('z', TimeTz.class, TypeOid.TIMETZ),
          new Sent('t', BitString.class, TypeOid.VARBIT),
          new Sent('a', Inet.class, TypeOid.INET),
          new Sent('j', Jsonb.class, TypeOid.JSONB),
          new Sent('p', Tid.class, TypeOid.TID),
          new Sent('q', JsonPath.class, TypeOid.JSONPATH),
          new Sent('w', Snapshot.class, TypeOid.PG_SNAPSHOT));

  private static final char NULL = '0';
  private static final char ARRAY = '[';
  private static final char RECORD = '(';
  private static final char RANGE = '-';
  private static final char MULTIRANGE = '{';
  private static final char PRIVILEGES = '=';

  /** A value that is not known here is not there any more at the next start. */
  private static final char LOST = '?';

  private record Sent(char letter, Class<?> type, int oid) {}

  private ValueCodec() {}

  /** A value of a kind that is not written. */
  enum Lost {
    VALUE
  }

  static void write(Object value, DataOutput out) throws IOException {
    if (value == null) {
      out.writeByte(NULL);
    } else if (value instanceof Integer number) {
      out.writeByte('i');
      out.writeInt(number);
    } else if (value instanceof Long number) {
      out.writeByte('l');
      out.writeLong(number);
    } else if (value instanceof String text) {
      out.writeByte('s');
      bytes(text.getBytes(StandardCharsets.UTF_8), out);
    } else if (value instanceof Boolean truth) {
      out.writeByte(truth ? 'y' : 'f');
    } else if (value instanceof Short number) {
      out.writeByte('h');
      out.writeShort(number);
    } else if (value instanceof Double number) {
      out.writeByte('d');
      out.writeDouble(number);
    } else if (value instanceof Float number) {
      out.writeByte('e');
      out.writeFloat(number);
    } else {
      writeOther(value, out);
    }
  }

  private static void writeOther(Object value, DataOutput out) throws IOException {
    if (value instanceof byte[] bytes) {
      out.writeByte('b');
      bytes(bytes, out);
    } else if (value instanceof UUID uuid) {
      out.writeByte('u');
      out.writeLong(uuid.getMostSignificantBits());
      out.writeLong(uuid.getLeastSignificantBits());
    } else if (value instanceof ArrayValue array) {
      out.writeByte(ARRAY);
      writeArray(array, out);
    } else if (value instanceof RecordValue row) {
      out.writeByte(RECORD);
      writeRecord(row, out);
    } else if (value instanceof RangeValue range) {
      out.writeByte(RANGE);
      out.writeInt(range.type().range());
      writeRange(range, out);
    } else if (value instanceof MultirangeValue multirange) {
      out.writeByte(MULTIRANGE);
      writeMultirange(multirange, out);
    } else if (value instanceof AclItem item) {
      out.writeByte(PRIVILEGES);
      out.writeLong(item.grantee());
      out.writeUTF(item.privileges());
      out.writeLong(item.grantor());
    } else {
      writeSent(value, out);
    }
  }

  private static void writeRecord(RecordValue row, DataOutput out) throws IOException {
    out.writeInt(row.type().oid());
    out.writeInt(row.values().length);
    for (int i = 0; i < row.values().length; i++) {
      RowType.Field field = row.type().fields().get(i);
      out.writeUTF(field.name());
      out.writeInt(field.typeOid());
      out.writeInt(field.typmod());
      write(row.values()[i], out);
    }
  }

  private static void writeRange(RangeValue range, DataOutput out) throws IOException {
    out.writeBoolean(range.empty());
    writeBound(range.lower(), out);
    writeBound(range.upper(), out);
  }

  private static void writeBound(RangeBound bound, DataOutput out) throws IOException {
    out.writeBoolean(bound.inclusive());
    write(bound.value(), out);
  }

  private static void writeMultirange(MultirangeValue value, DataOutput out) throws IOException {
    out.writeInt(value.type().multirange());
    out.writeInt(value.ranges().size());
    for (RangeValue range : value.ranges()) {
      writeRange(range, out);
    }
  }

  private static void writeSent(Object value, DataOutput out) throws IOException {
    for (Sent sent : SENT) {
      if (sent.type.isInstance(value)) {
        out.writeByte(sent.letter);
        bytes(Types.io(sent.oid).send(value, StandardTypeEnvironment.INSTANCE), out);
        return;
      }
    }
    out.writeByte(LOST);
  }

  private static void writeArray(ArrayValue array, DataOutput out) throws IOException {
    out.writeInt(array.elementOid());
    out.writeInt(array.dimensions().length);
    for (int i = 0; i < array.dimensions().length; i++) {
      out.writeInt(array.dimensions()[i]);
      out.writeInt(array.lowerBounds()[i]);
    }
    out.writeInt(array.elements().length);
    for (Object element : array.elements()) {
      write(element, out);
    }
  }

  private static void bytes(byte[] bytes, DataOutput out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static Object read(DataInput in) throws IOException {
    char letter = (char) in.readByte();
    return switch (letter) {
      case NULL -> null;
      case 'i' -> in.readInt();
      case 'l' -> in.readLong();
      case 's' -> new String(bytes(in), StandardCharsets.UTF_8);
      case 'y' -> true;
      case 'f' -> false;
      case 'h' -> in.readShort();
      case 'd' -> in.readDouble();
      case 'e' -> in.readFloat();
      case 'b' -> bytes(in);
      case 'u' -> new UUID(in.readLong(), in.readLong());
      case ARRAY -> readArray(in);
      case RECORD -> readRecord(in);
      case RANGE -> readRange(RangeType.ofRange(in.readInt()).orElseThrow(), in);
      case MULTIRANGE -> readMultirange(in);
      case PRIVILEGES -> new AclItem(in.readLong(), in.readUTF(), in.readLong());
      default -> readSent(letter, in);
    };
  }

  private static RecordValue readRecord(DataInput in) throws IOException {
    int type = in.readInt();
    Object[] values = new Object[in.readInt()];
    List<RowType.Field> fields = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      fields.add(new RowType.Field(in.readUTF(), in.readInt(), in.readInt()));
      values[i] = read(in);
    }
    return new RecordValue(new RowType(type, fields), values);
  }

  private static RangeValue readRange(RangeType type, DataInput in) throws IOException {
    boolean empty = in.readBoolean();
    RangeBound lower = readBound(RangeBound.Side.LOWER, in);
    return new RangeValue(type, empty, lower, readBound(RangeBound.Side.UPPER, in));
  }

  private static RangeBound readBound(RangeBound.Side side, DataInput in) throws IOException {
    boolean inclusive = in.readBoolean();
    return new RangeBound(read(in), inclusive, side);
  }

  private static MultirangeValue readMultirange(DataInput in) throws IOException {
    RangeType type = RangeType.ofMultirange(in.readInt()).orElseThrow();
    List<RangeValue> ranges = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      ranges.add(readRange(type, in));
    }
    return new MultirangeValue(type, ranges);
  }

  private static Object readSent(char letter, DataInput in) throws IOException {
    for (Sent sent : SENT) {
      if (sent.letter == letter) {
        BinaryReader body = new BinaryReader(bytes(in));
        return Types.io(sent.oid).receive(body, -1, StandardTypeEnvironment.INSTANCE);
      }
    }
    return Lost.VALUE;
  }

  private static ArrayValue readArray(DataInput in) throws IOException {
    int elementOid = in.readInt();
    int[] dimensions = new int[in.readInt()];
    int[] lowerBounds = new int[dimensions.length];
    for (int i = 0; i < dimensions.length; i++) {
      dimensions[i] = in.readInt();
      lowerBounds[i] = in.readInt();
    }
    Object[] elements = new Object[in.readInt()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = read(in);
    }
    return new ArrayValue(elementOid, dimensions, lowerBounds, elements);
  }

  private static byte[] bytes(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }
}
