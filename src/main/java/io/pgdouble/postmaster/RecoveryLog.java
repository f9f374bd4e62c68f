package io.pgdouble.postmaster;

import io.pgdouble.datadir.ControlFile;
import io.pgdouble.datadir.ServerHome;
import io.pgdouble.engine.storage.WalPosition;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.log.CheckpointLines;
import io.pgdouble.log.RecoveryLines;
import io.pgdouble.settings.CurrentSettings;

/**
 * What the startup process and the checkpointer tell of the server's starts and of its end, as if
 * there were a write-ahead log with nothing but their own records in it. Source: {@code xlog.c}.
 */
final class RecoveryLog {
  /** A standby that looks for more begins with the first page of the segment. */
  private static final String FIRST_PAGE = "0/1002000";

  private final ServerHome home;
  private final CurrentSettings settings;
  private final Voices voices;
  private final int major;
  private final RecoveryProgress recovery;
  private boolean crashed;

  /** How processes of the server are heard. */
  interface Voices {
    void say(ProcessKind who, ErrorReport report);
  }

  /** When there is something to tell. */
  enum Moment {
    /** The startup process has looked at what is there. */
    FOUND,
    /** All that was to replay for a primary is replayed. */
    RECOVERED,
    /** It goes on as a standby. */
    ENTERED_STANDBY,
    /** A standby may be read. */
    CONSISTENT,
    /** It is to be a standby no more. */
    PROMOTED,
    /** It is a standby no more, and serves everybody. */
    SERVES_EVERYBODY,
    /** Somebody has asked for a checkpoint. */
    CHECKPOINT_REQUESTED,
    /** Nobody is served any more. */
    SHUTTING_DOWN
  }

  /**
   * @param recovery which knows the log that the server writes
   */
  RecoveryLog(ServerHome home, CurrentSettings settings, RecoveryProgress recovery, Voices voices) {
    this.recovery = recovery;
    this.home = home;
    this.settings = settings;
    this.voices = voices;
    this.major = settings.get().major();
  }

  synchronized void reached(Moment moment) {
    RecoveryLines lines = new RecoveryLines(settings.get());
    switch (moment) {
      case FOUND -> found(lines);
      case RECOVERED -> recovered(lines);
      case ENTERED_STANDBY -> enteredStandby(lines);
      case CONSISTENT -> consistent(lines);
      case PROMOTED -> promoted(lines);
      case SERVES_EVERYBODY -> checkpointAmongOthers("force");
      case CHECKPOINT_REQUESTED -> checkpointAmongOthers("immediate force wait");
      case SHUTTING_DOWN -> shuttingDown();
    }
  }

  private WalPosition wal() {
    return recovery.wal();
  }

  private void startup(ErrorReport report) {
    voices.say(ProcessKind.STARTUP, report);
  }

  private void found(RecoveryLines lines) {
    ControlFile.Found found = home.found();
    wal().advanceTo(LogPosition.after(found.last().location(), LogPosition.CHECKPOINT));
    crashed =
        switch (found.state()) {
          case SHUT_DOWN, SHUT_DOWN_IN_RECOVERY, IN_ARCHIVE_RECOVERY -> false;
          case STARTUP, SHUTTING_DOWN, IN_CRASH_RECOVERY, IN_PRODUCTION -> true;
        };
    startup(lines.found(found));
  }

  private void recovered(RecoveryLines lines) {
    if (!crashed) {
      return;
    }
    long end = wal().written();
    wal().replayed(end);
    startup(lines.notShutDown());
    startup(lines.endsAt(LogPosition.text(end)));
    startup(lines.redoNotRequired());
    if (MajorChange.CHECKPOINTER_ENDS_RECOVERY.isIn(major)) {
      checkpoint(ProcessKind.CHECKPOINTER, "end-of-recovery immediate wait", end);
    } else {
      checkpoint(ProcessKind.STARTUP, "end-of-recovery immediate", end);
    }
  }

  private void enteredStandby(RecoveryLines lines) {
    wal().replayed(wal().written());
    boolean fed =
        !settings.get().text("primary_conninfo").isEmpty()
            || !settings.get().text("restore_command").isEmpty();
    if (!fed) {
      startup(lines.fedByNobody());
    }
    startup(lines.enteringStandby());
    if (crashed) {
      startup(lines.notShutDown());
    }
  }

  private void consistent(RecoveryLines lines) {
    String position = LogPosition.text(wal().written());
    if (crashed) {
      startup(lines.endsAt(position));
      startup(lines.consistentAt(position));
    } else {
      startup(lines.consistentAt(position));
      startup(lines.endsAt(position));
    }
    startup(lines.waitingAt(FIRST_PAGE));
  }

  private void promoted(RecoveryLines lines) {
    startup(lines.promotionRequested());
    startup(lines.redoNotRequired());
    wal().timeline(wal().timeline() + 1);
    startup(lines.newTimeline(wal().timeline()));
    startup(lines.complete());
  }

  private void checkpointAmongOthers(String flags) {
    boolean first = flags.equals("force");
    long end = wal().written();
    long redo = first ? LogPosition.after(end, LogPosition.END_OF_RECOVERY) : end;
    checkpoint(ProcessKind.CHECKPOINTER, flags, redo);
  }

  private void shuttingDown() {
    voices.say(ProcessKind.CHECKPOINTER, new CheckpointLines(major).shuttingDown());
    switch (home.found().state()) {
      case IN_PRODUCTION ->
          checkpoint(ProcessKind.CHECKPOINTER, "shutdown immediate", wal().written());
      case STARTUP,
          SHUT_DOWN,
          SHUT_DOWN_IN_RECOVERY,
          SHUTTING_DOWN,
          IN_CRASH_RECOVERY,
          IN_ARCHIVE_RECOVERY -> {} // A restart point there is only where something was replayed.
    }
  }

  /**
   * {@code CreateCheckPoint}.
   *
   * @param flags those that end or begin a server's life have nobody writing beside them
   */
  private void checkpoint(ProcessKind who, String flags, long redo) {
    long location = flags.contains("force") ? besideOthers(redo) : redo;
    wal().advanceTo(LogPosition.after(location, LogPosition.CHECKPOINT));
    home.checkpoint(new ControlFile.Checkpoint(location, redo));
    if (settings.get().bool("log_checkpoints")) {
      CheckpointLines lines = new CheckpointLines(major);
      voices.say(who, lines.starting(flags));
      voices.say(who, lines.complete(LogPosition.text(location), LogPosition.text(redo)));
    }
  }

  private long besideOthers(long redo) {
    long from =
        MajorChange.CHECKPOINTS_BEGIN_WITH_A_RECORD.isIn(major)
            ? LogPosition.after(redo, LogPosition.REDO)
            : redo;
    return LogPosition.after(from, LogPosition.RUNNING_TRANSACTIONS);
  }
}
