package io.pgdouble.postmaster;

import io.pgdouble.backend.ProcessSignal;
import io.pgdouble.reference.ReferencePrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** PostgreSQL, by {@code pg_ctl}. */
final class LivedReference implements LivedServer {
  private final ReferencePrograms programs = new ReferencePrograms();
  private final int port;

  LivedReference(int port) {
    this.port = port;
    programs.run("initdb", List.of("-D", "data", "-U", "postgres", "-N"));
  }

  @Override
  public Path data() {
    return programs.folder().resolve("data");
  }

  @Override
  public int port() {
    return port;
  }

  private void control(String... words) {
    List<String> all = new ArrayList<>(List.of("-D", "data"));
    all.addAll(List.of(words));
    programs.run("pg_ctl", all);
  }

  @Override
  public void start() {
    control("-l", "out.log", "-w", "start");
  }

  @Override
  public void stop(ShutdownMode mode) {
    control("-W", "-m", mode.name().toLowerCase(Locale.ROOT), "stop");
  }

  @Override
  public void kill() {
    try {
      String pid = Files.readAllLines(data().resolve("postmaster.pid")).get(0);
      control("kill", "KILL", pid);
      Thread.sleep(500);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void reload() {
    control("reload");
  }

  @Override
  public void promote() {
    control("-W", "promote");
  }

  @Override
  public void signal(int pid, ProcessSignal signal) {
    control("kill", signal.name(), Integer.toString(pid));
  }

  @Override
  public List<String> lines() {
    try {
      Path log = programs.folder().resolve("out.log");
      return Files.exists(log) ? Files.readAllLines(log) : List.of();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    control("-m", "immediate", "stop");
    programs.close();
  }
}
