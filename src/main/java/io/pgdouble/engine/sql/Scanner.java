package io.pgdouble.engine.sql;

import io.pgdouble.error.ErrorReport;
import java.util.function.Consumer;

/**
 * The core lexer for whoever has a grammar of its own, as PL/pgSQL has ({@code scanner_init}): one
 * lexeme at a time, words of every kind being just words.
 */
public final class Scanner {
  private final Lexer lexer;

  public Scanner(String text, ParserSettings settings, Consumer<ErrorReport> notices) {
    this.lexer = new Lexer(text, settings, notices);
  }

  /** What a lexeme is. */
  public enum Kind {
    /** An identifier or a keyword of SQL, which are told apart by nobody here. */
    WORD,
    STRING,
    INTEGER,
    /** {@code $1}. */
    PARAMETER,
    /** A character or several that are no word: their text says which. */
    SYMBOL,
    /** Any other constant. */
    CONSTANT,
    END
  }

  /**
   * A lexeme.
   *
   * @param text a word folded and unquoted, a string unescaped, a symbol as it is
   * @param start index of its first character
   * @param end index behind its last
   * @param quoted whether it is a word in double quotes
   */
  public record Lexeme(Kind kind, String text, int number, int start, int end, boolean quoted) {}

  /**
   * The next one.
   *
   * @throws io.pgdouble.error.ReportedError where there is none, with a position
   */
  public Lexeme next() {
    int token = lexer.next();
    Kind kind = kind(token);
    String written = lexer.sql.substring(lexer.start, lexer.end);
    boolean quoted = kind == Kind.WORD && written.startsWith("\"");
    String text = kind == Kind.SYMBOL || kind == Kind.END ? written : lexer.text;
    if (kind == Kind.PARAMETER) {
      text = written;
    }
    return new Lexeme(kind, text, lexer.number, lexer.start, lexer.end, quoted);
  }

  private static Kind kind(int token) {
    if (token >= Keyword.BASE) {
      return Kind.WORD;
    }
    return switch (token) {
      case Token.EOF -> Kind.END;
      case Token.IDENT -> Kind.WORD;
      case Token.SCONST -> Kind.STRING;
      case Token.ICONST -> Kind.INTEGER;
      case Token.PARAM -> Kind.PARAMETER;
      case Token.FCONST, Token.BCONST, Token.XCONST, Token.UIDENT, Token.USCONST -> Kind.CONSTANT;
      default -> Kind.SYMBOL;
    };
  }

  /** How many characters of the text, as positions count them, stand before an index. */
  public int location(int index) {
    return lexer.location(index);
  }
}
