package io.pgdouble.postmaster;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The lines to and from the process that keeps the others: {@code processes.pl}. */
final class KeeperLink implements AutoCloseable {
  private static final String PERL = "perl";
  private static final String SCRIPT = "processes.pl";

  /** A title takes the place of arguments and environment: this much there is for it, in bytes. */
  private static final int TITLE_ROOM = 2048;

  /** How long it is waited for at the end, in milliseconds; then it is killed. */
  private static final long PATIENCE = 1000;

  private final BufferedReader from;
  private final OutputStream to;
  private final Optional<Process> own;
  private final int pid;

  private KeeperLink(InputStream from, OutputStream to, Optional<Process> own) {
    this.from = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
    this.to = to;
    this.own = own;
    pid = greeting();
  }

  /** {@code p PID}. */
  private int greeting() {
    try {
      String line = from.readLine();
      if (line != null && line.startsWith("p ")) {
        return Integer.parseInt(line.substring(2));
      }
    } catch (IOException e) {
      throw failed(e.getMessage());
    }
    throw failed("it ended at once");
  }

  /**
   * Starts the keeper.
   *
   * @param title the command line that it shows
   * @throws ReportedError FATAL if there is no Perl, or one that does not know the machine
   */
  static KeeperLink start(String title) {
    ProcessBuilder perl =
        new ProcessBuilder(List.of(PERL, "-e", script(), "serve", title))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    perl.environment().keySet().removeAll(List.of("PERL5OPT", "PERL5LIB", "PERLIO"));
    perl.environment().put("PERL_BADLANG", "0");
    perl.environment().put("PGDOUBLE_TITLE_ROOM", " ".repeat(TITLE_ROOM));
    try {
      Process keeper = perl.start();
      return new KeeperLink(keeper.getInputStream(), keeper.getOutputStream(), Optional.of(keeper));
    } catch (IOException e) {
      throw failed("No such file or directory");
    }
  }

  /** Joins the keeper that has started this process. */
  static KeeperLink join(Path ear) {
    try {
      OutputStream to = Files.newOutputStream(ear, StandardOpenOption.WRITE);
      return new KeeperLink(System.in, to, Optional.empty());
    } catch (IOException e) {
      throw failed(e.getMessage());
    }
  }

  private static ReportedError failed(String why) {
    return ErrorReport.fatal(SqlState.SYSTEM_ERROR, "could not run \"" + PERL + "\": " + why)
        .withHint(
            "With pgdouble.processes, processes that can be seen are kept by a Perl program."
                + " Debian's perl-base is enough.")
        .toException();
  }

  private static String script() {
    try (InputStream resource = KeeperLink.class.getResourceAsStream(SCRIPT)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keeper's. */
  int pid() {
    return pid;
  }

  /** The next line; empty at the end. */
  Optional<String> next() {
    try {
      return Optional.ofNullable(from.readLine());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Sends lines, each with its end. A keeper that is gone is noticed by whoever reads. */
  void send(String lines) {
    try {
      to.write(lines.getBytes(StandardCharsets.UTF_8));
      to.flush();
    } catch (IOException e) {
      close();
    }
  }

  /** Whereupon all its processes end, and it does. */
  @Override
  public void close() {
    try {
      to.close();
    } catch (IOException e) {
      // What was not written is of no use to a process that is gone.
      own.ifPresent(Process::destroyForcibly);
    }
    own.ifPresent(KeeperLink::await);
  }

  /** One that was stopped does not go by itself. */
  private static void await(Process keeper) {
    try {
      if (!keeper.waitFor(PATIENCE, TimeUnit.MILLISECONDS)) {
        keeper.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
