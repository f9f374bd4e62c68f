package io.pgdouble.type;

import io.pgdouble.facts.MajorChange;
import java.util.ArrayList;
import java.util.List;

/**
 * int2vector and oidvector: arrays of one dimension from 0, without NULLs, written with spaces.
 * Server: {@code int.c: int2vectorin}, {@code oid.c: oidvectorin}.
 */
final class VectorIo implements TypeIo {
  static final VectorIo INT2 = new VectorIo(TypeOid.INT2, "int2vector", Int2Io.INSTANCE);
  static final VectorIo OID = new VectorIo(TypeOid.OID, "oidvector", UnsignedIo.OID);

  private final int elementOid;
  private final String type;
  private final TypeIo elementIo;
  private final ArrayIo arrayIo;

  private VectorIo(int elementOid, String type, TypeIo elementIo) {
    this.elementOid = elementOid;
    this.type = type;
    this.elementIo = elementIo;
    this.arrayIo = new ArrayIo(elementOid, ',', elementIo);
  }

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    List<Object> elements = new ArrayList<>();
    int next = Ascii.skipSpaces(text, 0);
    while (next < text.length()) {
      int end = elementOid == TypeOid.INT2 ? shortEnd(text, next, environment) : oidEnd(text, next);
      elements.add(element(text, next, end));
      if (elementOid == TypeOid.INT2) {
        requireSpace(text, next, end, environment);
      }
      next = Ascii.skipSpaces(text, end);
    }
    return of(elements.toArray());
  }

  private ArrayValue of(Object... elements) {
    return new ArrayValue(elementOid, new int[] {elements.length}, new int[] {0}, elements);
  }

  /** Complaints quote all that is left from the element on. */
  private Object element(String text, int from, int end) {
    String rest = text.substring(from);
    String digits = text.substring(from, end);
    if (elementOid == TypeOid.OID) {
      return UnsignedText.parse32(digits, rest, "oid");
    }
    try {
      int value = Integer.parseInt(digits);
      if (value == (short) value) {
        return (short) value;
      }
    } catch (NumberFormatException tooLong) {
      // Falls through to the same complaint: the digits were checked before.
    }
    throw TypeErrors.outOfRange("smallint", rest);
  }

  private static int shortEnd(String text, int from, TypeEnvironment environment) {
    int end = from;
    if (text.charAt(end) == '-' || text.charAt(end) == '+') {
      end++;
    }
    int first = end;
    while (end < text.length() && Ascii.isDigit(text.charAt(end))) {
      end++;
    }
    if (end == first) {
      throw TypeErrors.invalidSyntax(element(environment), text.substring(from));
    }
    return end;
  }

  /** What follows a number is looked at after the number. */
  private static void requireSpace(String text, int from, int end, TypeEnvironment environment) {
    if (end < text.length() && text.charAt(end) != ' ') {
      throw TypeErrors.invalidSyntax(element(environment), text.substring(from));
    }
  }

  private static String element(TypeEnvironment environment) {
    boolean small = MajorChange.VECTORS_HOLD_SMALLINTS.isIn(environment.major());
    return small ? "smallint" : "integer";
  }

  private static int oidEnd(String text, int from) {
    int end = UnsignedText.end(text, from);
    if (end == from) {
      throw TypeErrors.invalidSyntax("oid", text.substring(from));
    }
    return end;
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    StringBuilder text = new StringBuilder();
    for (Object element : ((ArrayValue) value).elements()) {
      text.append(text.length() > 0 ? " " : "");
      text.append(elementIo.output(element, environment));
    }
    return text.toString();
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    ArrayValue array = (ArrayValue) arrayIo.receive(in, -1, environment);
    // An empty vector is sent with a dimension, but an array without elements is read without.
    boolean flat = array.dimensions().length == 1 && array.lowerBounds()[0] == 0;
    if (!flat || java.util.Arrays.asList(array.elements()).contains(null)) {
      throw TypeErrors.invalidBinary("invalid " + type + " data");
    }
    return of(array.elements());
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return arrayIo.send(value, environment);
  }
}
