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
    for (Transport transport : values()) {
      if (transport.word.equals(word)) {
        return transport;
      }
    }
    throw new CaseSyntaxException("no transport is named " + word);
  }
}
