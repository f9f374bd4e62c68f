package io.pgdouble.reference;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A real PostgreSQL that accepts connections, until it is closed. A server that was started for it
 * ends with it, and at the latest with this JVM; a server that was there stays.
 */
public interface Reference extends AutoCloseable {

  /**
   * Starts or finds a server.
   *
   * @param spec one of {@link #forms()}
   * @throws ReferenceException if the name is not well formed, or no such server can be had
   */
  static Reference start(String spec) {
    return ReferenceSpec.parse(spec).start();
  }

  /** Starts servers like one that was started, but set up otherwise. */
  @FunctionalInterface
  interface Starter {
    /**
     * Starts one.
     *
     * @param settings of its command line
     * @param roles that may log in, without any attribute
     */
    Reference start(Map<String, String> settings, List<String> roles);
  }

  /** How to start more servers like it; empty where somebody else runs it. */
  default Optional<Starter> starter() {
    return Optional.empty();
  }

  /** What may be done to its life; empty where that is not ours to do. */
  default Optional<ServerLife> life() {
    return Optional.empty();
  }

  /** The forms a name may have, for a reader. */
  static List<String> forms() {
    return ReferenceSpec.FORMS;
  }

  /** The name it was started by. */
  String spec();

  String host();

  int port();

  /** A superuser, unless the name gave another user. */
  String user();

  /** What the name gave; without it the server is expected to trust the user. */
  Optional<String> password();

  String database();

  /** The server's own {@code server_version}, such as {@code 16.9}. */
  String version();

  /** Such as 16. */
  default int major() {
    return Integer.parseInt(version().split("[^0-9]", 2)[0]);
  }

  /** The postmaster on this machine, to be stopped, continued or killed by a test. */
  OptionalLong postmasterPid();

  /** Where the server keeps its data, if this machine can see it. */
  Optional<Path> dataDirectory();

  /** Where {@code .s.PGSQL.<port>} is, if this machine can see it. */
  Optional<Path> socketDirectory();

  /** The folder whose {@code bin} holds the server's programs, if this machine can see it. */
  default Optional<Path> installation() {
    return Optional.empty();
  }

  /** Ends what was started. Quick, and without hope for the data. */
  @Override
  void close();
}
