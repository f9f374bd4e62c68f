package io.pgdouble.cli;

import io.pgdouble.datadir.ServerVersion;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/**
 * How one of PostgreSQL's programs was called. The scripts in {@code bin} set the environment.
 *
 * @param program as it was called
 * @param arguments without the program
 */
record ProgramCall(String program, List<String> arguments, PrintStream out, PrintStream err) {
  /** What the program was called as; its own name if nobody says. */
  private static final String PROGRAM = "PGDOUBLE_PROGRAM";

  /** What it calls itself in {@code --version}, such as {@code 15.18 (Debian …)}. */
  private static final String VERSION = "PGDOUBLE_VERSION";

  private static final int DEFAULT_MAJOR = 16;

  /** A call of this process: the first word names the program. */
  static ProgramCall of(String... words) {
    return new ProgramCall(
        System.getenv().getOrDefault(PROGRAM, words[0]),
        Arrays.asList(words).subList(1, words.length),
        System.out,
        System.err);
  }

  /** The PostgreSQL that is doubled. */
  int major() {
    String text = given();
    int end = 0;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end == 0 ? DEFAULT_MAJOR : Integer.parseInt(text.substring(0, end));
  }

  private static String given() {
    return System.getenv().getOrDefault(VERSION, "");
  }

  /** As the program tells it. */
  String version() {
    String text = given();
    return text.isEmpty() ? ServerVersion.text(DEFAULT_MAJOR) : text;
  }
}
