package io.pgdouble.postmaster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A process as the system's own tools see it. */
record SeenProcess(long pid) {

  /** {@code ESRCH}: it ended between the opening of its file and the reading. */
  private static final String GONE = "No such process";

  private String read(String file) {
    try {
      return Files.readString(Path.of("/proc/" + pid, file), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      if (GONE.equals(e.getMessage())) {
        return "";
      }
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code ps} shows it; empty where there is none. */
  String title() {
    return read("cmdline").replaceAll("\0+$", "");
  }

  /** {@code S} sleeps, {@code T} is stopped, {@code Z} is dead but not buried; empty for none. */
  String state() {
    String stat = read("stat");
    return stat.isEmpty() ? "" : stat.substring(stat.lastIndexOf(')') + 2).substring(0, 1);
  }

  boolean isDead() {
    return state().isEmpty() || state().equals("Z");
  }

  List<SeenProcess> children() {
    return ProcessHandle.of(pid)
        .map(ProcessHandle::children)
        .orElse(Stream.empty())
        .map(child -> new SeenProcess(child.pid()))
        .toList();
  }

  void kill(String signal) {
    try {
      int status = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
      assertThat(status).as("kill -%s %d", signal, pid).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks again and again, until it is so or time is up. */
  static <T> void awaits(Supplier<T> seen, T expected) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (!seen.get().equals(expected) && System.nanoTime() < end) {
      try {
        TimeUnit.MILLISECONDS.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    assertThat(seen.get()).isEqualTo(expected);
  }
}
