package io.pgdouble.type;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The environment a list of settings makes, here and on the reference. */
record SettingsEnvironment(
    DateStyle dateStyle,
    IntervalStyle intervalStyle,
    Zone timeZone,
    int extraFloatDigits,
    ByteaOutput byteaOutput,
    long transactionStart,
    ObjectNames objectNames)
    implements TypeEnvironment {
  private static final TypeEnvironment STANDARD = StandardTypeEnvironment.INSTANCE;

  static SettingsEnvironment of(List<String> settings) {
    return new SettingsEnvironment(
        dateStyle(value(settings, "datestyle", "ISO, MDY")),
        IntervalStyle.valueOf(
            value(settings, "intervalstyle", "postgres").toUpperCase(Locale.ROOT)),
        Zone.find(value(settings, "timezone", "UTC")).orElseThrow(),
        Integer.parseInt(value(settings, "extra_float_digits", "1")),
        ByteaOutput.valueOf(value(settings, "bytea_output", "hex").toUpperCase(Locale.ROOT)),
        (System.currentTimeMillis() / 1000 - DateTimes.EPOCH_AS_UNIX_SECONDS) * 1_000_000L,
        STANDARD.objectNames());
  }

  /** Sets the same on the reference. */
  static void apply(List<String> settings, ReferenceValues reference) throws IOException {
    reference.run("RESET ALL");
    for (String setting : settings) {
      int colon = setting.indexOf(':');
      reference.run(
          "SET "
              + setting.substring(0, colon)
              + " TO '"
              + setting.substring(colon + 1).trim()
              + "'");
    }
  }

  private static String value(List<String> settings, String name, String otherwise) {
    for (String setting : settings) {
      if (setting.startsWith(name + ":")) {
        return setting.substring(name.length() + 1).trim();
      }
    }
    return otherwise;
  }

  private static DateStyle dateStyle(String text) {
    String[] words = text.split(", ");
    for (DateStyle.Format format : DateStyle.Format.values()) {
      if (format.word().equals(words[0])) {
        return new DateStyle(format, DateStyle.Order.valueOf(words[1]));
      }
    }
    throw new IllegalArgumentException(text);
  }

  @Override
  public int major() {
    return 16;
  }

  @Override
  public void checkPattern(String pattern, String options) {
    throw new UnsupportedOperationException(pattern);
  }

  @Override
  public UserTypes userTypes() {
    return UserTypes.NONE;
  }
}
