package io.pgdouble.cli;

import io.pgdouble.facts.Facts;
import io.pgdouble.settings.EncodingNames;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The locale of a new cluster: {@code initdb.c: setlocales, setup_locale_encoding}. The double
 * sorts and converts as the C locales do, in UTF8, and in no other way.
 */
final class InitdbLocale {
  private static final String UTF8 = "UTF8";
  private static final String DEFAULT = "C.UTF-8";
  private static final Set<String> WITHOUT_CODESET = Set.of("C", "POSIX");
  private static final Set<String> SIMULATED = Set.of("C", "POSIX", DEFAULT, "C.utf8");
  private static final List<String> CATEGORIES =
      List.of("lc-collate", "lc-ctype", "lc-messages", "lc-monetary", "lc-numeric", "lc-time");

  private final InitdbOptions options;
  private final PrintStream err;

  /** By category, as the options spell it. */
  private final Map<String, String> names = new LinkedHashMap<>();

  InitdbLocale(InitdbOptions options, PrintStream err) {
    this.options = options;
    this.err = err;
    CATEGORIES.forEach(category -> names.put(category, chosen(category)));
  }

  private String chosen(String category) {
    String asked = options.value(category).or(() -> options.value("locale")).orElse("");
    if (!asked.isEmpty() && !SIMULATED.contains(asked)) {
      throw InitdbOptions.error(
          "pgdouble does not simulate the locale \""
              + asked
              + "\"\ninitdb: hint: It knows C, POSIX and C.UTF-8.");
    }
    String name = asked.isEmpty() ? ofEnvironment(category) : asked;
    return name.equals("POSIX") ? "C" : name;
  }

  private String ofEnvironment(String category) {
    Map<String, String> environment = System.getenv();
    String variable = category.replace('-', '_').toUpperCase(java.util.Locale.ROOT);
    for (String name : List.of("LC_ALL", variable, "LANG")) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return simulated(value);
      }
    }
    return "C";
  }

  private String simulated(String locale) {
    if (SIMULATED.contains(locale)) {
      return locale;
    }
    err.println(
        "initdb: warning: pgdouble does not simulate the locale \""
            + locale
            + "\" of the environment; it takes \""
            + DEFAULT
            + "\"");
    return DEFAULT;
  }

  /** Who sorts and converts: the C library, as the double does. */
  void checkProvider(InitdbWords words) {
    String provider = options.localeProvider();
    if (provider.equals("libc")) {
      return;
    }
    if (!options.has(provider + "-locale") && !words.takesLocale(options)) {
      throw InitdbOptions.error(words.localeIsMissing(provider));
    }
    throw InitdbOptions.error(
        "pgdouble does not simulate the locale provider \""
            + provider
            + "\"\ninitdb: hint: It knows libc.");
  }

  String name(String category) {
    return names.get(category);
  }

  void print(InitdbWords words, PrintStream out) {
    if (Set.copyOf(names.values()).size() == 1) {
      out.println(
          "The database cluster will be initialized with locale \"" + name("lc-ctype") + "\".");
    } else {
      words.localeHead().forEach(out::println);
      names.forEach((category, name) -> out.println(words.localeLine(label(category), name)));
    }
  }

  private static String label(String category) {
    return category.replace('-', '_').toUpperCase(java.util.Locale.ROOT);
  }

  /** Chooses the encoding, which must be UTF8. */
  void checkEncoding(Facts facts, PrintStream out) {
    boolean anyCodeset = WITHOUT_CODESET.contains(name("lc-ctype"));
    if (!options.has("E")) {
      if (anyCodeset) {
        err.println(
            "initdb: warning: pgdouble does not simulate the encoding \"SQL_ASCII\" of locale \""
                + name("lc-ctype")
                + "\"; it takes \"UTF8\"");
      }
      out.println("The default database encoding has accordingly been set to \"" + UTF8 + "\".");
      return;
    }
    String asked = options.value("E").orElseThrow();
    String encoding =
        EncodingNames.canonical(asked, facts)
            .orElseThrow(
                () -> InitdbOptions.error("\"" + asked + "\" is not a valid server encoding name"));
    if (!encoding.equals(UTF8)) {
      throw anyCodeset
          ? InitdbOptions.error("pgdouble does not simulate the encoding \"" + encoding + "\"")
          : mismatch(encoding);
    }
  }

  private static ProgramFailure mismatch(String encoding) {
    return InitdbOptions.error(
        "encoding mismatch\ninitdb: detail: The encoding you selected ("
            + encoding
            + ") and the encoding that the selected locale uses (UTF8) do not match. This would"
            + " lead to misbehavior in various character string processing functions.\n"
            + "initdb: hint: Rerun initdb and either do not specify an encoding explicitly, or"
            + " choose a matching combination.");
  }
}
