package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Command-line options that a startup packet carries in {@code options}: {@code postinit.c:
 * pg_split_opts}, {@code postgres.c: process_postgres_switches}.
 */
final class StartupOptions {
  private final List<String> words;
  private final Consumer<SettingAssignment> set;
  private int at;

  private StartupOptions(List<String> words, Consumer<SettingAssignment> set) {
    this.words = words;
    this.set = set;
  }

  /**
   * Sets what the options name, in their order: what comes before a word that is no option is set
   * before anybody complains of the word.
   *
   * @throws io.pgdouble.error.ReportedError 42601 if they are no options
   */
  static void parse(String options, Consumer<SettingAssignment> set) {
    StartupOptions parser = new StartupOptions(split(options), set);
    while (parser.at < parser.words.size()) {
      parser.word(parser.words.get(parser.at++));
    }
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
    if (PostgresSwitches.isFlag(letter)) {
      PostgresSwitches.ofFlag(letter).forEach(set);
      return false;
    }
    boolean attached = index + 1 < word.length();
    if (!PostgresSwitches.takesArgument(letter) || !attached && at == words.size()) {
      throw invalid(word).toException();
    }
    take(letter, attached ? word.substring(index + 1) : words.get(at++));
    return true;
  }

  private void take(char letter, String argument) {
    if (letter == 'c') {
      assign(argument, "-c " + argument);
    } else {
      PostgresSwitches.ofArgument(letter, argument)
          .orElseThrow(() -> invalid(words.get(at - 1)).toException())
          .forEach(set);
    }
  }

  private void assign(String argument, String shown) {
    set.accept(SettingAssignment.parse(argument, shown));
  }

  private static ErrorReport invalid(String word) {
    return ErrorReport.error(
            SqlState.SYNTAX_ERROR, "invalid command-line argument for server process: " + word)
        .withHint("Try \"postgres --help\" for more information.");
  }
}
