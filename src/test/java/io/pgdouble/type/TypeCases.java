package io.pgdouble.type;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Inputs to try, from a file: a line names a type and, behind a bar, a text with Java's escapes. A
 * line {@code = name: value} sets a setting from there on.
 */
record TypeCases(List<Case> cases) {
  /** One input under some settings. */
  record Case(List<String> settings, int oid, String input) {}

  static TypeCases read(String file) {
    try (InputStream in = TypeCases.class.getResourceAsStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return parse(text.split("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TypeCases parse(String[] lines) {
    List<Case> cases = new ArrayList<>();
    List<String> settings = List.of();
    for (String line : lines) {
      int bar = line.indexOf('|');
      if (line.startsWith("= ")) {
        settings = with(settings, line.substring(2));
      } else if (bar > 0 && !line.startsWith("#")) {
        DataType type = Types.find(line.substring(0, bar)).orElseThrow();
        String input = line.substring(bar + 1).translateEscapes();
        cases.add(new Case(settings, type.oid(), input));
      }
    }
    return new TypeCases(cases);
  }

  private static List<String> with(List<String> settings, String added) {
    String name = added.substring(0, added.indexOf(':') + 1);
    List<String> all = new ArrayList<>(settings);
    all.removeIf(setting -> setting.startsWith(name));
    all.add(added);
    return List.copyOf(all);
  }
}
