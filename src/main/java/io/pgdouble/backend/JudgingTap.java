package io.pgdouble.backend;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.trace.Direction;
import io.pgdouble.validation.Letter;
import io.pgdouble.validation.Validator;
import io.pgdouble.validation.Verdict;
import io.pgdouble.validation.VerdictBook;
import io.pgdouble.wire.FrameReceiver;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Has the conversation judged. */
final class JudgingTap implements ProtocolTap {
  /** A type and a length. */
  private static final int HEAD = 1 + Integer.BYTES;

  private final int pid;
  private final VerdictBook book;
  private final Validator validator = Validator.fromStart(this::given);
  private boolean over;

  JudgingTap(int pid, VerdictBook book) {
    this.pid = pid;
    this.book = book;
  }

  private void given(Verdict verdict) {
    book.add(pid, verdict);
    if (verdict.severity() == io.pgdouble.validation.Severity.VIOLATION) {
      switch (verdict.side()) {
        case BACKEND -> BackendLog.brokenProtocol(pid, verdict);
        case FRONTEND -> BackendLog.brokenByFrontend(pid, verdict);
      }
    }
  }

  @Override
  public void packet(byte[] packet) {
    validator.packet(packet, 0, packet.length);
  }

  @Override
  public void impossibleLength() {
    validator.frontend(Letter.IMPOSSIBLE_LENGTH);
  }

  @Override
  public void cutShort(int length) {
    validator.fragment(Direction.FRONTEND, length);
  }

  @Override
  public void encryptionAccepted() {
    validator.backend(Letter.TLS_ACCEPTED);
  }

  @Override
  public void encryptionRefused() {
    validator.backend(Letter.ENCRYPTION_REFUSED);
  }

  /** An old text has its first letter in place where a message has its length. */
  @Override
  public void lastWords(byte[] words) {
    boolean message = words.length > HEAD && ByteBuffer.wrap(words).getInt(1) == words.length - 1;
    if (message) {
      backend(words, 0, words.length);
    } else {
      validator.backend(Letter.OLD_ERROR);
    }
    backendClosed();
  }

  @Override
  public void backend(byte[] bytes, int from, int to) {
    validator.backend(bytes[from], bytes, from + HEAD, to);
  }

  @Override
  public void frontendClosed() {
    if (!over) {
      over = true;
      validator.frontendClosed();
    }
  }

  @Override
  public void backendClosed() {
    if (!over) {
      over = true;
      validator.backendClosed();
    }
  }

  @Override
  public FrameReceiver lookingOn(FrameReceiver receiver) {
    return new Frames(receiver);
  }

  /** Judges what arrives before it is acted on. */
  private final class Frames implements FrameReceiver {
    private final FrameReceiver receiver;

    Frames(FrameReceiver receiver) {
      this.receiver = receiver;
    }

    @Override
    public void onFrame(char type, byte[] body) {
      validator.frontend((byte) type, body, 0, body.length);
      receiver.onFrame(type, body);
    }

    @Override
    public void onFrameTooGreat(char type, ErrorReport report) {
      validator.frontendUnread((byte) type);
      receiver.onFrameTooGreat(type, report);
    }

    /** PostgreSQL tells a frontend of a type that is none, and only its log of a length. */
    @Override
    public void onBadFrame(ErrorReport report) {
      boolean length = report.severity() == Severity.LOG;
      validator.frontend(length ? Letter.IMPOSSIBLE_LENGTH : Letter.UNKNOWN_FRONTEND);
      receiver.onBadFrame(report);
    }

    @Override
    public void onBatchEnd() {
      receiver.onBatchEnd();
    }

    @Override
    public void onLastReceived() {
      receiver.onLastReceived();
    }

    @Override
    public void onEndOfStream(Optional<ErrorReport> cut) {
      frontendClosed();
      receiver.onEndOfStream(cut);
    }

    @Override
    public void onBroken(Throwable cause) {
      receiver.onBroken(cause);
    }

    @Override
    public void onWritabilityChanged() {
      receiver.onWritabilityChanged();
    }

    @Override
    public void onClosed() {
      frontendClosed();
      receiver.onClosed();
    }
  }
}
