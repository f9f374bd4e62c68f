package io.pgdouble.cli;

import io.pgdouble.PgDoubleOptions;
import io.pgdouble.conformance.AuthenticationFile;
import io.pgdouble.conformance.OwnServer;
import io.pgdouble.conformance.PostmasterSignals;
import io.pgdouble.conformance.ServerControl;
import io.pgdouble.conformance.ServerKind;
import io.pgdouble.conformance.ServerWish;
import io.pgdouble.postmaster.StartMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The double as a server under test, with a Unix socket in a folder of its own. */
public final class OwnDouble implements OwnServer {
  private final PgDoubleOptions kind;
  private final Path directory;
  private final AuthenticationFile hba;
  private final DoubleControl control;

  private OwnDouble(PgDoubleOptions kind, ServerWish wish) {
    this.kind = kind;
    directory = folder();
    hba = AuthenticationFile.of(wish);
    PgDoubleOptions options = kind.withSocketDirectory(directory).withStartMode(mode(wish.kind()));
    for (Map.Entry<String, String> setting : wish.settingsWith(hba).entrySet()) {
      options = options.withSetting(setting.getKey(), setting.getValue());
    }
    for (String role : wish.roles()) {
      options = options.withRole(role);
    }
    control =
        wish.kind() == ServerKind.FOLLOWER
            ? DoubleControl.ofFollower(options)
            : DoubleControl.of(options);
  }

  private static StartMode mode(ServerKind kind) {
    return switch (kind) {
      case PRIMARY -> StartMode.PRIMARY;
      case STANDBY, FOLLOWER -> StartMode.STANDBY;
      case STARTING_UP -> StartMode.STARTING_UP;
      case INCONSISTENT -> StartMode.INCONSISTENT;
    };
  }

  /**
   * Starts the double on a free port.
   *
   * @param major the PostgreSQL it doubles
   */
  public static OwnDouble start(int major) {
    return start(PgDoubleOptions.defaults().withMajor(major));
  }

  /** Starts the double on a free port, and later others of that kind. */
  static OwnDouble start(PgDoubleOptions kind) {
    return new OwnDouble(kind, ServerWish.NONE);
  }

  /** Starts doubles of a major, each as wished for. */
  public static Starter ofMajor(int major) {
    return wish -> new OwnDouble(PgDoubleOptions.defaults().withMajor(major), wish);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("pgdouble");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "pgdouble";
  }

  @Override
  public InetSocketAddress address() {
    return new InetSocketAddress("127.0.0.1", control.port());
  }

  @Override
  public Optional<Path> socketDirectory() {
    return Optional.of(directory);
  }

  @Override
  public Optional<PostmasterSignals> postmasterSignals() {
    return Optional.of(control::signalPostmaster);
  }

  @Override
  public Optional<ServerControl> control() {
    return Optional.of(control);
  }

  @Override
  public Optional<Starter> starter() {
    return Optional.of(wish -> new OwnDouble(kind, wish));
  }

  @Override
  public void close() {
    control.close();
    hba.close();
    try {
      for (String left : List.of(".s.PGSQL.%d", ".s.PGSQL.%d.lock")) {
        Files.deleteIfExists(directory.resolve(left.formatted(control.port())));
      }
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
