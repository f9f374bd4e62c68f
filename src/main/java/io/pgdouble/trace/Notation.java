package io.pgdouble.trace;

/**
 * How values are written that differ from one server or run to the next. What is not tolerated is
 * written as it is.
 */
public interface Notation {

  /** Writes everything as it is, as {@code PQtrace} does outside its regression mode. */
  Notation PLAIN =
      new Notation() {
        @Override
        public String pid(int pid) {
          return String.valueOf(pid);
        }

        @Override
        public String key(byte[] key) {
          return Escapes.quote(key, '\'');
        }

        @Override
        public String oid(int oid) {
          return Integer.toUnsignedString(oid);
        }

        @Override
        public String field(byte code, String text) {
          return text;
        }

        @Override
        public String parameter(String name, String value) {
          return value;
        }

        @Override
        public String value(String text) {
          return text;
        }
      };

  /** A backend's process id. */
  String pid(int pid);

  /** A cancel key. */
  String key(byte[] key);

  /** The OID of a table or a type. */
  String oid(int oid);

  /**
   * A field of an error or a notice.
   *
   * @param text quoted
   */
  String field(byte code, String text);

  /**
   * The value of a reported parameter.
   *
   * @param value quoted
   */
  String parameter(String name, String value);

  /**
   * A value of a row.
   *
   * @param text its length and its quoted bytes
   */
  String value(String text);

  /**
   * The name of a prepared statement, in a message of the frontend.
   *
   * @param name quoted
   */
  default String statement(String name) {
    return name;
  }

  /**
   * The name of a portal, in a message of the frontend.
   *
   * @param name quoted
   */
  default String portal(String name) {
    return name;
  }
}
