package io.pgdouble.conformance;

import io.pgdouble.trace.Direction;
import io.pgdouble.trace.MessageLayout;
import io.pgdouble.trace.RawBytes;
import io.pgdouble.trace.Symbols;
import io.pgdouble.trace.TraceLine;
import io.pgdouble.trace.TraceSyntaxException;

/** What a frontend sends in one step. */
public sealed interface Outgoing {

  /** The columns of a case file from the direction on. */
  String text();

  /** What crosses the wire. */
  byte[] bytes(Symbols symbols);

  /** The name of the message; {@code bytes} if it need not be one. */
  String name();

  /** Reads the columns of a line, whose length is not believed but counted again. */
  static Outgoing of(TraceLine line) {
    if (line.name().equals(Raw.NAME)) {
      return new Raw(line.columns());
    }
    MessageLayout layout =
        MessageLayout.named(Direction.FRONTEND, line.name())
            .orElseThrow(() -> new TraceSyntaxException("no message is named " + line.name()));
    return new Message(layout, line.columns());
  }

  /** A message, its type and length written as they should be. */
  record Message(MessageLayout layout, String columns) implements Outgoing {
    @Override
    public String text() {
      return lineOf(layout.title(), length(), columns);
    }

    private String length() {
      if (columns.contains("${")) {
        return TraceLine.ANY_LENGTH;
      }
      int type = layout.type() == 0 ? 0 : 1;
      return String.valueOf(bytes(Symbols.NONE).length - type);
    }

    @Override
    public byte[] bytes(Symbols symbols) {
      return layout.encode(columns, symbols);
    }

    @Override
    public String name() {
      return layout.title();
    }
  }

  /** Any bytes. */
  record Raw(String columns) implements Outgoing {
    static final String NAME = "bytes";

    @Override
    public String text() {
      boolean symbolic = columns.contains("${");
      String length = symbolic ? TraceLine.ANY_LENGTH : String.valueOf(bytes(Symbols.NONE).length);
      return lineOf(NAME, length, columns);
    }

    @Override
    public byte[] bytes(Symbols symbols) {
      return RawBytes.scan(columns, symbols);
    }

    @Override
    public String name() {
      return NAME;
    }
  }

  private static String lineOf(String name, String length, String columns) {
    return new TraceLine(Direction.FRONTEND, length, name, columns).text();
  }
}
