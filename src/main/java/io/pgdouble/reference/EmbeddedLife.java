package io.pgdouble.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The life of a server started from its own data directory.
 *
 * <p>A recovery is held open by a {@code restore_command} that does not return: an archive recovery
 * asks its archive before it does anything else. Manual: {@code continuous-archiving}.
 */
final class EmbeddedLife implements ServerLife {

  /** What it needs of the server. */
  interface Starting {
    Postmaster current();

    /** Starts a postmaster on the same port, and waits until its lock file says so. */
    void start(String status) throws IOException;

    /** Starts a primary with the data it has, and has the server follow it when it starts. */
    void startPrimary() throws IOException;

    ServerConnection connect();

    ServerConnection connectToPrimary();
  }

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private static final String LABEL_QUERY =
      "SELECT format(E'START WAL LOCATION: %s (file %s)\\nCHECKPOINT LOCATION: %s\\n"
          + "BACKUP METHOD: streamed\\nBACKUP FROM: primary\\n"
          + "START TIME: 2000-01-01 00:00:00 UTC\\n"
          + "LABEL: endless\\nSTART TIMELINE: 1\\n', redo_lsn, redo_wal_file, checkpoint_lsn)"
          + " FROM pg_control_checkpoint()";

  private final RunFolder folder;
  private final ServerUser user;
  private final Starting starting;

  EmbeddedLife(RunFolder folder, ServerUser user, Starting starting) {
    this.folder = folder;
    this.user = user;
    this.starting = starting;
  }

  private Path holder() {
    return folder.root().resolve("hold-recovery");
  }

  @Override
  public void start() {
    run("cannot be started again", () -> start("ready"));
  }

  private void start(String status) throws IOException {
    starting.current().awaitEnd();
    starting.start(status);
  }

  @Override
  public void restart(StartMode mode) {
    run("cannot be restarted", () -> restartAs(mode));
  }

  private void restartAs(StartMode mode) throws IOException {
    String label = mode == StartMode.INCONSISTENT ? backupLabel() : "";
    // A checkpoint upon shutdown would say that the backup was given up.
    signalPostmaster(mode == StartMode.INCONSISTENT ? "-QUIT" : "-INT");
    starting.current().awaitEnd();
    switch (mode) {
      case PRIMARY -> start("ready");
      case STANDBY -> {
        put(folder.data().resolve("standby.signal"), "");
        start("(ready|standby)");
      }
      case FOLLOWER -> {
        starting.startPrimary();
        put(folder.data().resolve("standby.signal"), "");
        start("ready");
      }
      case HELD -> {
        hold();
        start("starting");
      }
      case INCONSISTENT -> {
        put(folder.data().resolve("standby.signal"), "");
        put(folder.data().resolve("backup_label"), label);
        start("starting");
        awaitReplay();
      }
    }
  }

  /**
   * Nothing but its log tells that it has begun to replay while it is not consistent: that it has
   * come to the end of what there is, which all majors say when they see it first.
   */
  private void awaitReplay() throws IOException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!Files.readString(folder.log()).contains("invalid record length")) {
      if (System.nanoTime() > deadline) {
        throw new IOException("it does not begin to replay:\n" + Files.readString(folder.log()));
      }
      Postmaster.nap();
    }
  }

  private String backupLabel() {
    try (ServerConnection connection = starting.connect()) {
      return connection.query(LABEL_QUERY).rows().get(0)[0];
    }
  }

  @Override
  public void holdRecovery() {
    run("cannot be held in recovery", this::holdWhileItRuns);
  }

  /** A postmaster that has read the signal has done so before it hears of a death after it. */
  private void holdWhileItRuns() throws IOException {
    hold();
    signalPostmaster("-HUP");
  }

  private void hold() throws IOException {
    put(holder(), "");
    String wait = "while [ -e " + holder() + " ]; do sleep 0.02; done; false";
    Files.writeString(
        folder.data().resolve("postgresql.conf"),
        "restore_command = '" + wait + "'\n",
        StandardOpenOption.APPEND);
    put(folder.data().resolve("recovery.signal"), "");
  }

  @Override
  public void releaseRecovery() {
    run("cannot go on recovering", this::letGo);
  }

  /**
   * For a moment, a server that recovers from an archive is a hot standby, and lets readers in; its
   * lock file calls that {@code ready}, too, so that only its log tells when it is over. One that
   * was told to stop does so now.
   */
  private void letGo() throws IOException {
    long before = readyLines();
    boolean held = Files.deleteIfExists(holder());
    if (held && !Files.exists(folder.data().resolve("standby.signal"))) {
      awaitReadyAfter(before);
    }
  }

  private void awaitReadyAfter(long before) throws IOException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (readyLines() == before && !Postmaster.isEnding(folder.data())) {
      if (System.nanoTime() > deadline) {
        throw new IOException("it does not end its recovery:\n" + Files.readString(folder.log()));
      }
      Postmaster.nap();
    }
  }

  private long readyLines() throws IOException {
    return Files.readString(folder.log())
        .lines()
        .filter(line -> line.endsWith("database system is ready to accept connections"))
        .count();
  }

  @Override
  public void conflict(StandbyConflict conflict) {
    try (ServerConnection primary = starting.connectToPrimary()) {
      if (conflict == StandbyConflict.TABLESPACE) {
        run("has no tablespace", () -> occupyTablespace(primary));
      }
      conflict.statements().forEach(primary::query);
    }
  }

  /** A tablespace within the data directory, and in it, on the standby, what nobody knows of. */
  private void occupyTablespace(ServerConnection primary) throws IOException {
    primary.query("SET allow_in_place_tablespaces = on");
    primary.query("CREATE TABLESPACE occupied LOCATION ''");
    String place =
        primary
            .query("SELECT 'pg_tblspc/' || oid FROM pg_tablespace WHERE spcname = 'occupied'")
            .rows()
            .get(0)[0];
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    Optional<Path> versioned = inside(folder.data().resolve(place));
    while (versioned.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new IOException("the standby does not make " + place);
      }
      Postmaster.nap();
      versioned = inside(folder.data().resolve(place));
    }
    put(versioned.get().resolve("occupant"), "");
  }

  private static Optional<Path> inside(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    try (Stream<Path> found = Files.list(directory)) {
      return found.findAny();
    }
  }

  @Override
  public void promote() {
    run("cannot be promoted", this::requestPromotion);
  }

  private void requestPromotion() throws IOException {
    put(folder.data().resolve("promote"), "");
    signalPostmaster("-USR1");
  }

  /** The user whose limit it is has processes enough: every fork fails with EAGAIN. */
  @Override
  public void failForks() {
    run("cannot be kept from forking", () -> limitProcesses("1"));
  }

  @Override
  public void allowForks() {
    String hard =
        "$(prlimit --pid " + starting.current().pid() + " --nproc -o HARD --noheadings --raw)";
    run("cannot fork again", () -> limitProcesses(hard));
  }

  private void limitProcesses(String soft) throws IOException {
    String command = "prlimit --pid " + starting.current().pid() + " --nproc=\"" + soft + "\":";
    Commands.run(new ProcessBuilder(user.command(List.of("sh", "-c", command))));
  }

  private void signalPostmaster(String signal) throws IOException {
    Commands.run(new ProcessBuilder("kill", signal, Long.toString(starting.current().pid())));
  }

  private void put(Path file, String text) throws IOException {
    Files.writeString(file, text);
    user.own(file);
  }

  private interface Work {
    void run() throws IOException;
  }

  private void run(String complaint, Work work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException("the server in " + folder.root() + " " + complaint, e);
    }
  }
}
