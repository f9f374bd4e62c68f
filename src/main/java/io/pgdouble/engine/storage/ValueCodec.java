package io.pgdouble.engine.storage;

import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.BinaryReader;
import io.pgdouble.type.BitString;
import io.pgdouble.type.Inet;
import io.pgdouble.type.Interval;
import io.pgdouble.type.Jsonb;
import io.pgdouble.type.Numeric;
import io.pgdouble.type.StandardTypeEnvironment;
import io.pgdouble.type.Tid;
import io.pgdouble.type.TimeTz;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
          new Sent('p', Tid.class, TypeOid.TID));

  private static final char NULL = '0';
  private static final char ARRAY = '[';

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
    } else {
      writeSent(value, out);
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
      default -> readSent(letter, in);
    };
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
