package io.pgdouble.type;

/** bool. Server: {@code bool.c}. */
final class BoolIo implements TypeIo {
  static final BoolIo INSTANCE = new BoolIo();

  private static final byte[] TRUE = {'t'};
  private static final byte[] FALSE = {'f'};

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    String word = Ascii.toLower(Ascii.trim(text));
    if (isTrue(word)) {
      return Boolean.TRUE;
    }
    if (isFalse(word)) {
      return Boolean.FALSE;
    }
    throw TypeErrors.invalidSyntax("boolean", text);
  }

  /** Any unique beginning of a word will do; {@code o} alone is not unique. */
  private static boolean isTrue(String word) {
    return switch (word) {
      case "t", "tr", "tru", "true", "y", "ye", "yes", "on", "1" -> true;
      default -> false;
    };
  }

  private static boolean isFalse(String word) {
    return switch (word) {
      case "f", "fa", "fal", "fals", "false", "n", "no", "of", "off", "0" -> true;
      default -> false;
    };
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return (Boolean) value ? "t" : "f";
  }

  @Override
  public byte[] outputBytes(Object value, TypeEnvironment environment) {
    return (Boolean) value ? TRUE : FALSE;
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    return in.letter() != 0;
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return new byte[] {(byte) ((Boolean) value ? 1 : 0)};
  }
}
