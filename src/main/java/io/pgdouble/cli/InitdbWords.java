package io.pgdouble.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the {@code initdb} of a major does or words otherwise than that of 16. A table. */
record InitdbWords(int major) {
  /** Why a size of a WAL segment is unfit. */
  enum SegmentSize {
    OUT_OF_RANGE,
    NO_POWER_OF_TWO
  }

  private static final int FIRST_WITH_HINTS = 15;
  private static final int FIRST_WITH_SET_OPTION = 16;
  private static final int FIRST_WITH_RANGES = 17;
  private static final int FIRST_WITH_QUOTED_NAMES = 17;
  private static final int FIRST_WITH_BUILTIN_LOCALES = 17;
  private static final int FIRST_WITH_CHECKSUMS = 18;

  private static final List<Map.Entry<String, String>> WITHOUT_HINTS =
      List.of(
          Map.entry("initdb: detail: ", ""),
          Map.entry("initdb: hint: ", ""),
          Map.entry("or empty the directory", "or empty\nthe directory"),
          Map.entry("run initdb with an", "run initdb\nwith an"),
          Map.entry("system will reside.", "system\nwill reside."),
          Map.entry("or the environment variable", "or the\nenvironment variable"),
          Map.entry("the encoding that the selected", "the encoding that the\nselected"),
          Map.entry("do not match. This would lead to ", "do not match.  This would lead to\n"),
          Map.entry("encoding explicitly, or", "encoding explicitly,\nor"));

  Set<String> localeProviders() {
    return major >= FIRST_WITH_BUILTIN_LOCALES
        ? Set.of("libc", "icu", "builtin")
        : Set.of("libc", "icu");
  }

  /** Whether {@code --locale} names the provider's locale as well, and is given. */
  boolean takesLocale(InitdbOptions options) {
    return major >= FIRST_WITH_BUILTIN_LOCALES && options.has("locale");
  }

  String localeIsMissing(String provider) {
    return major >= FIRST_WITH_BUILTIN_LOCALES
        ? "locale must be specified if provider is " + provider
        : "ICU locale must be specified";
  }

  /** A failure as this major prints it: the first did not say what is a detail, what a hint. */
  String failure(String text) {
    String failure = text;
    if (major < FIRST_WITH_HINTS) {
      for (Map.Entry<String, String> words : WITHOUT_HINTS) {
        failure = failure.replace(words.getKey(), words.getValue());
      }
    }
    return failure;
  }

  /** The size of a WAL segment is no number. */
  String segmentSizeIsNoNumber(String given) {
    return major >= FIRST_WITH_RANGES
        ? "invalid value \"" + given + "\" for option --wal-segsize"
        : "argument of --wal-segsize must be a number";
  }

  /** The size of a WAL segment is none of those there are. */
  String segmentSizeIsUnfit(SegmentSize why) {
    if (major >= FIRST_WITH_RANGES && why == SegmentSize.OUT_OF_RANGE) {
      return "--wal-segsize must be in range 1..1024";
    }
    String two = major >= FIRST_WITH_SET_OPTION ? "two" : "2";
    return "argument of --wal-segsize must be a power of " + two + " between 1 and 1024";
  }

  /** Where there is more than one locale. */
  List<String> localeHead() {
    if (major < FIRST_WITH_HINTS) {
      return List.of("The database cluster will be initialized with locales");
    }
    String provider =
        major >= FIRST_WITH_BUILTIN_LOCALES ? "  locale provider:   libc" : "  provider:    libc";
    return List.of(
        "The database cluster will be initialized with this locale configuration:", provider);
  }

  /** The line of one category, such as {@code LC_TIME}. */
  String localeLine(String category, String name) {
    return major < FIRST_WITH_HINTS
        ? "  %-9s %s".formatted(category.substring("LC_".length()) + ":", name)
        : "  %-12s %s".formatted(category + ":", name);
  }

  String selecting(String setting, String value) {
    String name = major >= FIRST_WITH_QUOTED_NAMES ? "\"" + setting + "\"" : setting;
    return "selecting default " + name + " ... " + value;
  }

  /** Whether data pages have checksums unless somebody says otherwise. */
  boolean checksumsByDefault() {
    return major >= FIRST_WITH_CHECKSUMS;
  }

  String trustWarning() {
    String warning = "initdb: warning: enabling \"trust\" authentication for local connections\n";
    String advice = "You can change this by editing pg_hba.conf or using the option -A, or";
    String rest = "--auth-local and --auth-host, the next time you run initdb.";
    return major >= FIRST_WITH_HINTS
        ? warning + "initdb: hint: " + advice + " " + rest
        : warning + advice + "\n" + rest;
  }
}
