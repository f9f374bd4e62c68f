package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;

/** A type that the server was not born with: the environment's catalog knows how it is written. */
record UserTypeIo(int oid) implements TypeIo {
  /** {@code FirstNormalObjectId}. */
  static final int FIRST = 16_384;

  static boolean holds(int oid) {
    return Integer.compareUnsigned(oid, FIRST) >= 0;
  }

  private TypeIo io(TypeEnvironment environment) {
    return environment
        .userTypes()
        .io(oid)
        .orElseThrow(
            () -> ErrorReport.notSimulated("values of type " + TypeName.format(oid)).toException());
  }

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return io(environment).input(text, typmod, environment);
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return io(environment).output(value, environment);
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    return io(environment).receive(in, typmod, environment);
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return io(environment).send(value, environment);
  }
}
