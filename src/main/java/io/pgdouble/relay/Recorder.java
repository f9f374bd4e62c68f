package io.pgdouble.relay;

import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Happening;
import io.pgdouble.trace.Happening.Departure;
import io.pgdouble.trace.Happening.Medium;
import io.pgdouble.trace.HeaderLine;
import io.pgdouble.trace.Masks;
import io.pgdouble.trace.RecordingWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes what crosses a relay into a file. Connections only put what they hear into a queue, in the
 * order in which it happened; a thread of its own understands it, takes out secrets and writes.
 */
public final class Recorder implements Tap, AutoCloseable {
  /** So much may wait in memory; then connections wait. Nothing is left out. */
  private static final long GREATEST_QUEUE_BYTES = 256L << 20;

  /** What an entry takes besides its bytes. */
  private static final int ENTRY_BYTES = 64;

  private static final long PAUSE_NANOS = 1_000_000;

  private final Queue<Entry> queue = new ConcurrentLinkedQueue<>();
  private final AtomicLong queued = new AtomicLong();
  private final AtomicInteger connections = new AtomicInteger();
  private final long start = System.nanoTime();
  private final Writer file;
  private final Masks masks;
  private final RecordingWriter out;
  private final Thread writer = new Thread(this::writeAll, "recorder");
  private volatile boolean closing;
  private volatile IOException failure;

  /** What happened on a connection, not understood yet. */
  private record Entry(RecordedLine line, long nanos, Object what) {}

  private Recorder(Writer file, Masks masks) {
    this.file = file;
    this.masks = masks;
    out = new RecordingWriter(this::write);
  }

  /**
   * Begins a file.
   *
   * @param masks what is not to stand in it, besides secrets
   * @throws RelayException if it cannot be written
   */
  public static Recorder to(Path file, Masks masks) {
    try {
      Recorder recorder = new Recorder(Files.newBufferedWriter(file), masks);
      recorder.out.header(List.of(HeaderLine.RECORDING));
      recorder.writer.setDaemon(true);
      recorder.writer.start();
      return recorder;
    } catch (NoSuchFileException e) {
      throw new RelayException("could not write " + file + ": no such directory", e);
    } catch (IOException e) {
      throw new RelayException("could not write " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Line opened(Medium medium) {
    RecordedLine line = new RecordedLine(name(connections.getAndIncrement()), masks, out::add);
    Wire wire = new Wire(line);
    wire.put(new Happening.Opened(medium));
    return wire;
  }

  /** A … Z, AA … AZ, BA …: the letters of cases, and on. */
  static String name(int number) {
    char last = (char) ('A' + number % 26);
    return number < 26 ? String.valueOf(last) : name(number / 26 - 1) + last;
  }

  /** One end of the queue. */
  private final class Wire implements Line {
    private final RecordedLine line;

    Wire(RecordedLine line) {
      this.line = line;
    }

    void put(Object what) {
      queue.add(new Entry(line, System.nanoTime(), what));
    }

    @Override
    public void crossed(Direction direction, byte[] bytes) {
      long waiting = queued.addAndGet(bytes.length + (long) ENTRY_BYTES);
      put(new RecordedLine.Chunk(direction, bytes));
      while (waiting > GREATEST_QUEUE_BYTES && writer.isAlive()) {
        LockSupport.parkNanos(PAUSE_NANOS);
        waiting = queued.get();
      }
    }

    @Override
    public void left(Departure departure) {
      put(new Happening.Left(departure));
    }

    @Override
    public void closed() {
      put(RecordedLine.End.OF_BACKEND);
    }
  }

  /** The writer's part. It looks rather than being woken, which would cost the connections. */
  private void writeAll() {
    while (true) {
      boolean last = closing;
      Entry entry = queue.poll();
      if (entry != null) {
        take(entry);
      } else if (last) {
        return;
      } else {
        flush();
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void take(Entry entry) {
    long micros = Math.max(0, entry.nanos() - start) / 1000;
    if (entry.what() instanceof RecordedLine.Chunk chunk) {
      entry.line().crossed(chunk, micros);
      queued.addAndGet(-chunk.bytes().length - (long) ENTRY_BYTES);
    } else if (entry.what() instanceof RecordedLine.End) {
      entry.line().closed(micros);
    } else {
      entry.line().happened((Happening) entry.what(), micros);
    }
  }

  private void write(String lines) {
    try {
      file.write(lines);
    } catch (IOException e) {
      failed(e);
    }
  }

  private void flush() {
    try {
      file.flush();
    } catch (IOException e) {
      failed(e);
    }
  }

  private void failed(IOException e) {
    if (failure == null) {
      failure = e;
    }
  }

  /**
   * Writes all that was heard, and the times.
   *
   * @throws RelayException if some of it could not be written
   */
  @Override
  public void close() {
    closing = true;
    try {
      writer.join();
      out.end();
      file.close();
    } catch (IOException e) {
      failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RelayException("interrupted before all was written", e);
    }
    if (failure != null) {
      throw new RelayException("could not write: " + failure.getMessage(), failure);
    }
  }
}
