package io.pgdouble.backend;

import java.util.Optional;
import java.util.stream.Stream;

/** A signal to a server process. Descriptions as {@code strsignal} has them. */
public enum ProcessSignal {
  /** Reads the configuration again. */
  HUP(1, "Hangup"),
  /** Cancels the running statement. */
  INT(2, "Interrupt"),
  /** Ends at once, as upon the crash of another process. */
  QUIT(3, "Quit"),
  ILL(4, "Illegal instruction"),
  TRAP(5, "Trace/breakpoint trap"),
  ABRT(6, "Aborted"),
  BUS(7, "Bus error"),
  /** Ends without being asked. */
  KILL(9, "Killed"),
  /** Says that there is something to look at. */
  USR1(10, "User defined signal 1"),
  SEGV(11, "Segmentation fault"),
  /** Ends the session. */
  TERM(15, "Terminated"),
  /** Goes on. */
  CONT(18, "Continued"),
  /** Rests, whatever happens, until {@link #CONT}. */
  STOP(19, "Stopped (signal)"),
  SYS(31, "Bad system call");

  private final int number;
  private final String description;

  ProcessSignal(int number, String description) {
    this.number = number;
    this.description = description;
  }

  /** The one of that number; empty where no server process minds it. */
  public static Optional<ProcessSignal> of(int number) {
    return Stream.of(values()).filter(signal -> signal.number == number).findFirst();
  }

  public int number() {
    return number;
  }

  public String description() {
    return description;
  }
}
