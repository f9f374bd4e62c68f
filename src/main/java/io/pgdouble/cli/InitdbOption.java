package io.pgdouble.cli;

import static io.pgdouble.cli.GetOpt.Argument.NONE;
import static io.pgdouble.cli.GetOpt.Argument.REQUIRED;

import io.pgdouble.cli.GetOpt.Argument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A long option of {@code initdb}: {@code initdb.c: long_options}. A table.
 *
 * @param letter the letter that means the same; the name itself where there is none
 * @param since the first major that has it
 */
record InitdbOption(String name, String letter, Argument argument, int since) {
  /** Every major that is doubled has it. */
  private static final int ALWAYS = 0;

  /** The first major that has {@code -c}. */
  private static final int FIRST_WITH_SET = 16;

  private static final String SHORT = "A:dD:E:gkL:nNsST:U:WX:";

  /** In the order in which {@code getopt_long} lists what an abbreviation may mean. */
  private static final List<InitdbOption> TABLE =
      List.of(
          new InitdbOption("pgdata", "D", REQUIRED, ALWAYS),
          new InitdbOption("encoding", "E", REQUIRED, ALWAYS),
          named("locale", REQUIRED, ALWAYS),
          named("lc-collate", REQUIRED, ALWAYS),
          named("lc-ctype", REQUIRED, ALWAYS),
          named("lc-monetary", REQUIRED, ALWAYS),
          named("lc-numeric", REQUIRED, ALWAYS),
          named("lc-time", REQUIRED, ALWAYS),
          named("lc-messages", REQUIRED, ALWAYS),
          named("no-locale", NONE, ALWAYS),
          new InitdbOption("text-search-config", "T", REQUIRED, ALWAYS),
          new InitdbOption("auth", "A", REQUIRED, ALWAYS),
          named("auth-local", REQUIRED, ALWAYS),
          named("auth-host", REQUIRED, ALWAYS),
          new InitdbOption("pwprompt", "W", NONE, ALWAYS),
          named("pwfile", REQUIRED, ALWAYS),
          new InitdbOption("username", "U", REQUIRED, ALWAYS),
          new InitdbOption("help", "?", NONE, ALWAYS),
          new InitdbOption("version", "V", NONE, ALWAYS),
          new InitdbOption("debug", "d", NONE, ALWAYS),
          new InitdbOption("show", "s", NONE, ALWAYS),
          new InitdbOption("noclean", "n", NONE, ALWAYS),
          new InitdbOption("no-clean", "n", NONE, ALWAYS),
          new InitdbOption("nosync", "N", NONE, ALWAYS),
          new InitdbOption("no-sync", "N", NONE, ALWAYS),
          named("no-instructions", NONE, ALWAYS),
          new InitdbOption("set", "c", REQUIRED, FIRST_WITH_SET),
          new InitdbOption("sync-only", "S", NONE, ALWAYS),
          new InitdbOption("waldir", "X", REQUIRED, ALWAYS),
          named("wal-segsize", REQUIRED, ALWAYS),
          new InitdbOption("data-checksums", "k", NONE, ALWAYS),
          new InitdbOption("allow-group-access", "g", NONE, ALWAYS),
          named("discard-caches", NONE, ALWAYS),
          named("locale-provider", REQUIRED, 15),
          named("builtin-locale", REQUIRED, 17),
          named("icu-locale", REQUIRED, 15),
          named("icu-rules", REQUIRED, 16),
          named("sync-method", REQUIRED, 17),
          named("no-data-checksums", NONE, 18),
          named("no-sync-data-files", NONE, 18));

  private static InitdbOption named(String name, Argument argument, int since) {
    return new InitdbOption(name, name, argument, since);
  }

  static Map<String, Argument> longOptions(int major) {
    Map<String, Argument> known = new LinkedHashMap<>();
    TABLE.stream()
        .filter(option -> major >= option.since)
        .forEach(option -> known.put(option.name, option.argument));
    return known;
  }

  static String shortOptions(int major) {
    return major >= FIRST_WITH_SET ? SHORT + "c:" : SHORT;
  }

  private static final Map<String, String> LETTERS =
      TABLE.stream().collect(Collectors.toMap(InitdbOption::name, InitdbOption::letter));

  /** The letter of an option that was found by either. */
  static String letter(String found) {
    return LETTERS.getOrDefault(found, found);
  }
}
