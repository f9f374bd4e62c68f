package io.pgdouble.type;

import java.util.OptionalInt;

/** Arrays of types that the server was not born with. */
public final class ArrayTypes {
  private ArrayTypes() {}

  /** How arrays of a type are read and written. */
  public static TypeIo of(int element, char delimiter) {
    return new ArrayIo(element, delimiter, Types.io(element));
  }

  /** The type of the elements of what this reads and writes; empty where that is no array. */
  public static OptionalInt element(TypeIo io) {
    return io instanceof ArrayIo array ? OptionalInt.of(array.element()) : OptionalInt.empty();
  }
}
