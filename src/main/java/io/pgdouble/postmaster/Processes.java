package io.pgdouble.postmaster;

import java.nio.file.Path;

/** What the processes of a server are. */
public sealed interface Processes {

  /** Numbers: nobody but the server knows of them, and they cost nothing. */
  record Numbered() implements Processes {}

  /**
   * Processes of the operating system, below one that stands in for the postmaster and that the
   * server starts.
   *
   * @param title the command line that it shows
   */
  record Seen(String title) implements Processes {}

  /**
   * Processes of the operating system, below the one that has started the server and talks to it by
   * its standard input.
   *
   * @param title the command line that it shows
   * @param ear where it listens
   */
  record SeenBelowParent(String title, Path ear) implements Processes {}
}
