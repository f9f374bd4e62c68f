package io.pgdouble.capture;

import io.pgdouble.trace.PqTrace;
import io.pgdouble.trace.Recording;
import io.pgdouble.trace.RecordingWriter;
import io.pgdouble.trace.TraceSyntaxException;
import java.nio.charset.StandardCharsets;

/** Tells by its first bytes what a file is. */
public final class Captures {
  private Captures() {}

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
