package io.pgdouble.type;

/**
 * A domain of a user's: what is read has to keep its constraints. Server: {@code domains.c}.
 *
 * @param typmod of the type beneath
 */
public record DomainIo(int oid, int base, int typmod) implements TypeIo {

  @Override
  public Object input(String text, int ignored, TypeEnvironment environment) {
    return checked(Types.io(base).input(text, typmod, environment), environment);
  }

  private Object checked(Object value, TypeEnvironment environment) {
    environment.userTypes().checkDomain(oid, value);
    return value;
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return Types.io(base).output(value, environment);
  }

  @Override
  public Object receive(BinaryReader in, int ignored, TypeEnvironment environment) {
    return checked(Types.io(base).receive(in, typmod, environment), environment);
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return Types.io(base).send(value, environment);
  }
}
