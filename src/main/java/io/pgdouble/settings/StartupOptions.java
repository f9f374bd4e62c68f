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
    String setting = ARGUMENT_FLAGS.get(letter);
    if (setting == null && letter != 'c') {
      throw invalid(word).toException();
    }
    boolean attached = index + 1 < word.length();
    if (!attached && at == words.size()) {
      throw invalid(word).toException();
    }
    String argument = attached ? word.substring(index + 1) : words.get(at++);
    if (letter == 'c') {
      assign(argument, "-c " + argument);
    } else {
      assignments.add(new Assignment(setting, argument));
    }
    return true;
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
