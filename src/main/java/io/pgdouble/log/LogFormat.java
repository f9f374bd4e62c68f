package io.pgdouble.log;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The forms in which a log can be written: the values of {@code log_destination}. */
public enum LogFormat {
  STDERR(".log"),
  CSVLOG(".csv"),
  JSONLOG(".json");

  private final String suffix;

  LogFormat(String suffix) {
    this.suffix = suffix;
  }

  /** As {@code log_destination} and {@code current_logfiles} call it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** With what the name of its file ends. */
  String suffix() {
    return suffix;
  }

  /** That of a word; empty for any other word. */
  public static Optional<LogFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  /** Those that {@code log_destination} asks for. */
  static Set<LogFormat> asked(String setting) {
    Set<LogFormat> asked = EnumSet.noneOf(LogFormat.class);
    for (String word : setting.split(",")) {
      of(word.strip().replace("\"", "").toLowerCase(Locale.ROOT)).ifPresent(asked::add);
    }
    return asked;
  }
}
