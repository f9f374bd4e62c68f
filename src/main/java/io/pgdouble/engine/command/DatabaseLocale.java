package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.settings.EncodingNames;
import java.util.Optional;
import java.util.Set;

/**
 * Encoding and locale of a new database, which have to be those of its template ({@code
 * dbcommands.c: createdb}). Others are refused where PostgreSQL would make them.
 */
record DatabaseLocale(Facts facts, DatabaseOptions options) {
  /** {@code pg_wchar.h: PG_ENCODING_BE_LAST}. */
  private static final int LAST_OF_SERVERS = 34;

  private static final String ANY_TEMPLATE = "template0";

  /** Names that every system has, and that fit every encoding. */
  private static final Set<String> PLAIN = Set.of("C", "POSIX");

  /** The encoding that is asked for, by its own name. */
  Optional<String> encoding() {
    Optional<DefElem> given =
        options.find(DatabaseOptions.ENCODING).filter(one -> one.arg().isPresent());
    return given.map(this::encoding);
  }

  private String encoding(DefElem option) {
    if (option.arg().orElseThrow() instanceof IntegerValue number) {
      return byNumber(number.value())
          .orElseThrow(() -> wrong(option, number.value() + " is not a valid encoding code"));
    }
    String name = options.text(DatabaseOptions.ENCODING).orElseThrow();
    return EncodingNames.canonical(name, facts)
        .filter(this::isOfServers)
        .orElseThrow(() -> wrong(option, name + " is not a valid encoding name"));
  }

  private static ReportedError wrong(DefElem option, String message) {
    return ErrorReport.error(SqlState.UNDEFINED_OBJECT, message)
        .withPosition(option.location() + 1)
        .toException();
  }

  private Optional<String> byNumber(int id) {
    return facts.table("encodings").rows().stream()
        .filter(row -> row.integer("id") == id && id <= LAST_OF_SERVERS)
        .map(row -> row.text("name"))
        .findFirst();
  }

  private boolean isOfServers(String name) {
    return facts.table("encodings").rows().stream()
        .anyMatch(row -> row.text("name").equals(name) && row.integer("id") <= LAST_OF_SERVERS);
  }

  /** {@code COLLPROVIDER_…}. */
  void checkProvider() {
    Optional<String> provider = options.text("locale_provider");
    if (provider.filter(name -> !name.equalsIgnoreCase("libc")).isEmpty()) {
      return;
    }
    String name = provider.get();
    boolean known =
        name.equalsIgnoreCase("icu") || facts.major() >= 17 && name.equalsIgnoreCase("builtin");
    throw known
        ? ErrorReport.notSimulated("databases whose locale provider is " + name).toException()
        : new ReportedError(
            SqlState.INVALID_OBJECT_DEFINITION, "unrecognized locale provider: " + name);
  }

  void check(FactRow template) {
    String encoding = encoding().orElse(template.text("encoding"));
    String locale = options.text("locale").orElse("");
    String collate = options.text("lc_collate").orElse(locale);
    String type = options.text("lc_ctype").orElse(locale);
    collate = collate.isEmpty() ? template.text("datcollate") : collate;
    type = type.isEmpty() ? template.text("datctype") : type;
    collate = canonical(collate, template.text("datcollate"));
    type = canonical(type, template.text("datctype"));
    checkMatch(encoding, type, "LC_CTYPE");
    checkMatch(encoding, collate, "LC_COLLATE");
    checkTemplate("encoding", encoding, template.text("encoding"), template);
    checkTemplate("collation", collate, template.text("datcollate"), template);
    checkTemplate("LC_CTYPE", type, template.text("datctype"), template);
  }

  /** {@code pg_locale.c: check_locale}. */
  private static String canonical(String locale, String known) {
    if (!locale.equals(known) && !PLAIN.contains(locale)) {
      throw ErrorReport.notSimulated("the locale \"" + locale + "\"").toException();
    }
    return locale.equals("POSIX") ? "C" : locale;
  }

  /** {@code check_encoding_locale_matches}. */
  private static void checkMatch(String encoding, String locale, String category) {
    boolean matches =
        PLAIN.contains(locale) || encoding.equals("UTF8") || encoding.equals("SQL_ASCII");
    if (!matches) {
      throw ErrorReport.error(
              SqlState.INVALID_PARAMETER_VALUE,
              "encoding \"" + encoding + "\" does not match locale \"" + locale + "\"")
          .withDetail("The chosen " + category + " setting requires encoding \"UTF8\".")
          .toException();
    }
  }

  private static void checkTemplate(String what, String mine, String its, FactRow template) {
    if (mine.equals(its)) {
      return;
    }
    if (template.text("datname").equals(ANY_TEMPLATE)) {
      throw ErrorReport.notSimulated("databases with " + what + " " + mine).toException();
    }
    throw ErrorReport.error(
            SqlState.INVALID_PARAMETER_VALUE,
            "new %s (%s) is incompatible with the %s of the template database (%s)"
                .formatted(what, mine, what, its))
        .withHint(
            "Use the same " + what + " as in the template database, or use template0 as template.")
        .toException();
  }
}
