package io.pgdouble.engine.plpgsql;

import java.util.Optional;

/** Where a statement of SQL ends, and what INTO in it says. */
final class StatementEnd {
  private static final int FIRST_TOKENS = 4;

  private final PlParser parser;
  private final PlScanner scanner;
  private final PlToken first;
  private final StringBuilder beginning = new StringBuilder();
  private Optional<TargetReader.Into> into = Optional.empty();
  private int intoStart = -1;
  private int intoEnd = -1;
  private int end;
  private int depth;
  private int blocks;
  private int count = 1;

  StatementEnd(PlParser parser, PlToken first) {
    this.parser = parser;
    this.scanner = parser.scanner;
    this.first = first;
    this.beginning.append(isWord(first, "create") ? 'c' : ' ');
  }

  private static boolean isWord(PlToken token, String word) {
    return token.kind() == PlToken.Kind.WORD && token.text().equals(word);
  }

  void find() {
    PlToken previous = first;
    PlToken token = scanner.next();
    while (!isEnd(token)) {
      if (into.isPresent() && intoEnd < 0) {
        intoEnd = token.start();
      }
      note(token);
      if (token.isEnd()) {
        throw scanner.complaint("unexpected end of function definition");
      }
      if (token.is("into") && isTarget(previous)) {
        into(token);
      }
      previous = token;
      token = scanner.next();
    }
    if (into.isPresent() && intoEnd < 0) {
      intoEnd = token.start();
    }
    end = token.start();
  }

  private boolean isEnd(PlToken token) {
    return token.isSymbol(";") && depth == 0 && blocks == 0;
  }

  /** Parentheses anywhere, and blocks in the definition of a routine. */
  private void note(PlToken token) {
    if (count < FIRST_TOKENS) {
      beginning.append(kind(token));
      count++;
    }
    if (token.isSymbol("(")) {
      depth++;
    } else if (token.isSymbol(")") && depth > 0) {
      depth--;
    }
    boolean definition = beginning.toString().matches("cf.*|corf");
    if (!definition || depth != 0) {
      return;
    }
    if (token.is("begin") || token.is("case")) {
      blocks++;
    } else if (token.is("end") && blocks > 0) {
      blocks--;
    }
  }

  private static char kind(PlToken token) {
    if (token.is("or")) {
      return 'o';
    }
    if (isWord(token, "replace")) {
      return 'r';
    }
    return isWord(token, "function") || isWord(token, "procedure") ? 'f' : ' ';
  }

  private boolean isTarget(PlToken previous) {
    return !previous.is("insert") && !previous.is("merge") && !first.is("import");
  }

  private void into(PlToken token) {
    if (into.isPresent()) {
      throw scanner.complaint("INTO specified more than once");
    }
    intoStart = token.start();
    scanner.lookup = PlScanner.Lookup.NORMAL;
    into = Optional.of(parser.targets.intoTarget());
    scanner.lookup = PlScanner.Lookup.EXPRESSION;
  }

  /** The statement, with blanks where INTO was. */
  String text() {
    if (into.isEmpty()) {
      return scanner.text(first.start(), end);
    }
    return scanner.text(first.start(), intoStart)
        + " ".repeat(intoEnd - intoStart)
        + scanner.text(intoEnd, end);
  }

  Optional<TargetReader.Into> into() {
    return into;
  }
}
