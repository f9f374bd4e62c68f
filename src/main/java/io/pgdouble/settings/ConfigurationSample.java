package io.pgdouble.settings;

import io.pgdouble.facts.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of a new {@code postgresql.conf}: every setting one may want to know, with the value it
 * has of itself, as a comment; and those that are set.
 */
public final class ConfigurationSample {
  private static final String HEAD =
      """
      # PostgreSQL configuration file, written by pgdouble from what a server says of its settings.
      #
      # A line that begins with "#" is a comment: it shows the value a setting has of itself.
      # A line is: name = value. Quotes are needed where a value is not a plain word or number.
      """;

  private ConfigurationSample() {}

  /**
   * A file.
   *
   * @param set values as they are to stand in the file, by name; those nobody knows stand at the
   *     end
   */
  public static String text(Facts facts, Map<String, String> set) {
    Map<String, String> left = new HashMap<>();
    set.forEach((name, value) -> left.put(AsciiText.lower(name), value));
    Map<String, List<String>> categories = new LinkedHashMap<>();
    for (Setting setting : SettingCatalog.of(facts).all()) {
      if (isShown(setting)) {
        categories
            .computeIfAbsent(setting.fact("category").orElse(""), name -> new ArrayList<>())
            .add(line(setting, left.remove(AsciiText.lower(setting.name()))));
      }
    }
    StringBuilder text = new StringBuilder(HEAD);
    categories.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            category -> {
              text.append("\n# ").append(category.getKey()).append("\n\n");
              category.getValue().forEach(text::append);
            });
    text.append('\n');
    left.forEach((name, value) -> text.append(name + " = " + quoted(value) + "\n"));
    return text.toString();
  }

  private static boolean isShown(Setting setting) {
    return !setting.has(SettingFlag.NOT_IN_SAMPLE) && setting.context() != SettingContext.INTERNAL;
  }

  private static String line(Setting setting, String set) {
    String value = set == null ? boot(setting) : set;
    String comment = setting.fact("short_desc").orElse("");
    return (set == null ? "#" : "")
        + AsciiText.lower(setting.name())
        + " = "
        + (setting.kind() == SettingKind.STRING ? quoted(value) : value)
        + "\t\t# "
        + comment
        + (setting.context() == SettingContext.POSTMASTER ? " (change requires restart)" : "")
        + "\n";
  }

  private static String boot(Setting setting) {
    String text = setting.bootText().orElse("");
    boolean number = setting.kind() == SettingKind.INTEGER || setting.kind() == SettingKind.REAL;
    return number && setting.unit().isPresent()
        ? ValueText.shown(setting, ValueParser.parse(setting, setting.name(), text))
        : text;
  }

  /** {@code initdb.c: escape_quotes}, for values that are not plain. */
  private static String quoted(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
