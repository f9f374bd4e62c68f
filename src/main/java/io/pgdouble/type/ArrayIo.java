package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.util.Arrays;

/** Arrays of any element type. Manual: {@code arrays-io}; server: {@code arrayfuncs.c}. */
final class ArrayIo implements TypeIo {
  /** {@code MaxArraySize}. */
  static final int MAX_SIZE = 134_217_727;

  /** {@code FirstGenbkiObjectId}. */
  private static final int FIRST_UNSTABLE_OID = 10_000;

  private final int elementOid;
  private final char delimiter;
  private final TypeIo elementIo;

  ArrayIo(int elementOid, char delimiter, TypeIo elementIo) {
    this.elementOid = elementOid;
    this.delimiter = delimiter;
    this.elementIo = elementIo;
  }

  int element() {
    return elementOid;
  }

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    if (MajorChange.ARRAYS_ARE_READ_ONCE.isIn(environment.major())) {
      return inputOnce(text, typmod, environment);
    }
    ArrayText array = ArrayText.parse(text, delimiter);
    int items = checkedSize(array.dimensions(), array.lowerBounds());
    if (items == 0) {
      return ArrayValue.empty(elementOid);
    }
    String[] texts = ArrayItems.read(array, text, delimiter);
    Object[] elements = new Object[items];
    for (int i = 0; i < items; i++) {
      elements[i] = texts[i] == null ? null : elementIo.input(texts[i], typmod, environment);
    }
    return new ArrayValue(elementOid, array.dimensions(), array.lowerBounds(), elements);
  }

  /** The number of elements. Server: {@code arrayutils.c: ArrayGetNItems, ArrayCheckBounds}. */
  static int checkedSize(int[] dimensions, int[] lowerBounds) {
    if (dimensions.length == 0) {
      return 0;
    }
    long items = 1;
    for (int dimension : dimensions) {
      items = dimension < 0 ? MAX_SIZE + 1L : items * dimension;
      if (items > MAX_SIZE) {
        throw new ReportedError(
            SqlState.PROGRAM_LIMIT_EXCEEDED,
            "array size exceeds the maximum allowed (" + MAX_SIZE + ")");
      }
    }
    for (int i = 0; i < dimensions.length; i++) {
      if ((long) dimensions[i] + lowerBounds[i] > Integer.MAX_VALUE) {
        throw new ReportedError(
            SqlState.PROGRAM_LIMIT_EXCEEDED, "array lower bound is too large: " + lowerBounds[i]);
      }
    }
    return (int) items;
  }

  static ReportedError tooManyDimensions(int count) {
    return new ReportedError(
        SqlState.PROGRAM_LIMIT_EXCEEDED,
        "number of array dimensions ("
            + count
            + ") exceeds the maximum allowed ("
            + ArrayValue.MAX_DIMENSIONS
            + ")");
  }

  private Object inputOnce(String text, int typmod, TypeEnvironment environment) {
    ArrayText outline = ArrayText.outline(text, environment.major());
    ArrayReader.Contents contents =
        ArrayReader.read(
            new ArrayTokens(text, delimiter, outline.contents()),
            element -> elementIo.input(element, typmod, environment),
            outline.dimensions());
    if (contents.items().isEmpty()) {
      return ArrayValue.empty(elementOid);
    }
    int[] lowerBounds = outline.lowerBounds();
    if (lowerBounds.length == 0) {
      lowerBounds = new int[contents.dimensions().length];
      Arrays.fill(lowerBounds, 1);
    }
    checkedSize(contents.dimensions(), lowerBounds);
    return new ArrayValue(
        elementOid, contents.dimensions(), lowerBounds, contents.items().toArray());
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    ArrayValue array = (ArrayValue) value;
    if (array.elements().length == 0) {
      return "{}";
    }
    StringBuilder text = new StringBuilder();
    bounds(array, text);
    int[] dimensions = array.dimensions();
    Object[] elements = array.elements();
    for (int i = 0; i < elements.length; i++) {
      int levels = i == 0 ? dimensions.length : boundary(dimensions, i);
      if (i > 0) {
        text.append("}".repeat(levels)).append(delimiter);
      }
      text.append("{".repeat(levels));
      item(elements[i], text, environment);
    }
    return text.append("}".repeat(dimensions.length)).toString();
  }

  /** How many inner levels begin at an element: 0 in the middle of the innermost. */
  private static int boundary(int[] dimensions, int index) {
    int levels = 0;
    int size = 1;
    for (int d = dimensions.length - 1; d > 0; d--) {
      size *= dimensions[d];
      if (index % size != 0) {
        break;
      }
      levels++;
    }
    return levels;
  }

  private static void bounds(ArrayValue array, StringBuilder text) {
    boolean needed = false;
    for (int bound : array.lowerBounds()) {
      needed |= bound != 1;
    }
    if (!needed) {
      return;
    }
    for (int i = 0; i < array.dimensions().length; i++) {
      int lower = array.lowerBounds()[i];
      text.append('[').append(lower).append(':').append(lower + array.dimensions()[i] - 1);
      text.append(']');
    }
    text.append('=');
  }

  private void item(Object element, StringBuilder text, TypeEnvironment environment) {
    if (element == null) {
      text.append("NULL");
      return;
    }
    String item = elementIo.output(element, environment);
    if (!needsQuotes(item)) {
      text.append(item);
      return;
    }
    text.append('"');
    for (int i = 0; i < item.length(); i++) {
      char c = item.charAt(i);
      text.append(c == '"' || c == '\\' ? "\\" : "").append(c);
    }
    text.append('"');
  }

  private boolean needsQuotes(String item) {
    if (item.isEmpty() || item.equalsIgnoreCase("NULL")) {
      return true;
    }
    for (int i = 0; i < item.length(); i++) {
      char c = item.charAt(i);
      if (c == delimiter || "\"\\{}".indexOf(c) >= 0 || Ascii.isSpace(c)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    int count = in.int32();
    if (count < 0) {
      throw TypeErrors.invalidBinary("invalid number of dimensions: " + count);
    }
    if (count > ArrayValue.MAX_DIMENSIONS) {
      throw tooManyDimensions(count);
    }
    int flags = in.int32();
    if (flags != 0 && flags != 1) {
      throw TypeErrors.invalidBinary("invalid array flags");
    }
    checkElementType(in.int32());
    int[] dimensions = new int[count];
    int[] lowerBounds = new int[count];
    for (int i = 0; i < count; i++) {
      dimensions[i] = in.int32();
      lowerBounds[i] = in.int32();
    }
    int items = checkedSize(dimensions, lowerBounds);
    if (items == 0) {
      return ArrayValue.empty(elementOid);
    }
    // Each element takes at least its length, so a lying count cannot make us reserve much.
    Object[] elements = new Object[Math.min(items, in.remaining() / 4 + 1)];
    for (int i = 0; i < items; i++) {
      elements[i] = element(in, i + 1, typmod, environment);
    }
    return new ArrayValue(elementOid, dimensions, lowerBounds, elements);
  }

  /** Only the OIDs the server is born with are known to mean the same everywhere. */
  private void checkElementType(int oid) {
    boolean stable =
        Integer.compareUnsigned(oid, FIRST_UNSTABLE_OID) < 0 && elementOid < FIRST_UNSTABLE_OID;
    if (oid != elementOid && stable) {
      throw new ReportedError(
          SqlState.DATATYPE_MISMATCH,
          String.format(
              "binary data has array element type %s (%s) instead of expected %s (%s)",
              Integer.toUnsignedString(oid),
              TypeName.format(oid),
              elementOid,
              TypeName.format(elementOid)));
    }
  }

  private Object element(BinaryReader in, int number, int typmod, TypeEnvironment environment) {
    int length = in.int32();
    if (length < -1 || length > in.remaining()) {
      throw TypeErrors.invalidBinary("insufficient data left in message");
    }
    if (length == -1) {
      return null;
    }
    BinaryReader body = in.slice(length);
    Object element = elementIo.receive(body, typmod, environment);
    if (body.remaining() > 0) {
      throw TypeErrors.invalidBinary("improper binary format in array element " + number);
    }
    return element;
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    ArrayValue array = (ArrayValue) value;
    BinaryWriter out = new BinaryWriter(20 + 12 * array.elements().length);
    boolean nulls = false;
    for (Object element : array.elements()) {
      nulls |= element == null;
    }
    out.int32(array.dimensions().length).int32(nulls ? 1 : 0).int32(elementOid);
    for (int i = 0; i < array.dimensions().length; i++) {
      out.int32(array.dimensions()[i]).int32(array.lowerBounds()[i]);
    }
    for (Object element : array.elements()) {
      if (element == null) {
        out.int32(-1);
      } else {
        byte[] body = elementIo.send(element, environment);
        out.int32(body.length).bytes(body);
      }
    }
    return out.toBytes();
  }
}
