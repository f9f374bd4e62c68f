package io.pgdouble.type;

/**
 * What shapes the text of values in a session: some settings, the time its transaction began, and
 * the names of objects. The settings' own checks have happened before.
 */
public interface TypeEnvironment {
  /** {@code DateStyle}. */
  DateStyle dateStyle();

  /** {@code IntervalStyle}. */
  IntervalStyle intervalStyle();

  /** {@code TimeZone}. */
  Zone timeZone();

  /** {@code extra_float_digits}, from -15 to 3. */
  int extraFloatDigits();

  /** {@code bytea_output}. */
  ByteaOutput byteaOutput();

  /** When the transaction began, for {@code now} and {@code today}: µs since 2000-01-01 UTC. */
  long transactionStart();

  /** The server's major version, for what majors read or write otherwise. */
  int major();

  /**
   * Whether a pattern is a regular expression: these are not this room's affair.
   *
   * @param options letters as regular expression functions know them
   * @throws io.pgdouble.error.ReportedError {@code 2201B} if it is none
   */
  void checkPattern(String pattern, String options);

  /** Names of objects, for {@code regclass} and its like. */
  ObjectNames objectNames();

  /** The types that the catalog holds beyond those the server is born with. */
  UserTypes userTypes();
}
