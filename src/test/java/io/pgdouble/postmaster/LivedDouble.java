package io.pgdouble.postmaster;

import io.pgdouble.PgDouble;
import io.pgdouble.backend.ProcessSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The double. */
final class LivedDouble implements LivedServer {
  private final Path data;
  private final int port;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private PgDouble server;

  LivedDouble(Path data, int port) throws IOException {
    this.data = data;
    this.port = port;
    DoubleOnDisk.initialize(data, Map.of());
  }

  @Override
  public Path data() {
    return data;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void start() {
    server = DoubleOnDisk.start(data);
    server.log().follow(text -> text.lines().forEach(lines::add));
  }

  @Override
  public void stop(ShutdownMode mode) {
    server.postmaster().stop(mode);
  }

  @Override
  public void kill() {
    server.postmaster().signal(ProcessSignal.KILL);
    server.awaitLastSession();
  }

  @Override
  public void reload() {
    server.reload();
  }

  @Override
  public void promote() {
    server.postmaster().promote();
  }

  @Override
  public void signal(int pid, ProcessSignal signal) {
    server.postmaster().signal(pid, signal);
  }

  @Override
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    server.close();
  }
}
