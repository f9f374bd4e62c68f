package io.pgdouble.reference;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

  private final Start start;
  private volatile Postmaster postmaster;

  /** 0 where it follows nobody. */
  private volatile int primaryPort;

  private EmbeddedReference(Start start, Postmaster postmaster) {
    this.start = start;
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
          EmbeddedReference reference = new EmbeddedReference(this, postmaster);
          folder.closeWithJvm(() -> reference.postmaster);
          return reference;
        } catch (IOException portMayBeTaken) {
          last = portMayBeTaken;
        }
      }
      folder.delete();
      throw last;
    }

    private List<String> command(int port) {
      List<String> words = command(folder, port);
      settings.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
      return user.command(words);
    }

    private List<String> command(RunFolder of, int port) {
      List<String> words = new ArrayList<>();
      words.add(programs.resolve("bin/postgres").toString());
      words.addAll(List.of("-D", of.data().toString(), "-F", "-p", Integer.toString(port)));
      words.addAll(List.of("-k", of.root().toString(), "-c", "listen_addresses=127.0.0.1"));
      return words;
    }

    /** Its own vacuum must not make conflicts that nobody asked for. */
    Postmaster runPrimary() throws IOException {
      RunFolder primary = folder.primary();
      Files.createDirectory(primary.root());
      user.own(primary.root());
      DataDirectory.copy(folder.data(), primary.data(), user);
      List<String> words = command(primary, freePort());
      words.addAll(List.of("-c", "autovacuum=off"));
      Postmaster started = Postmaster.start(user.command(words), primary);
      Files.writeString(
          folder.data().resolve("postgresql.conf"),
          "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres'\n".formatted(started.port())
              + "max_standby_streaming_delay = 0\n",
          StandardOpenOption.APPEND);
      return started;
    }
  }

  @Override
  public Optional<Starter> starter() {
    return Optional.of(this::sibling);
  }

  private Reference sibling(Map<String, String> settings, List<String> roles) {
    EmbeddedReference sibling = start(start.spec(), settings);
    if (!roles.isEmpty()) {
      try (ServerConnection connection = sibling.connect(sibling.port())) {
        roles.forEach(role -> connection.query("CREATE ROLE \"" + role + "\" LOGIN"));
      }
    }
    return sibling;
  }

  private ServerConnection connect(int port) {
    return ServerConnection.open(
        new ReferenceSpec.Address(spec(), host(), port, user(), Optional.empty(), database()));
  }

  @Override
  public Optional<ServerLife> life() {
    return Optional.of(new EmbeddedLife(start.folder(), start.user(), new Same()));
  }

  /** Starts this server anew. */
  private final class Same implements EmbeddedLife.Starting {
    @Override
    public Postmaster current() {
      return postmaster;
    }

    @Override
    public void start(String status) throws IOException {
      postmaster = Postmaster.start(start.command(port()), start.folder(), status);
    }

    @Override
    public void startPrimary() throws IOException {
      primaryPort = start.runPrimary().port();
    }

    @Override
    public ServerConnection connect() {
      return EmbeddedReference.this.connect(port());
    }

    @Override
    public ServerConnection connectToPrimary() {
      return EmbeddedReference.this.connect(primaryPort);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  @Override
  public String spec() {
    return start.spec().spec();
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
    return start.spec().version().serverVersion();
  }

  @Override
  public OptionalLong postmasterPid() {
    return OptionalLong.of(postmaster.pid());
  }

  @Override
  public Optional<Path> dataDirectory() {
    return Optional.of(start.folder().data());
  }

  @Override
  public Optional<Path> installation() {
    return Optional.of(start.programs());
  }

  @Override
  public Optional<Path> socketDirectory() {
    return Optional.of(start.folder().root());
  }

  /** The server's log. */
  Path log() {
    return start.folder().log();
  }

  @Override
  public void close() {
    start.folder().close(postmaster);
  }

  @Override
  public String toString() {
    return spec() + " on port " + port() + ", pid " + postmaster.pid() + ", log " + log();
  }
}
