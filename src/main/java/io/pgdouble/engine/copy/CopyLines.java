package io.pgdouble.engine.copy;

import io.pgdouble.facts.MajorChange;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds lines in bytes as they come in ({@code copyfromparse.c: CopyReadLineText}). A line break
 * and a backslash are the same byte in every encoding that can be read here.
 */
public final class CopyLines {
  private static final int FIRST_SIZE = 8192;
  private static final String CARRIAGE_RETURN = "carriage return";
  private static final String NEWLINE = "newline";

  private final boolean csv;
  private final boolean strict;
  private final int quote;
  private final int escape;
  private byte[] buffer = new byte[FIRST_SIZE];
  private int start;
  private int end;
  private Ending ending = Ending.UNKNOWN;
  private boolean complete;
  private boolean finished;
  private long number;

  /** How lines end; the first one decides. */
  private enum Ending {
    UNKNOWN,
    NEWLINE,
    CARRIAGE_RETURN,
    BOTH
  }

  public CopyLines(CopyOptions options, int major) {
    this.strict = MajorChange.COPY_MARKERS_STAND_ALONE.isIn(major);
    this.csv = options.isCsv();
    this.quote = options.quote();
    this.escape = options.escape() == options.quote() ? -1 : options.escape();
  }

  /** More bytes have come. */
  public void add(byte[] bytes) {
    if (finished) {
      return;
    }
    if (start == end) {
      start = 0;
      end = 0;
    }
    if (end + bytes.length > buffer.length) {
      int kept = end - start;
      byte[] larger = new byte[Math.max(buffer.length, 2 * (kept + bytes.length))];
      System.arraycopy(buffer, start, larger, 0, kept);
      buffer = larger;
      start = 0;
      end = kept;
    }
    System.arraycopy(bytes, 0, buffer, end, bytes.length);
    end += bytes.length;
  }

  /** No more will come. */
  public void complete() {
    complete = true;
  }

  /** How many lines were begun; the one that is read is among them. */
  public long number() {
    return number;
  }

  /** The next whole line without its end; empty where more bytes are needed, or none are left. */
  public Optional<byte[]> next() {
    if (finished || start == end) {
      return Optional.empty();
    }
    Scan scan = new Scan();
    if (!scan.run()) {
      return Optional.empty();
    }
    number += 1 + scan.inside;
    byte[] line = Arrays.copyOfRange(buffer, start, scan.last);
    start = scan.at;
    finished |= scan.marker;
    return scan.marker && line.length == 0 ? Optional.empty() : Optional.of(line);
  }

  /** One walk to the end of a line. */
  private final class Scan {
    private int at = start;
    private int last = start;
    private int inside;
    private boolean quoted;
    private boolean escaped;
    private boolean marker;

    /** Whether there is a whole line. */
    boolean run() {
      while (at < end) {
        int c = buffer[at];
        if (csv) {
          follow(c);
        }
        boolean breaks = (c == '\n' || c == '\r') && !(csv && quoted);
        if (breaks) {
          return breaksAt(c);
        }
        Optional<Boolean> ended = c == '\\' ? backslash() : Optional.empty();
        if (ended.isPresent()) {
          return ended.get();
        }
        inside += csv && quoted && (c == (ending == Ending.NEWLINE ? '\n' : '\r')) ? 1 : 0;
        at++;
      }
      last = end;
      return complete;
    }

    /** Whether a byte opens or closes quotes. */
    private void follow(int c) {
      if (quoted && c == escape) {
        escaped = !escaped;
      }
      if (c == quote && !escaped) {
        quoted = !quoted;
      }
      if (c != escape) {
        escaped = false;
      }
    }

    private boolean breaksAt(int c) {
      last = at;
      return c == '\r' ? carriageReturn() : newline();
    }

    private boolean carriageReturn() {
      if (ending == Ending.NEWLINE) {
        throw stray(CARRIAGE_RETURN, 'r');
      }
      if (ending != Ending.CARRIAGE_RETURN) {
        if (at + 1 == end && !complete) {
          return false;
        }
        boolean both = at + 1 < end && buffer[at + 1] == '\n';
        if (!both && ending == Ending.BOTH) {
          throw stray(CARRIAGE_RETURN, 'r');
        }
        ending = both ? Ending.BOTH : Ending.CARRIAGE_RETURN;
      }
      at += ending == Ending.BOTH ? 2 : 1;
      return true;
    }

    private boolean newline() {
      if (ending == Ending.CARRIAGE_RETURN || ending == Ending.BOTH) {
        throw stray(NEWLINE, 'n');
      }
      ending = Ending.NEWLINE;
      at++;
      return true;
    }

    private RuntimeException stray(String what, char letter) {
      number++;
      return csv
          ? CopyFault.of(
              "unquoted " + what + " found in data",
              "Use quoted CSV field to represent " + what + ".")
          : CopyFault.of(
              "literal " + what + " found in data",
              "Use \"\\" + letter + "\" to represent " + what + ".");
    }

    /** Whether the data end here; empty where the line goes on. */
    private Optional<Boolean> backslash() {
      if (csv && (strict || at > start)) {
        return Optional.empty();
      }
      if (at + 1 == end) {
        return complete ? Optional.empty() : Optional.of(false);
      }
      if (buffer[at + 1] == '.') {
        return dot();
      }
      at += csv ? 0 : 1;
      return Optional.empty();
    }

    private Optional<Boolean> dot() {
      if (at + 2 == end) {
        return complete ? ended(at + 2) : Optional.of(false);
      }
      int after = buffer[at + 2];
      boolean alone = after == '\n' || after == '\r';
      if (!alone && csv) {
        return Optional.empty();
      }
      if (!alone) {
        number++;
        throw CopyFault.of(
            strict ? "end-of-copy marker is not alone on its line" : "end-of-copy marker corrupt");
      }
      return matching(after);
    }

    private Optional<Boolean> matching(int after) {
      if (ending == Ending.BOTH && after == '\r' && at + 3 == end && !complete) {
        return Optional.of(false);
      }
      boolean matches =
          switch (ending) {
            case UNKNOWN -> true;
            case NEWLINE -> after == '\n';
            case CARRIAGE_RETURN, BOTH -> after == '\r';
          };
      if (!matches) {
        number++;
        throw CopyFault.of("end-of-copy marker does not match previous newline style");
      }
      if (strict && at > start) {
        number++;
        throw CopyFault.of("end-of-copy marker is not alone on its line");
      }
      return ended(at + 3);
    }

    private Optional<Boolean> ended(int behind) {
      last = at;
      at = Math.min(behind, end);
      marker = true;
      return Optional.of(true);
    }
  }
}
