package io.pgdouble.engine.regex;

import io.pgdouble.engine.regex.RegexExpression.Constraint;

/** Whether places in a text are what constraints ask for. */
final class RegexPlaces {
  private RegexPlaces() {}

  static boolean holds(Constraint constraint, int[] text, int at) {
    return switch (constraint.place()) {
      case START_OF_TEXT -> at == 0;
      case END_OF_TEXT -> at == text.length;
      case START_OF_LINE -> at == 0 || text[at - 1] == '\n';
      case END_OF_LINE -> at == text.length || text[at] == '\n';
      case START_OF_WORD, END_OF_WORD, EDGE_OF_WORD, NO_EDGE_OF_WORD ->
          atWord(constraint, text, at);
    };
  }

  private static boolean atWord(Constraint constraint, int[] text, int at) {
    boolean before = at > 0 && isWord(text[at - 1], constraint);
    boolean after = at < text.length && isWord(text[at], constraint);
    return switch (constraint.place()) {
      case START_OF_WORD -> !before && after;
      case END_OF_WORD -> before && !after;
      case EDGE_OF_WORD -> before != after;
      case NO_EDGE_OF_WORD -> before == after;
      case START_OF_TEXT, END_OF_TEXT, START_OF_LINE, END_OF_LINE ->
          throw new IllegalArgumentException("no edge of a word");
    };
  }

  private static boolean isWord(int character, Constraint constraint) {
    return (character < 0x80 || constraint.alphabet() == RegexOptions.Alphabet.UNICODE)
        && RegexClasses.isWord(character);
  }
}
