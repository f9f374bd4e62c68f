package io.pgdouble.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads a command line as C's {@code getopt_long} does, whose rules and complaints PostgreSQL's
 * programs have.
 */
final class GetOpt {
  /** Whether an option has an argument. */
  enum Argument {
    NONE,
    REQUIRED
  }

  /** One option that was found; its argument is empty if it takes none. */
  record Found(String name, String argument) {}

  /** What is wrong, as {@code getopt_long} says it after the program's name. */
  static final class BadOptionException extends Exception {
    private static final long serialVersionUID = 1L;

    BadOptionException(String complaint) {
      super(complaint);
    }
  }

  private final Map<String, Argument> longOptions;
  private final String shortOptions;
  private final List<Found> found = new ArrayList<>();
  private final List<String> operands = new ArrayList<>();
  private List<String> words = List.of();
  private int at;

  /**
   * @param shortOptions letters, with a colon behind those that take an argument
   * @param longOptions by name, in the order in which complaints list them
   */
  GetOpt(String shortOptions, Map<String, Argument> longOptions) {
    this.shortOptions = shortOptions;
    this.longOptions = longOptions;
  }

  /** Reads all words. */
  GetOpt read(List<String> line) throws BadOptionException {
    words = line;
    while (at < words.size()) {
      String word = words.get(at++);
      if (word.equals("--")) {
        operands.addAll(words.subList(at, words.size()));
        return this;
      }
      if (word.startsWith("--")) {
        longOption(word.substring(2));
      } else if (word.startsWith("-") && word.length() > 1) {
        letters(word);
      } else {
        operands.add(word);
      }
    }
    return this;
  }

  List<Found> found() {
    return found;
  }

  /** The words that are no options. */
  List<String> operands() {
    return operands;
  }

  private void longOption(String word) throws BadOptionException {
    int equals = word.indexOf('=');
    String given = equals < 0 ? word : word.substring(0, equals);
    String name = fullName(given, word);
    boolean takes = longOptions.get(name) == Argument.REQUIRED;
    if (!takes && equals >= 0) {
      throw new BadOptionException("option '--" + name + "' doesn't allow an argument");
    }
    if (takes && equals < 0 && at == words.size()) {
      throw new BadOptionException("option '--" + name + "' requires an argument");
    }
    String argument = equals >= 0 ? word.substring(equals + 1) : takes ? words.get(at++) : "";
    found.add(new Found(name, argument));
  }

  /** A name may be cut where it is clear which is meant. */
  private String fullName(String given, String word) throws BadOptionException {
    if (longOptions.containsKey(given)) {
      return given;
    }
    List<String> possible =
        longOptions.keySet().stream().filter(name -> name.startsWith(given)).toList();
    if (possible.size() != 1) {
      throw new BadOptionException(
          possible.isEmpty()
              ? "unrecognized option '--" + word + "'"
              : "option '--" + word + "' is ambiguous; possibilities: " + listed(possible));
    }
    return possible.get(0);
  }

  private static String listed(List<String> names) {
    StringBuilder list = new StringBuilder();
    names.forEach(name -> list.append(list.length() == 0 ? "" : " ").append("'--" + name + "'"));
    return list.toString();
  }

  private void letters(String word) throws BadOptionException {
    for (int i = 1; i < word.length(); i++) {
      char letter = word.charAt(i);
      int index = letter == ':' ? -1 : shortOptions.indexOf(letter);
      if (index < 0) {
        throw new BadOptionException("invalid option -- '" + letter + "'");
      }
      if (shortOptions.startsWith(":", index + 1)) {
        withArgument(word, i);
        return;
      }
      found.add(new Found(String.valueOf(letter), ""));
    }
  }

  private void withArgument(String word, int index) throws BadOptionException {
    String name = word.substring(index, index + 1);
    boolean attached = index + 1 < word.length();
    if (!attached && at == words.size()) {
      throw new BadOptionException("option requires an argument -- '" + name + "'");
    }
    found.add(new Found(name, attached ? word.substring(index + 1) : words.get(at++)));
  }
}
