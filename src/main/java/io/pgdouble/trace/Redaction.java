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

  /** A literal after the word, in SQL or in a connection string. */
  private static final Pattern PASSWORD =
      Pattern.compile(
          "(?i)(?<=\\bpassword\\b)(\\s*=?\\s*)"
              + "(?:E?'(?:[^'\\\\]|''|\\\\.)*+'|\\$(\\w*)\\$.*?\\$\\2\\$)"
              + "|(?<=\\bpassword=)()[^\\s'\";]+",
          Pattern.DOTALL);

  private final Masks masks;
  private final RowColumns columns = new RowColumns();
  private final AuthenticationRedaction authentication = new AuthenticationRedaction();

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
      default -> body;
    };
  }

  private byte[] backend(byte type, byte[] body) {
    return switch (type) {
      case 'R' -> authentication.request(body);
      case 'E', 'N' -> text(body);
      case 'D' -> row(body);
      case 'd' -> masked(body);
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
    if (masks.texts().isEmpty()) {
      return body;
    }
    String text = new String(body, StandardCharsets.ISO_8859_1);
    for (Pattern pattern : masks.texts()) {
      text = pattern.matcher(text).replaceAll(Masks.MASKED);
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
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
