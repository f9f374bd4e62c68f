package io.pgdouble.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** The {@code pg_hba.conf} of a server of a case's own, while that lives. */
public final class AuthenticationFile implements AutoCloseable {
  private final Optional<Path> path;

  private AuthenticationFile(Optional<Path> path) {
    this.path = path;
  }

  /** Written where a case has lines of it; no file otherwise. */
  public static AuthenticationFile of(ServerWish wish) {
    return new AuthenticationFile(
        wish.hba().isEmpty() ? Optional.empty() : Optional.of(written(wish.hba())));
  }

  /** A real server reads it as another user. */
  private static Path written(List<String> lines) {
    try {
      Path file = Files.createTempFile("pgdouble", ".hba");
      Files.write(file, lines);
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Path> path() {
    return path;
  }

  @Override
  public void close() {
    try {
      if (path.isPresent()) {
        Files.deleteIfExists(path.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
