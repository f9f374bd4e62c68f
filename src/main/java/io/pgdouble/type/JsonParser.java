package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.type.JsonLexer.Strings;
import io.pgdouble.type.JsonLexer.Token;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Checks a JSON text and builds its value if wanted. Without recursion. Server: {@code jsonapi.c:
 * pg_parse_json}.
 */
final class JsonParser {
  /** Where the server's own stack comes to its end depends on its build: 16000 levels it bears. */
  private static final int MAX_DEPTH = 16_000;

  /** Values are walked with recursion, on threads with small stacks. */
  private static final int MAX_VALUE_DEPTH = 1_000;

  private final JsonLexer lexer;
  private final JsonbBuilder builder;
  private final Deque<Token> open = new ArrayDeque<>();

  private JsonParser(JsonLexer lexer, JsonbBuilder builder) {
    this.lexer = lexer;
    this.builder = builder;
  }

  /**
   * @throws ReportedError {@code 22P02} with the server's detail and context
   */
  static void check(String text) {
    new JsonParser(new JsonLexer(text, Strings.CHECKED), null).parse();
  }

  /**
   * The same for a text that is valid, but for what resolving its escapes brings to light.
   *
   * @throws ReportedError {@code 22P02} or {@code 22P05}
   */
  static void checkEscapes(String text) {
    new JsonParser(new JsonLexer(text, Strings.RESOLVED), null).parse();
  }

  /**
   * @throws ReportedError {@code 22P02}, {@code 22P05}, or {@code 22003} for a number too large
   */
  static Jsonb parse(String text) {
    JsonParser parser = new JsonParser(new JsonLexer(text, Strings.RESOLVED), new JsonbBuilder());
    parser.parse();
    return parser.builder.result();
  }

  private void parse() {
    lexer.next();
    do {
      value();
    } while (!open.isEmpty());
    if (lexer.token() != Token.END) {
      throw expected("end of input");
    }
  }

  /** One scalar, or what opens an array or object, and whatever closes then. */
  private void value() {
    Token token = lexer.token();
    switch (token) {
      case OBJECT_START -> openObject();
      case ARRAY_START -> openArray();
      case STRING, NUMBER, TRUE, FALSE, NULL -> {
        scalar(token);
        afterValue();
      }
      case OBJECT_END, ARRAY_END, COMMA, COLON, END -> throw expected("JSON value");
    }
  }

  private void scalar(Token token) {
    String text = token == Token.NUMBER ? lexer.tokenText() : "";
    String string = token == Token.STRING ? lexer.string() : "";
    // The next token is read first, so that a fault in it comes before one in this number.
    lexer.next();
    if (builder == null) {
      return;
    }
    switch (token) {
      case STRING -> builder.add(new Jsonb.Text(string));
      case NUMBER -> builder.add(new Jsonb.Number(Numeric.parse(text)));
      case NULL -> builder.add(Jsonb.Null.NULL);
      default -> builder.add(new Jsonb.Bool(token == Token.TRUE));
    }
  }

  private void push(Token token) {
    int limit = builder == null ? MAX_DEPTH : MAX_VALUE_DEPTH;
    if (open.size() >= limit) {
      throw ErrorReport.notSimulated("JSON nested deeper than " + limit + " levels").toException();
    }
    open.push(token);
  }

  private void openObject() {
    push(Token.OBJECT_START);
    if (builder != null) {
      builder.openObject();
    }
    lexer.next();
    if (lexer.token() == Token.OBJECT_END) {
      close();
    } else if (lexer.token() == Token.STRING) {
      key();
    } else {
      throw expected("string or \"}\"");
    }
  }

  private void key() {
    if (lexer.token() != Token.STRING) {
      throw expected("string");
    }
    if (builder != null) {
      builder.key(lexer.string());
    }
    lexer.next();
    if (lexer.token() != Token.COLON) {
      throw expected("\":\"");
    }
    lexer.next();
  }

  private void keyIf(boolean inObject) {
    if (inObject) {
      key();
    }
  }

  private void openArray() {
    push(Token.ARRAY_START);
    if (builder != null) {
      builder.openArray();
    }
    lexer.next();
    if (lexer.token() == Token.ARRAY_END) {
      close();
    }
  }

  private void close() {
    open.pop();
    lexer.next();
    if (builder != null) {
      builder.close();
    }
    afterValue();
  }

  /** Goes on to where the next value begins, or leaves nothing open. */
  private void afterValue() {
    while (!open.isEmpty()) {
      boolean object = open.peek() == Token.OBJECT_START;
      if (lexer.token() == Token.COMMA) {
        lexer.next();
        keyIf(object);
        return;
      }
      if (lexer.token() != (object ? Token.OBJECT_END : Token.ARRAY_END)) {
        throw expected(object ? "\",\" or \"}\"" : "\",\" or \"]\"");
      }
      open.pop();
      lexer.next();
      if (builder != null) {
        builder.close();
      }
    }
  }

  private ReportedError expected(String what) {
    String detail =
        lexer.token() == Token.END
            ? "The input string ended unexpectedly."
            : "Expected " + what + ", but found \"" + lexer.tokenText() + "\".";
    return JsonFault.invalid(lexer, detail);
  }
}
