package io.pgdouble.postmaster;

import io.pgdouble.backend.ProcessSignal;

/** What the keeper of processes is told: see {@code processes.pl}. */
final class KeeperLines {
  private KeeperLines() {}

  static String fork(int token, String title) {
    return "f " + token + " " + oneLine(title) + "\n";
  }

  static String title(int pid, String title) {
    return "t " + pid + " " + oneLine(title) + "\n";
  }

  static String kill(int pid, ProcessSignal signal) {
    return "k " + pid + " " + signal.number() + "\n";
  }

  static String heard(int pid) {
    return "a " + pid + "\n";
  }

  static String end(int pid) {
    return "e " + pid + "\n";
  }

  /** A role may have a name of several lines. */
  private static String oneLine(String title) {
    return title.replace("\\", "\\\\").replace("\n", "\\n");
  }
}
