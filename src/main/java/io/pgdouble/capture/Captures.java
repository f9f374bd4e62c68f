package io.pgdouble.capture;

import io.pgdouble.trace.Happening;
import io.pgdouble.trace.PqTrace;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Recording;
import io.pgdouble.trace.RecordingWriter;
import io.pgdouble.trace.TraceSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells by its first bytes what a file is. */
public final class Captures {
  /** Begins a remark about what of a capture is left out. */
  public static final String NOTE = "# left out of the capture: ";

  private Captures() {}

  /** What was left out, in words. */
  public static List<String> notes(Recording recording) {
    return recording.events().stream()
        .map(Recorded::happening)
        .filter(Happening.Remark.class::isInstance)
        .map(remark -> ((Happening.Remark) remark).text())
        .filter(text -> text.startsWith(NOTE))
        .map(text -> text.substring(2))
        .toList();
  }

  /**
   * The conversations in a file.
   *
   * @throws TraceSyntaxException if it is of no known form, or not as its form should be
   */
  public static Recording read(byte[] file) {
    if (PcapFile.isOne(file)) {
      return TcpConversations.of(PcapFile.read(file));
    }
    String text = new String(file, StandardCharsets.UTF_8);
    if (text.startsWith(RecordingWriter.VERSION_LINE)) {
      return Recording.read(text);
    }
    if (PqTrace.isOne(text)) {
      return PqTrace.recording(text);
    }
    if (PgjdbcLog.isOne(text)) {
      return PgjdbcLog.read(text);
    }
    throw new TraceSyntaxException(
        "this is no conversation (expected: a trace of pgdouble or of libpq's PQtrace, a log of"
            + " pgjdbc at level FINEST, or a capture in pcap or pcapng)");
  }
}
