package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Cuts a JSON text into tokens. Server: {@code jsonapi.c: json_lex}. */
final class JsonLexer {
  private final byte[] input;
  private final Strings strings;
  private final ByteArrayOutputStream value = new ByteArrayOutputStream();
  private Token token = Token.END;
  private int tokenStart;
  private int tokenEnd;
  private int line = 1;
  private int lineStart;
  private int at;
  private int highSurrogate = -1;

  /** What a token is. */
  enum Token {
    STRING,
    NUMBER,
    OBJECT_START,
    OBJECT_END,
    ARRAY_START,
    ARRAY_END,
    COMMA,
    COLON,
    TRUE,
    FALSE,
    NULL,
    END
  }

  /** Whether strings are wanted with their escapes resolved, which finds more faults. */
  enum Strings {
    CHECKED,
    RESOLVED
  }

  JsonLexer(String text, Strings strings) {
    this.input = text.getBytes(StandardCharsets.UTF_8);
    this.strings = strings;
  }

  byte[] input() {
    return input;
  }

  Token token() {
    return token;
  }

  int tokenEnd() {
    return tokenEnd;
  }

  int line() {
    return line;
  }

  int lineStart() {
    return lineStart;
  }

  /** The bytes of the token as text. */
  String tokenText() {
    return new String(input, tokenStart, tokenEnd - tokenStart, StandardCharsets.UTF_8);
  }

  /** The string token without quotes and escapes, if that was asked for. */
  String string() {
    return value.toString(StandardCharsets.UTF_8);
  }

  /** Moves to the next token. */
  void next() {
    at = tokenEnd;
    while (at < input.length && isSpace(input[at])) {
      if (input[at++] == '\n') {
        line++;
        lineStart = at;
      }
    }
    tokenStart = at;
    if (at >= input.length) {
      token = Token.END;
      tokenEnd = at;
      return;
    }
    switch (input[at]) {
      case '{' -> single(Token.OBJECT_START);
      case '}' -> single(Token.OBJECT_END);
      case '[' -> single(Token.ARRAY_START);
      case ']' -> single(Token.ARRAY_END);
      case ',' -> single(Token.COMMA);
      case ':' -> single(Token.COLON);
      case '"' -> readString();
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> readNumber();
      default -> readWord();
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  private void single(Token one) {
    token = one;
    tokenEnd = at + 1;
  }

  private static boolean isWordPart(byte b) {
    return b < 0 || b == '_' || Ascii.isAlnum((char) b);
  }

  /** A whole word is reported, though only three are legal. */
  private void readWord() {
    int end = at;
    while (end < input.length && isWordPart(input[end])) {
      end++;
    }
    tokenEnd = Math.max(end, at + 1);
    String word = tokenText();
    token =
        switch (word) {
          case "true" -> Token.TRUE;
          case "false" -> Token.FALSE;
          case "null" -> Token.NULL;
          default -> throw invalidToken();
        };
  }

  private ReportedError invalidToken() {
    // The error is about a token, whatever the one before was.
    token = Token.NULL;
    return JsonFault.invalid(this, "Token \"" + tokenText() + "\" is invalid.");
  }

  private void readNumber() {
    if (input[at] == '-') {
      at++;
    }
    boolean error = false;
    if (peek() == '0') {
      at++;
    } else {
      error = !digits();
    }
    if (peek() == '.') {
      at++;
      error |= !digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      error |= !digits();
    }
    while (at < input.length && isWordPart(input[at])) {
      at++;
      error = true;
    }
    tokenEnd = at;
    if (error) {
      throw invalidToken();
    }
    token = Token.NUMBER;
  }

  /** Whether there were any. */
  private boolean digits() {
    int first = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    return at > first;
  }

  private int peek() {
    return at < input.length ? input[at] : 0;
  }

  private void readString() {
    token = Token.STRING;
    value.reset();
    highSurrogate = -1;
    at++;
    while (current() != '"') {
      if (input[at] == '\\') {
        at++;
        escape();
      } else {
        plain();
      }
      at++;
    }
    tokenEnd = at + 1;
    if (highSurrogate != -1) {
      throw lowSurrogateExpected();
    }
  }

  /** The byte here; the end of the input is an unfinished token. */
  private int current() {
    if (at >= input.length) {
      tokenEnd = input.length;
      throw invalidToken();
    }
    return input[at];
  }

  private void plain() {
    if (highSurrogate != -1) {
      throw lowSurrogateAt();
    }
    if (input[at] >= 0 && input[at] < ' ') {
      tokenEnd = at;
      throw JsonFault.invalid(
          this, String.format("Character with value 0x%02x must be escaped.", input[at]));
    }
    value.write(input[at]);
  }

  private void escape() {
    if (current() == 'u') {
      unicode();
      return;
    }
    if (strings == Strings.RESOLVED && highSurrogate != -1) {
      throw lowSurrogateAt();
    }
    int index = "\"\\/bfnrt".indexOf(input[at]);
    if (input[at] < 0 || index < 0) {
      endAtCharacter();
      tokenStart = at;
      throw JsonFault.invalid(this, "Escape sequence \"\\" + tokenText() + "\" is invalid.");
    }
    value.write("\"\\/\b\f\n\r\t".charAt(index));
  }

  private void unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      at++;
      int digit = Ascii.hexDigit((char) (current() & 0xff));
      if (digit < 0) {
        endAtCharacter();
        throw JsonFault.invalid(this, "\"\\u\" must be followed by four hexadecimal digits.");
      }
      code = code << 4 | digit;
    }
    if (strings == Strings.RESOLVED) {
      resolve(code);
    }
  }

  private void resolve(int code) {
    if (Character.isHighSurrogate((char) code)) {
      if (highSurrogate != -1) {
        endAtCharacter();
        throw JsonFault.invalid(this, "Unicode high surrogate must not follow a high surrogate.");
      }
      highSurrogate = code;
      return;
    }
    boolean low = Character.isLowSurrogate((char) code);
    if (low != (highSurrogate != -1)) {
      throw lowSurrogateAt();
    }
    if (code == 0) {
      endAtCharacter();
      throw JsonFault.codePointZero(this);
    }
    int point = low ? Character.toCodePoint((char) highSurrogate, (char) code) : code;
    highSurrogate = -1;
    value.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
  }

  private ReportedError lowSurrogateAt() {
    endAtCharacter();
    return lowSurrogateExpected();
  }

  private ReportedError lowSurrogateExpected() {
    return JsonFault.invalid(this, "Unicode low surrogate must follow a high surrogate.");
  }

  /** Ends the token behind the character that is at fault. */
  private void endAtCharacter() {
    tokenEnd = at + 1;
    while (tokenEnd < input.length && (input[tokenEnd] & 0xc0) == 0x80) {
      tokenEnd++;
    }
  }
}
