package io.pgdouble.cli;

import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;

/**
 * {@code --describe-config}: what may stand in a configuration file, a line for each. PostgreSQL
 * differs from its manual: it prints 0 and FALSE for what a number or a flag is if nobody sets it,
 * because it looks before they are set. {@code help_config.c: printMixedStruct}.
 */
final class DescribedConfiguration {
  /** {@code GUC_NO_SHOW_ALL, GUC_NOT_IN_SAMPLE}. */
  private static final Set<String> LEFT_OUT = Set.of("NO_SHOW_ALL", "NOT_IN_SAMPLE");

  /** {@code GUC_DISALLOW_IN_FILE}, of those that are left. */
  private static final String NOT_IN_A_FILE = "config_file";

  private DescribedConfiguration() {}

  static void print(int major, PrintStream out) {
    Facts.of(major).table("pg_settings").rows().stream()
        .filter(DescribedConfiguration::isDescribed)
        .sorted(Comparator.comparing(row -> row.text("name"), String.CASE_INSENSITIVE_ORDER))
        .map(DescribedConfiguration::line)
        .forEach(out::println);
  }

  private static boolean isDescribed(FactRow row) {
    String flags = row.find("flags").orElse("");
    return LEFT_OUT.stream().noneMatch(flags::contains) && !row.text("name").equals(NOT_IN_A_FILE);
  }

  private static String line(FactRow row) {
    return String.join(
        "\t",
        row.text("name"),
        row.text("context"),
        row.text("category"),
        values(row),
        row.find("short_desc").orElse(""),
        row.find("extra_desc").orElse(""));
  }

  private static String values(FactRow row) {
    String type = row.text("vartype");
    if (type.equals("bool")) {
      return "BOOLEAN\tFALSE\t\t";
    }
    String word = type.toUpperCase(Locale.ROOT) + "\t";
    return row.find("min_val")
        .map(least -> word + "0\t" + least + "\t" + row.text("max_val"))
        .orElseGet(() -> word + row.find("boot_val").orElse("") + "\t\t");
  }
}
