package io.pgdouble.postmaster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the system tells of a process. Manual: {@code proc(5)}. */
final class StandInState {
  private static final int ENOUGH = 4096;
  private static final String STATE = "\nState:\t";
  private static final String OF_THREAD = "\nSigPnd:\t";
  private static final String OF_PROCESS = "\nShdPnd:\t";
  private static final String NO_SIGNAL = "0000000000000000\n";

  private final Path file;
  private Optional<FileChannel> open = Optional.empty();

  StandInState(int pid) {
    file = Path.of("/proc/" + pid + "/status");
  }

  /** What somebody has done to it. */
  enum Look {
    UNTOUCHED,
    /** It was sent a signal that it has not taken yet. */
    SIGNALLED,
    STOPPED,
    /** It has ended. */
    GONE
  }

  synchronized Look look() {
    try {
      return look(read());
    } catch (IOException e) {
      // Where the system tells nothing of anybody, nothing can be seen of this one.
      return Files.exists(Path.of("/proc/self/status")) ? Look.GONE : Look.UNTOUCHED;
    }
  }

  private String read() throws IOException {
    if (open.isEmpty()) {
      open = Optional.of(FileChannel.open(file));
    }
    ByteBuffer text = ByteBuffer.allocate(ENOUGH);
    open.get().read(text, 0);
    return new String(text.array(), 0, text.position(), StandardCharsets.ISO_8859_1);
  }

  private static Look look(String text) {
    boolean untouched =
        text.startsWith(NO_SIGNAL, text.indexOf(OF_THREAD) + OF_THREAD.length())
            && text.startsWith(NO_SIGNAL, text.indexOf(OF_PROCESS) + OF_PROCESS.length());
    return switch (text.charAt(text.indexOf(STATE) + STATE.length())) {
      case 'Z', 'X' -> Look.GONE;
      case 'T' -> Look.STOPPED;
      default -> untouched ? Look.UNTOUCHED : Look.SIGNALLED;
    };
  }

  /** Nobody looks any more. */
  synchronized void close() {
    try {
      if (open.isPresent()) {
        open.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
