package io.pgdouble.reference;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    return start(spec, Map.of());
  }

  private static EmbeddedReference start(
      ReferenceSpec.Embedded spec, Map<String, String> settings) {
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
      return new Start(spec, programs, folder, user, settings).run();
    } catch (IOException e) {
      throw new ReferenceException("cannot start " + spec.spec(), e);
    }
  }

  /** All that a start needs to know. */
  private record Start(
      ReferenceSpec.Embedded spec,
      Path programs,
      RunFolder folder,
      ServerUser user,
      Map<String, String> settings) {

    EmbeddedReference run() throws IOException {
      IOException last = null;
      for (int i = 0; i < TRIES; i++) {
        try {
          Postmaster postmaster = Postmaster.start(command(freePort()), folder);
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

    private List<String> command(int port) {
      List<String> words = new ArrayList<>();
      words.add(programs.resolve("bin/postgres").toString());
      words.addAll(List.of("-D", folder.data().toString(), "-F", "-p", Integer.toString(port)));
      words.addAll(List.of("-k", folder.root().toString(), "-c", "listen_addresses=127.0.0.1"));
      settings.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
      return user.command(words);
    }
  }

  @Override
  public Optional<Starter> starter() {
    return Optional.of(this::sibling);
  }

  private Reference sibling(Map<String, String> settings, List<String> roles) {
    EmbeddedReference sibling = start(spec, settings);
    if (!roles.isEmpty()) {
      ReferenceSpec.Address address =
          new ReferenceSpec.Address(
              spec.spec(), host(), sibling.port(), user(), Optional.empty(), database());
      try (ServerConnection connection = ServerConnection.open(address)) {
        roles.forEach(role -> connection.query("CREATE ROLE \"" + role + "\" LOGIN"));
      }
    }
    return sibling;
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
