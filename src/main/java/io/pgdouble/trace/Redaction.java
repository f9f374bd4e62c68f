package io.pgdouble.trace;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes secrets out of what crosses one connection, in order: what a frontend proves itself by,
 * passwords in statements and in PostgreSQL's catalogs, and what the user masks. Cancel keys are
 * taken out where a recording is written.
 */
public final class Redaction {
  /** {@code pg_authid.rolpassword}, {@code pg_shadow.passwd}. */
  private static final Set<String> PASSWORD_COLUMNS = Set.of("rolpassword", "passwd");

  /** What may stand before a literal, and an equal sign. */
  private static final String GAP = "((?:\\s|/\\*[^\\x00]*?\\*/|--[^\\n\\x00]*\\n)*=?\\s*)";

  private static final String ESCAPING = "'(?:[^'\\\\\\x00]|''|\\\\[^\\x00])*+'";
  private static final String PLAIN = "'(?:[^'\\\\\\x00]|''|\\\\(?!'))*+'";

  /**
   * A literal after the word, in SQL or in a connection string. Where a backslash stands before a
   * quote it depends on a setting where the literal ends: then nothing after it is kept.
   */
  private static final Pattern PASSWORD =
      Pattern.compile(
          "(?i)(?<=\\bpassword\\b)"
              + GAP
              + "(?:"
              + onSeveralLines("E" + ESCAPING, ESCAPING)
              + "|"
              + onSeveralLines("(?:U&)?" + PLAIN, PLAIN)
              + "|(?:E|U&)?'[^\\x00]*"
              + "|\\$(\\w*)\\$.*?\\$\\2\\$)"
              + "|(?<=\\bpassword=)()[^\\s'\";\\x00]+",
          Pattern.DOTALL);

  /** How a server keeps a password, wherever that stands: {@code crypt.c: get_password_type}. */
  private static final Pattern STORED =
      Pattern.compile(
          "SCRAM-SHA-256\\$\\d+:[A-Za-z0-9+/=]+\\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+"
              + "|\\bmd5[0-9a-f]{32}\\b");

  private final Masks masks;
  private final RowColumns columns = new RowColumns();
  private final AuthenticationRedaction authentication = new AuthenticationRedaction();

  private static String onSeveralLines(String first, String next) {
    return first + "(?:\\s*\\n\\s*" + next + ")*+";
  }

  public Redaction(Masks masks) {
    this.masks = masks;
  }

  /** What may be kept of what crossed next. */
  public Crossing redact(Crossing crossing) {
    columns.see(crossing);
    if (crossing instanceof Crossing.FrontendBytes part && isPartOfPassword(part.bytes())) {
      return new Crossing.FrontendBytes(Masks.masked());
    }
    if (!(crossing instanceof Crossing.Message message)) {
      return crossing;
    }
    try {
      return new Crossing.Message(message.direction(), message.type(), body(message));
    } catch (BodyCursor.MalformedBodyException e) {
      return crossing;
    }
  }

  /** A connection may end in the middle of a PasswordMessage. */
  private static boolean isPartOfPassword(byte[] bytes) {
    return bytes.length > 0 && bytes[0] == MessageLayout.PASSWORD_MESSAGE.type();
  }

  private byte[] body(Crossing.Message message) {
    return switch (message.direction()) {
      case FRONTEND -> frontend(message.type(), message.body());
      case BACKEND -> backend(message.type(), message.body());
    };
  }

  private byte[] frontend(byte type, byte[] body) {
    return switch (type) {
      case 'p' -> authentication.response(body);
      case 'Q', 'P' -> text(body);
      case 'B' -> bind(body);
      case 'd' -> masked(body);
      case 'F' -> call(body);
      default -> body;
    };
  }

  private byte[] backend(byte type, byte[] body) {
    return switch (type) {
      case 'R' -> authentication.request(body);
      case 'E', 'N' -> text(body);
      case 'D' -> row(body);
      case 'd' -> masked(body);
      case 'V' -> result(body);
      case 'A' -> notification(body);
      default -> body;
    };
  }

  /** One byte is one character here, so that no encoding gets in the way. */
  private byte[] text(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String clean = PASSWORD.matcher(text).replaceAll("$1'" + Masks.MASKED + "'");
    return masked(clean.getBytes(StandardCharsets.ISO_8859_1));
  }

  private byte[] masked(byte[] body) {
    if (masks.texts().isEmpty() && !mayHoldStored(body)) {
      return body;
    }
    String text = new String(body, StandardCharsets.ISO_8859_1);
    text = STORED.matcher(text).replaceAll(Masks.MASKED);
    for (Pattern pattern : masks.texts()) {
      text = pattern.matcher(text).replaceAll(Masks.MASKED);
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Cheaper than a pattern: nearly nothing does. */
  private static boolean mayHoldStored(byte[] body) {
    for (int i = 0; i + 2 < body.length; i++) {
      boolean scram = body[i] == 'S' && body[i + 1] == 'C' && body[i + 2] == 'R';
      boolean md5 = body[i] == 'm' && body[i + 1] == 'd' && body[i + 2] == '5';
      if (scram || md5) {
        return true;
      }
    }
    return false;
  }

  private byte[] call(byte[] body) {
    BodyCursor in = new BodyCursor(body);
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
    Column.writeInt(out, 32, in.int32());
    int formats = in.int16();
    Column.writeInt(out, 16, formats);
    out.writeBytes(in.take(2 * formats));
    int count = in.int16();
    Column.writeInt(out, 16, count);
    for (int i = 0; i < count; i++) {
      value(in, out, Hiding.TEXTS);
    }
    out.writeBytes(in.take(in.remaining()));
    return out.toByteArray();
  }

  private byte[] result(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
    value(new BodyCursor(body), out, Hiding.TEXTS);
    return out.toByteArray();
  }

  private byte[] notification(byte[] body) {
    BodyCursor in = new BodyCursor(body);
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
    Column.writeInt(out, 32, in.int32());
    string(masked(in.string()), out);
    string(masked(in.string()), out);
    return out.toByteArray();
  }

  private byte[] row(byte[] body) {
    BodyCursor in = new BodyCursor(body);
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
    int count = in.int16();
    Column.writeInt(out, 16, count);
    List<String> names = columns.current();
    for (int i = 0; i < count; i++) {
      boolean hidden = i < names.size() ? hides(names.get(i)) : !masks.columns().isEmpty();
      value(in, out, hidden ? Hiding.WHOLE : Hiding.TEXTS);
    }
    return out.toByteArray();
  }

  private boolean hides(String column) {
    return PASSWORD_COLUMNS.contains(column)
        || masks.columns().stream().anyMatch(mask -> mask.matcher(column).matches());
  }

  private byte[] bind(byte[] body) {
    BodyCursor in = new BodyCursor(body);
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
    string(in.string(), out);
    byte[] statement = in.string();
    string(statement, out);
    int formats = in.int16();
    Column.writeInt(out, 16, formats);
    out.writeBytes(in.take(2 * formats));
    String text = columns.text(new String(statement, StandardCharsets.UTF_8));
    int count = in.int16();
    Column.writeInt(out, 16, count);
    for (int i = 1; i <= count; i++) {
      int number = i;
      boolean hidden = masks.parameters().stream().anyMatch(mask -> mask.covers(text, number));
      value(in, out, hidden ? Hiding.WHOLE : Hiding.TEXTS);
    }
    out.writeBytes(in.take(in.remaining()));
    return out.toByteArray();
  }

  /** How much of a value is hidden. */
  private enum Hiding {
    WHOLE,
    TEXTS
  }

  private void value(BodyCursor in, ByteArrayOutputStream out, Hiding hiding) {
    int length = in.int32();
    if (length == -1) {
      Column.writeInt(out, 32, length);
      return;
    }
    byte[] value = in.take(length);
    byte[] kept = hiding == Hiding.WHOLE ? Masks.masked() : masked(value);
    Column.writeInt(out, 32, kept.length);
    out.writeBytes(kept);
  }

  private static void string(byte[] string, ByteArrayOutputStream out) {
    out.writeBytes(string);
    out.write(0);
  }
}
