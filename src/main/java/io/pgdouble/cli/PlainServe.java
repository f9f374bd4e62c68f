package io.pgdouble.cli;

import io.pgdouble.PgDoubleOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads the plainest forms of {@code serve}'s arguments without the command line library, whose
 * loading costs as much as a fifth of a server's start. Whatever is not plain is left to {@link
 * ServeCommand}, which knows every form and every error.
 */
final class PlainServe {
  private PlainServe() {}

  /** The options that are asked for; empty where any argument is not plain. */
  static Optional<PgDoubleOptions> read(String... args) {
    if (args.length % 2 == 0 || !args[0].equals("serve")) {
      return Optional.empty();
    }
    PgDoubleOptions options =
        PgDoubleOptions.defaults().withListenAddresses(List.of("localhost")).withPort(5432);
    for (int i = 1; i < args.length; i += 2) {
      options = with(options, args[i], args[i + 1]);
      if (options == null) {
        return Optional.empty();
      }
    }
    return Optional.of(options);
  }

  /** Null where the option or its value is not plain. */
  private static PgDoubleOptions with(PgDoubleOptions options, String name, String value) {
    if (!isPlain(value)) {
      return null;
    }
    switch (name) {
      case "-p":
      case "--port":
        return value.matches("\\d{1,5}") ? options.withPort(Integer.parseInt(value)) : null;
      case "-h":
      case "--host":
        return options.withListenAddresses(List.of(value));
      case "-k":
        return options.withSocketDirectory(Path.of(value));
      case "-c":
        int equals = value.indexOf('=');
        return equals > 0
            ? options.withSetting(value.substring(0, equals), value.substring(equals + 1))
            : null;
      default:
        return null;
    }
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean plain = Character.isLetterOrDigit(c) || "._=/:".indexOf(c) >= 0;
      if (!plain && !(c == '-' && i > 0)) {
        return false;
      }
    }
    return !value.isEmpty();
  }
}
