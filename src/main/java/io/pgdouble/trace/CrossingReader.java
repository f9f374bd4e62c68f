package io.pgdouble.trace;

import java.util.Optional;

/** Reads the lines that {@link Crossing#line} writes. */
final class CrossingReader {
  private static final String MALFORMED = "malformed ";
  private static final String UNKNOWN = "UnknownMessage";

  private CrossingReader() {}

  /**
   * What a line says has crossed.
   *
   * @throws TraceSyntaxException if there is no message of that name, or not with such columns
   */
  static Crossing read(TraceLine line, Symbols symbols) {
    return nameless(line, symbols).orElseGet(() -> message(line, symbols));
  }

  private static Optional<Crossing> nameless(TraceLine line, Symbols symbols) {
    return Optional.ofNullable(
        switch (line.name()) {
          case "Closed" -> new Crossing.Closed();
          case "TimedOut" -> new Crossing.TimedOut();
          case "Refused" -> new Crossing.Refused();
          case "Fragment" -> new Crossing.Fragment(bytes(line.columns(), symbols));
          case "SSLResponse", "GSSENCResponse" -> answer(line, symbols);
          case Crossing.FrontendBytes.NAME ->
              new Crossing.FrontendBytes(RawBytes.scan(line.columns(), symbols));
          case UNKNOWN -> unknown(line, symbols);
          default -> null;
        });
  }

  private static Crossing answer(TraceLine line, Symbols symbols) {
    byte answer = new ColumnReader(line.columns(), symbols).character();
    return new Crossing.NegotiationAnswer(line.name(), answer);
  }

  private static Crossing unknown(TraceLine line, Symbols symbols) {
    ColumnReader in = new ColumnReader(line.columns(), symbols);
    byte type = in.character();
    return new Crossing.Message(line.direction(), type, in.atEnd() ? new byte[0] : in.bytes());
  }

  private static Crossing message(TraceLine line, Symbols symbols) {
    MessageLayout layout =
        MessageLayout.named(line.direction(), line.name())
            .orElseThrow(() -> new TraceSyntaxException("no message is named " + line.name()));
    byte[] body =
        line.columns().startsWith(MALFORMED)
            ? bytes(line.columns().substring(MALFORMED.length()), symbols)
            : layout.scan(line.columns(), symbols);
    return layout.type() == 0
        ? new Crossing.Startup(layout, body)
        : new Crossing.Message(line.direction(), layout.type(), body);
  }

  private static byte[] bytes(String columns, Symbols symbols) {
    ColumnReader in = new ColumnReader(columns, symbols);
    return in.atEnd() ? new byte[0] : in.bytes();
  }
}
