package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Command-line options that a startup packet carries in {@code options}: {@code postinit.c:
 * pg_split_opts}, {@code postgres.c: process_postgres_switches}.
 */
final class StartupOptions {
  /** One setting, as it was given. */
  record Assignment(String name, String value) {}

  /** Flags without an argument, and what they set. */
  private static final Map<Character, Assignment> FLAGS =
      Map.of(
          'e', new Assignment("datestyle", "euro"),
          'F', new Assignment("fsync", "false"),
          'i', new Assignment("listen_addresses", "*"),
          'l', new Assignment("ssl", "true"),
          'O', new Assignment("allow_system_table_mods", "true"),
          'P', new Assignment("ignore_system_indexes", "true"),
          's', new Assignment("log_statement_stats", "true"));

  /** Flags with an argument, and the setting it is the value of. */
  private static final Map<Character, String> ARGUMENT_FLAGS =
      Map.of(
          'B', "shared_buffers",
          'h', "listen_addresses",
          'k', "unix_socket_directories",
          'N', "max_connections",
          'p', "port",
          'S', "work_mem",
          'W', "post_auth_delay");

  /** Flags with an argument that is not simply the value of a setting. */
  private static final String OTHER_ARGUMENT_FLAGS = "cdftCDrv";

  /** Flags without an argument that a frontend may give and that do nothing. */
  private static final String WITHOUT_EFFECT = "bEjnT";

  /** What {@code -d} sets from its second level on, one more with each level. */
  private static final List<Assignment> DEBUG_LEVELS =
      List.of(
          new Assignment("log_statement", "all"),
          new Assignment("debug_print_parse", "true"),
          new Assignment("debug_print_plan", "true"),
          new Assignment("debug_print_rewritten", "true"));

  /** What {@code -f} turns off. */
  private static final Map<String, String> PLANS =
      Map.of(
          "s", "enable_seqscan",
          "i", "enable_indexscan",
          "o", "enable_indexonlyscan",
          "b", "enable_bitmapscan",
          "t", "enable_tidscan",
          "n", "enable_nestloop",
          "m", "enable_mergejoin",
          "h", "enable_hashjoin");

  /** What {@code -t} turns on. */
  private static final Map<String, String> STATISTICS =
      Map.of("pa", "log_parser_stats", "pl", "log_planner_stats", "e", "log_executor_stats");

  private final List<String> words;
  private final List<Assignment> assignments = new ArrayList<>();
  private int at;

  private StartupOptions(List<String> words) {
    this.words = words;
  }

  /**
   * The settings that the options name, in their order.
   *
   * @throws io.pgdouble.error.ReportedError 42601 if they are no options
   */
  static List<Assignment> parse(String options) {
    StartupOptions parser = new StartupOptions(split(options));
    while (parser.at < parser.words.size()) {
      parser.word(parser.words.get(parser.at++));
    }
    return parser.assignments;
  }

  /** Words separated by spaces; a backslash takes away the next character's meaning. */
  private static List<String> split(String options) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < options.length(); i++) {
      char c = options.charAt(i);
      boolean escapes = c == '\\' && i + 1 < options.length();
      if (AsciiText.isSpace(c)) {
        addIf(inside, words, word);
        inside = false;
      } else {
        word.append(escapes ? options.charAt(++i) : c);
        inside = true;
      }
    }
    addIf(inside, words, word);
    return words;
  }

  private static void addIf(boolean inside, List<String> words, StringBuilder word) {
    if (inside) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private void word(String word) {
    if (!word.startsWith("-") || word.length() == 1) {
      throw invalid(word).toException();
    }
    if (word.equals("--")) {
      noMoreWords();
      return;
    }
    if (word.startsWith("--")) {
      assign(word.substring(2), "--" + word.substring(2));
      return;
    }
    for (int i = 1; i < word.length(); i++) {
      boolean taken = flag(word, i);
      if (taken) {
        return;
      }
    }
  }

  /** Two dashes end the options, and nothing may follow them. */
  private void noMoreWords() {
    if (at < words.size()) {
      throw invalid(words.get(at)).toException();
    }
  }

  /** Reads one letter of a word; true if the rest of the word was its argument. */
  private boolean flag(String word, int index) {
    char letter = word.charAt(index);
    Assignment plain = FLAGS.get(letter);
    if (plain != null) {
      assignments.add(plain);
      return false;
    }
    if (WITHOUT_EFFECT.indexOf(letter) >= 0) {
      return false;
    }
    boolean attached = index + 1 < word.length();
    boolean known = ARGUMENT_FLAGS.containsKey(letter) || OTHER_ARGUMENT_FLAGS.indexOf(letter) >= 0;
    if (!known || !attached && at == words.size()) {
      throw invalid(word).toException();
    }
    take(letter, attached ? word.substring(index + 1) : words.get(at++));
    return true;
  }

  private void take(char letter, String argument) {
    switch (letter) {
      case 'c' -> assign(argument, "-c " + argument);
      case 'd' -> debug(leadingNumber(argument));
      case 'f' -> turn(PLANS, argument.substring(0, Math.min(1, argument.length())), "off");
      case 't' -> turn(STATISTICS, statistics(argument), "on");
      case 'C', 'D', 'r', 'v' -> {}
      default -> assignments.add(new Assignment(ARGUMENT_FLAGS.get(letter), argument));
    }
  }

  /** The beginning of the argument that counts: {@code e}, or {@code p} and one more letter. */
  private static String statistics(String argument) {
    return argument.startsWith("e") ? "e" : argument.substring(0, Math.min(2, argument.length()));
  }

  /** {@code atoi}: the number an argument begins with, or 0. */
  private static int leadingNumber(String argument) {
    int end = 0;
    while (end < Math.min(9, argument.length()) && Character.isDigit(argument.charAt(end))) {
      end++;
    }
    return end == 0 ? 0 : Integer.parseInt(argument.substring(0, end));
  }

  /** {@code postgres.c: set_debug_options}. */
  private void debug(int level) {
    assignments.add(new Assignment("log_min_messages", level > 0 ? "debug" + level : "notice"));
    for (int i = 2; i <= level && i - 2 < DEBUG_LEVELS.size(); i++) {
      assignments.add(DEBUG_LEVELS.get(i - 2));
    }
  }

  /** {@code postgres.c: set_plan_disabling_options, get_stats_option_name}. */
  private void turn(Map<String, String> settings, String key, String value) {
    String setting = settings.get(key);
    if (setting == null) {
      throw invalid(words.get(at - 1)).toException();
    }
    assignments.add(new Assignment(setting, value));
  }

  /** {@code guc.c: ParseLongOption}; a dash in the name stands for an underscore. */
  private void assign(String argument, String shown) {
    int equals = argument.indexOf('=');
    if (equals < 0) {
      throw ErrorReport.error(SqlState.SYNTAX_ERROR, shown + " requires a value").toException();
    }
    String name = argument.substring(0, equals).replace('-', '_');
    assignments.add(new Assignment(name, argument.substring(equals + 1)));
  }

  private static ErrorReport invalid(String word) {
    return ErrorReport.error(
            SqlState.SYNTAX_ERROR, "invalid command-line argument for server process: " + word)
        .withHint("Try \"postgres --help\" for more information.");
  }
}
