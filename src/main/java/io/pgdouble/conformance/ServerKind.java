package io.pgdouble.conformance;

/** What server a case begins with. */
public enum ServerKind {
  /** One like all others. */
  PRIMARY("primary"),
  /** It stays in recovery. */
  STANDBY("standby"),
  /** The same, streaming from a primary. */
  FOLLOWER("follower"),
  /** It has been started, and its recovery is held at its beginning. */
  STARTING_UP("starting-up"),
  /** A standby that does not become consistent. */
  INCONSISTENT("inconsistent");

  private final String word;

  ServerKind(String word) {
    this.word = word;
  }

  /** The word for it in a case file. */
  public String word() {
    return word;
  }

  static ServerKind of(String word) {
    return Words.named(values(), each -> each.word, word, "no kind of server is named");
  }
}
