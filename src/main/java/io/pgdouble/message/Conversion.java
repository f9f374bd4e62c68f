package io.pgdouble.message;

/**
 * How far Java's charset and PostgreSQL's conversion of a client's encoding are the same. Each
 * constant was compared with a server, character by character.
 */
public enum Conversion {
  /** The server's own encoding: nothing is converted. */
  NONE,
  /** Every byte is one character or none in both; one that is none is untranslatable. */
  SINGLE_BYTES,
  /** Whatever Java converts, PostgreSQL converts so; of the rest the complaints are not known. */
  WHOLE_CHARACTERS,
  /** Beyond ASCII the tables differ. */
  ASCII_ONLY
}
