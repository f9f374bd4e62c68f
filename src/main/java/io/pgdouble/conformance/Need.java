package io.pgdouble.conformance;

/** What a case asks of the server it is played on, beyond an address. */
public enum Need {
  /** Its postmaster can be stopped and continued. */
  POSTMASTER_SIGNALS("postmaster-signals"),
  /** Nobody else is connected, and it has PostgreSQL's default limits. */
  EXCLUSIVE("exclusive");

  private final String word;

  Need(String word) {
    this.word = word;
  }

  /** The word for it in a case file. */
  public String word() {
    return word;
  }

  static Need of(String word) {
    for (Need need : values()) {
      if (need.word.equals(word)) {
        return need;
      }
    }
    throw new CaseSyntaxException("no need is named " + word);
  }

  boolean isMetBy(Server server) {
    return this != POSTMASTER_SIGNALS || server.postmasterSignals().isPresent();
  }
}
