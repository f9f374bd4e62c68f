package io.pgdouble.conformance;

/** How the double fared in one case. */
public enum Verdict {
  /** It answered as the reference did, message by message. */
  SAME("same"),
  /** It answered otherwise. */
  DIFFERS("differs"),
  /** It said that it does not simulate what the case asks for: honest, and still not PostgreSQL. */
  REFUSED("refused"),
  /** One of the two servers lacks what the case needs, or the case is for other majors. */
  NOT_PLAYED("not played");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** The verdict in a report. */
  public String word() {
    return word;
  }
}
