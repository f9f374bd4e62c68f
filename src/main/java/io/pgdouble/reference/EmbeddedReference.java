package io.pgdouble.reference;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A server of our own: binaries and a data directory from the cache, copied, started on a free port
 * of 127.0.0.1 and on a Unix socket, and thrown away at the end.
 */
final class EmbeddedReference implements Reference {
  private static final int TRIES = 3;

  private final ReferenceSpec.Embedded spec;
  private final RunFolder folder;
  private final Postmaster postmaster;
  private final Path programs;

  private EmbeddedReference(
      ReferenceSpec.Embedded spec, RunFolder folder, Postmaster postmaster, Path programs) {
    this.spec = spec;
    this.programs = programs;
    this.folder = folder;
    this.postmaster = postmaster;
  }

  static Reference start(ReferenceSpec.Embedded spec) {
    Cache cache = Cache.open();
    ServerUser user = ServerUser.choose();
    String version = spec.version().text();
    Path programs =
        cache.folder("binaries/" + version, place -> Binaries.unpack(spec.version(), place));
    Path template =
        cache.folder(
            "templates/" + version + "/" + user.label(),
            place -> {
              user.own(place);
              DataDirectory.initialize(programs, place, user);
            });
    try {
      RunFolder.sweep();
      RunFolder folder = RunFolder.create(user);
      DataDirectory.copy(template, folder.data(), user);
      return start(spec, programs, folder, user);
    } catch (IOException e) {
      throw new ReferenceException("cannot start " + spec.spec(), e);
    }
  }

  private static Reference start(
      ReferenceSpec.Embedded spec, Path programs, RunFolder folder, ServerUser user)
      throws IOException {
    IOException last = null;
    for (int i = 0; i < TRIES; i++) {
      try {
        Postmaster postmaster =
            Postmaster.start(command(programs, folder, user, freePort()), folder);
        EmbeddedReference reference = new EmbeddedReference(spec, folder, postmaster, programs);
        folder.closeWithJvm(postmaster);
        return reference;
      } catch (IOException portMayBeTaken) {
        last = portMayBeTaken;
      }
    }
    folder.delete();
    throw last;
  }

  private static List<String> command(Path programs, RunFolder folder, ServerUser user, int port) {
    return user.command(
        List.of(
            programs.resolve("bin/postgres").toString(),
            "-D",
            folder.data().toString(),
            "-F",
            "-p",
            Integer.toString(port),
            "-k",
            folder.root().toString(),
            "-c",
            "listen_addresses=127.0.0.1"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  @Override
  public String spec() {
    return spec.spec();
  }

  @Override
  public String host() {
    return "127.0.0.1";
  }

  @Override
  public int port() {
    return postmaster.port();
  }

  @Override
  public String user() {
    return "postgres";
  }

  @Override
  public Optional<String> password() {
    return Optional.empty();
  }

  @Override
  public String database() {
    return "postgres";
  }

  @Override
  public String version() {
    return spec.version().serverVersion();
  }

  @Override
  public OptionalLong postmasterPid() {
    return OptionalLong.of(postmaster.pid());
  }

  @Override
  public Optional<Path> dataDirectory() {
    return Optional.of(folder.data());
  }

  @Override
  public Optional<Path> installation() {
    return Optional.of(programs);
  }

  @Override
  public Optional<Path> socketDirectory() {
    return Optional.of(folder.root());
  }

  /** The server's log. */
  Path log() {
    return folder.log();
  }

  @Override
  public void close() {
    folder.close(postmaster);
  }

  @Override
  public String toString() {
    return spec.spec() + " on port " + port() + ", pid " + postmaster.pid() + ", log " + log();
  }
}
