package io.pgdouble.log;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;

/** What is logged of checkpoints, which here write nothing. Source: {@code xlog.c}. */
public final class CheckpointLines {
  private final int major;

  public CheckpointLines(int major) {
    this.major = major;
  }

  /** {@code ShutdownXLOG}. */
  public ErrorReport shuttingDown() {
    return log("shutting down");
  }

  /**
   * {@code LogCheckpointStart}.
   *
   * @param flags why, and in what haste
   */
  public ErrorReport starting(String flags) {
    return log("checkpoint starting: " + flags);
  }

  /**
   * {@code LogCheckpointEnd}.
   *
   * @param location of its record, and where replay would begin, as positions are written
   */
  public ErrorReport complete(String location, String redo) {
    String slru = MajorChange.CHECKPOINTS_TELL_OF_SLRU.isIn(major) ? ", wrote 0 SLRU buffers" : "";
    String positions =
        MajorChange.CHECKPOINTS_TELL_WHERE.isIn(major)
            ? "; lsn=" + location + ", redo lsn=" + redo
            : "";
    return log(
        "checkpoint complete: wrote 0 buffers (0.0%)"
            + slru
            + "; 0 WAL file(s) added, 0 removed, 0 recycled;"
            + " write=0.000 s, sync=0.000 s, total=0.000 s;"
            + " sync files=0, longest=0.000 s, average=0.000 s; distance=0 kB, estimate=0 kB"
            + positions);
  }

  private static ErrorReport log(String text) {
    return ErrorReport.of(Severity.LOG, SqlState.SUCCESSFUL_COMPLETION, text);
  }
}
