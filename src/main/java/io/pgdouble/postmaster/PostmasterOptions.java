package io.pgdouble.postmaster;

import io.pgdouble.datadir.MemoryHome;
import io.pgdouble.datadir.ServerHome;
import io.pgdouble.engine.EngineOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where a server listens, and what it serves.
 *
 * @param listenAddresses names or addresses; empty for none at all. Setting {@code
 *     listen_addresses}
 * @param port 0 to 65535; 0 lets the system choose. Setting {@code port}
 * @param socketDirectory where the Unix socket goes; empty for none. Setting {@code
 *     unix_socket_directories}
 * @param home its configuration, which may say otherwise
 * @param mode what it finds, unless its home says otherwise
 * @param processes what its processes are
 * @param console reads from the start what the server writes to standard error; empty for nobody
 */
public record PostmasterOptions(
    List<String> listenAddresses,
    int port,
    Optional<Path> socketDirectory,
    EngineOptions engine,
    ServerHome home,
    StartMode mode,
    Processes processes,
    Optional<Consumer<String>> console) {
  public PostmasterOptions {
    listenAddresses = List.copyOf(listenAddresses);
  }

  /** A server without a data directory, and without processes that can be seen. */
  public PostmasterOptions(
      List<String> listenAddresses,
      int port,
      Optional<Path> socketDirectory,
      EngineOptions engine) {
    this(
        listenAddresses,
        port,
        socketDirectory,
        engine,
        new MemoryHome(engine::serverSettings, Optional.empty()),
        StartMode.PRIMARY,
        new Processes.Numbered(),
        Optional.empty());
  }

  /** The same, and somebody reads what the server writes to standard error. */
  public PostmasterOptions withConsole(Consumer<String> reader) {
    return new PostmasterOptions(
        listenAddresses, port, socketDirectory, engine, home, mode, processes, Optional.of(reader));
  }
}
