package io.pgdouble.conformance;

/** What a case asks of the server it is played on, beyond an address. */
public enum Need {
  /** Its postmaster can be stopped and continued. */
  POSTMASTER_SIGNALS("postmaster-signals"),
  /** Nobody else is connected, and it has PostgreSQL's default limits. */
  EXCLUSIVE("exclusive"),
  /** Its life can be steered. */
  SERVER_CONTROL("server-control"),
  /** It listens on a Unix socket that can be reached. */
  UNIX_SOCKET("unix-socket");

  private final String word;

  Need(String word) {
    this.word = word;
  }

  /** The word for it in a case file. */
  public String word() {
    return word;
  }

  static Need of(String word) {
    return Words.named(values(), each -> each.word, word, "no need is named");
  }

  boolean isMetBy(Server server) {
    return switch (this) {
      case POSTMASTER_SIGNALS -> server.postmasterSignals().isPresent();
      case SERVER_CONTROL -> server.control().isPresent();
      case UNIX_SOCKET -> server.socketDirectory().isPresent();
      case EXCLUSIVE -> true;
    };
  }
}
