package io.pgdouble.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What one of the programs answers to {@code --help}. */
final class ProgramHelp {
  private ProgramHelp() {}

  static String of(String program) {
    try (InputStream in = ProgramHelp.class.getResourceAsStream(program + ".help")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
