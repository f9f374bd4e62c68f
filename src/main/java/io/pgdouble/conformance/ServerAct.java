package io.pgdouble.conformance;

import java.util.function.Consumer;

/** What a case does to the life of a server of its own. */
public enum ServerAct {
  START("start", ServerControl::start),
  HOLD_RECOVERY("hold-recovery", ServerControl::holdRecovery),
  RELEASE_RECOVERY("release-recovery", ServerControl::releaseRecovery),
  PROMOTE("promote", ServerControl::promote),
  FAIL_FORKS("fail-forks", ServerControl::failForks),
  ALLOW_FORKS("allow-forks", ServerControl::allowForks);

  private final String word;
  private final Consumer<ServerControl> act;

  ServerAct(String word, Consumer<ServerControl> act) {
    this.word = word;
    this.act = act;
  }

  /** The word for it in a case file. */
  public String word() {
    return word;
  }

  void on(ServerControl control) {
    act.accept(control);
  }

  static ServerAct of(String word) {
    return Words.named(values(), each -> each.word, word, "nothing done to a server is named");
  }
}
