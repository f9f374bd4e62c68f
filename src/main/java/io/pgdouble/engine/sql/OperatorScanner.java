package io.pgdouble.engine.sql;

/**
 * Operators ({@code scan.l}: self, operator): where they end, and which have tokens of their own.
 */
final class OperatorScanner {
  private static final String SELF = ",()[].;:+-*/%^<>=";

  private final Lexer lexer;

  OperatorScanner(Lexer lexer) {
    this.lexer = lexer;
  }

  int operator() {
    int stop = lexer.start + 1;
    while (stop < lexer.length && Lexer.OPERATOR_CHARS.indexOf(lexer.sql.charAt(stop)) >= 0) {
      stop++;
    }
    int size = operatorLength(stop - lexer.start);
    lexer.end = lexer.start + size;
    char first = lexer.sql.charAt(lexer.start);
    if (size == 1 && SELF.indexOf(first) >= 0) {
      return first;
    }
    int special = size == 2 ? twoCharacters(first, lexer.sql.charAt(lexer.start + 1)) : Token.OP;
    if (special != Token.OP) {
      return special;
    }
    if (size >= Lexer.NAMEDATALEN) {
      throw lexer.syntaxError("operator too long");
    }
    lexer.text = lexer.sql.substring(lexer.start, lexer.end);
    return Token.OP;
  }

  private static int twoCharacters(char first, char second) {
    if (first == '=' && second == '>') {
      return Token.EQUALS_GREATER;
    }
    if (second == '=') {
      return switch (first) {
        case '>' -> Token.GREATER_EQUALS;
        case '<' -> Token.LESS_EQUALS;
        case '!' -> Token.NOT_EQUALS;
        default -> Token.OP;
      };
    }
    return first == '<' && second == '>' ? Token.NOT_EQUALS : Token.OP;
  }

  /**
   * An operator ends where a comment starts, and does not end in plus or minus unless it holds a
   * character that no operator of standard SQL has.
   */
  private int operatorLength(int matched) {
    int size = matched;
    for (int i = 1; i + 1 < matched; i++) {
      if (isCommentStart(lexer.start + i)) {
        size = i;
        break;
      }
    }
    if (size == 1 || !isSign(lexer.sql.charAt(lexer.start + size - 1))) {
      return size;
    }
    for (int i = size - 2; i >= 0; i--) {
      if ("~!@#^&|`?%".indexOf(lexer.sql.charAt(lexer.start + i)) >= 0) {
        return size;
      }
    }
    do {
      size--;
    } while (size > 1 && isSign(lexer.sql.charAt(lexer.start + size - 1)));
    return size;
  }

  private static boolean isSign(char c) {
    return c == '+' || c == '-';
  }

  private boolean isCommentStart(int index) {
    char c = lexer.at(index);
    return (c == '-' && lexer.at(index + 1) == '-') || (c == '/' && lexer.at(index + 1) == '*');
  }
}
