package io.pgdouble.trace;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The kinds of columns that are not lists. */
enum Atom implements Column {
  /** One byte, shown as its letter. */
  BYTE1 {
    @Override
    public void print(BodyCursor body, ColumnWriter out) {
      out.add(letter(body.int8()));
    }

    @Override
    public void scan(ColumnReader in, ByteArrayOutputStream body) {
      body.write(in.character());
    }
  },
  /** Without a sign, as {@code PQtrace} shows it. */
  INT16 {
    @Override
    public void print(BodyCursor body, ColumnWriter out) {
      out.add(String.valueOf(body.int16()));
    }

    @Override
    public void scan(ColumnReader in, ByteArrayOutputStream body) {
      Column.writeInt(body, 16, in.integer());
    }
  },
  INT32 {
    @Override
    public void print(BodyCursor body, ColumnWriter out) {
      out.add(String.valueOf(body.int32()));
    }

    @Override
    public void scan(ColumnReader in, ByteArrayOutputStream body) {
      Column.writeInt(body, 32, in.integer());
    }
  },
  OID {
    @Override
    public void print(BodyCursor body, ColumnWriter out) {
      out.add(out.notation().oid(body.int32()));
    }

    @Override
    public void scan(ColumnReader in, ByteArrayOutputStream body) {
      Column.writeInt(body, 32, in.integer());
    }
  },
  /** Bytes up to a zero. */
  STRING {
    @Override
    public void print(BodyCursor body, ColumnWriter out) {
      out.add(Escapes.quote(body.string(), '"'));
    }

    @Override
    public void scan(ColumnReader in, ByteArrayOutputStream body) {
      body.writeBytes(in.bytes());
      body.write(0);
    }
  },
  /** The name of a prepared statement. */
  STATEMENT {
    @Override
    public void print(BodyCursor body, ColumnWriter out) {
      String name = Escapes.quote(body.string(), '"');
      out.add(name, out.notation().statement(name));
    }

    @Override
    public void scan(ColumnReader in, ByteArrayOutputStream body) {
      STRING.scan(in, body);
    }
  },
  /** The name of a portal. */
  PORTAL {
    @Override
    public void print(BodyCursor body, ColumnWriter out) {
      String name = Escapes.quote(body.string(), '"');
      out.add(name, out.notation().portal(name));
    }

    @Override
    public void scan(ColumnReader in, ByteArrayOutputStream body) {
      STRING.scan(in, body);
    }
  },
  /** S and the name of a statement, or P and that of a portal. */
  STATEMENT_OR_PORTAL {
    @Override
    public void print(BodyCursor body, ColumnWriter out) {
      byte kind = body.int8();
      out.add(letter(kind));
      (kind == 'S' ? STATEMENT : PORTAL).print(body, out);
    }

    @Override
    public void scan(ColumnReader in, ByteArrayOutputStream body) {
      BYTE1.scan(in, body);
      STRING.scan(in, body);
    }
  },
  /** A length and that many bytes; length -1 is NULL and has none. */
  VALUE {
    @Override
    public void print(BodyCursor body, ColumnWriter out) {
      int length = body.int32();
      if (length == -1) {
        out.add(out.notation().value("-1"));
        return;
      }
      String plain = length + " " + Escapes.quote(body.take(length), '\'');
      out.add(plain, out.notation().value(plain));
    }

    @Override
    public void scan(ColumnReader in, ByteArrayOutputStream body) {
      in.passLengthNobodyKnows();
      boolean stated = !in.atQuote();
      long length = stated ? in.integer() : 0;
      byte[] bytes = in.atQuote() && !(stated && length == -1) ? in.bytes() : new byte[0];
      Column.writeInt(body, 32, stated ? length : bytes.length);
      body.writeBytes(bytes);
    }
  },
  /** Whatever is left; nothing is shown as nothing. */
  REST {
    @Override
    public void print(BodyCursor body, ColumnWriter out) {
      if (body.remaining() > 0) {
        out.add(Escapes.quote(body.take(body.remaining()), '\''));
      }
    }

    @Override
    public void scan(ColumnReader in, ByteArrayOutputStream body) {
      if (!in.atEnd()) {
        body.writeBytes(in.bytes());
      }
    }
  },
  /** Name and value of a reported parameter. */
  PARAMETER {
    @Override
    public void print(BodyCursor body, ColumnWriter out) {
      byte[] name = body.string();
      String value = Escapes.quote(body.string(), '"');
      out.add(Escapes.quote(name, '"'));
      out.add(value, out.notation().parameter(new String(name, StandardCharsets.UTF_8), value));
    }

    @Override
    public void scan(ColumnReader in, ByteArrayOutputStream body) {
      STRING.scan(in, body);
      STRING.scan(in, body);
    }
  },
  /** Fields of an error, each a letter and a string, and a zero. Their lengths are not told. */
  FIELDS {
    @Override
    public void print(BodyCursor body, ColumnWriter out) {
      out.stretch();
      for (byte code = body.int8(); code != 0; code = body.int8()) {
        out.add(letter(code));
        out.add(out.notation().field(code, Escapes.quote(body.string(), '"')));
      }
      out.add(Escapes.hex((byte) 0));
    }

    @Override
    public void scan(ColumnReader in, ByteArrayOutputStream body) {
      scanUntilZero(in, body, true);
    }
  },
  /** Strings, and a zero, which need not be written. */
  STRINGS {
    @Override
    public void print(BodyCursor body, ColumnWriter out) {
      for (byte[] string = body.string(); string.length > 0; string = body.string()) {
        out.add(Escapes.quote(string, '"'));
      }
      out.add(Escapes.hex((byte) 0));
    }

    @Override
    public void scan(ColumnReader in, ByteArrayOutputStream body) {
      scanUntilZero(in, body, false);
    }
  },
  PID {
    @Override
    public void print(BodyCursor body, ColumnWriter out) {
      out.add(out.notation().pid(body.int32()));
    }

    @Override
    public void scan(ColumnReader in, ByteArrayOutputStream body) {
      Column.writeInt(body, 32, in.integer());
    }
  },
  /** A cancel key: four bytes up to protocol 3.0, up to 256 in 3.2. */
  KEY {
    @Override
    public void print(BodyCursor body, ColumnWriter out) {
      out.add(out.notation().key(body.take(body.remaining())));
    }

    @Override
    public void scan(ColumnReader in, ByteArrayOutputStream body) {
      if (in.peekWord().filter(word -> word.startsWith("${")).isPresent() || in.atQuote()) {
        body.writeBytes(in.bytes());
      } else {
        Column.writeInt(body, 32, in.integer());
      }
    }
  };

  private static String letter(byte value) {
    return value > 0x20 && value < 0x7f ? String.valueOf((char) value) : Escapes.hex(value);
  }

  private static void scanUntilZero(ColumnReader in, ByteArrayOutputStream body, boolean lettered) {
    while (!in.atEnd() && !in.peekWord().filter("\\x00"::equals).isPresent()) {
      if (lettered) {
        body.write(in.character());
      }
      STRING.scan(in, body);
    }
    if (!in.atEnd()) {
      in.word();
    }
    body.write(0);
  }
}
