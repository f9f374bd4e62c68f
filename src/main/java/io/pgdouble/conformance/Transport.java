package io.pgdouble.conformance;

/** By what a frontend reaches its server. */
public enum Transport {
  TCP(""),
  UNIX_SOCKET("unix-socket");

  private final String word;

  Transport(String word) {
    this.word = word;
  }

  /** The word for it in a case file. */
  public String word() {
    return word;
  }

  static Transport of(String word) {
    return Words.named(values(), each -> each.word, word, "no transport is named");
  }
}
