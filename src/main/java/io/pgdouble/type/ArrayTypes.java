package io.pgdouble.type;

/** Arrays of types that the server was not born with. */
public final class ArrayTypes {
  private ArrayTypes() {}

  /** How arrays of a type are read and written. */
  public static TypeIo of(int element, char delimiter) {
    return new ArrayIo(element, delimiter, Types.io(element));
  }
}
