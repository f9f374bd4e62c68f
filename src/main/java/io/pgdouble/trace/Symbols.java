package io.pgdouble.trace;

/** What the names in a trace stand for while it is played: {@code ${A.pid}}, {@code ${A.key}}. */
public interface Symbols {

  /** Knows no names; for traces that are only read. */
  Symbols NONE =
      new Symbols() {
        @Override
        public String text(String symbol) {
          throw new TraceSyntaxException("nothing is known of " + symbol);
        }

        @Override
        public byte[] bytes(String symbol) {
          throw new TraceSyntaxException("nothing is known of " + symbol);
        }
      };

  /**
   * The value as digits or letters.
   *
   * @param symbol with its braces
   * @throws TraceSyntaxException if nothing has that name
   */
  String text(String symbol);

  /**
   * The value as the bytes that cross the wire.
   *
   * @throws TraceSyntaxException if nothing has that name
   */
  byte[] bytes(String symbol);
}
