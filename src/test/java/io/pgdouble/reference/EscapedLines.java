package io.pgdouble.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of a file of test data, one a line, with Java's escapes. */
public final class EscapedLines {
  private static final Pattern CODE_UNIT = Pattern.compile("\\\\u([0-9a-f]{4})");

  private EscapedLines() {}

  /**
   * The texts of a file.
   *
   * @param comment how the lines begin that hold none
   */
  public static List<String> of(Path file, String comment) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith(comment))
        .map(EscapedLines::unescaped)
        .toList();
  }

  private static String unescaped(String line) {
    return CODE_UNIT
        .matcher(line)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(found.group(1), 16))))
        .translateEscapes();
  }
}
