package io.pgdouble.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who a server runs as. PostgreSQL refuses to run as root, so when we are root it runs as {@code
 * postgres} or, where there is no such user, as {@code nobody}.
 */
final class ServerUser {
  /** Empty to run as ourselves. */
  private final Optional<String> name;

  private ServerUser(Optional<String> name) {
    this.name = name;
  }

  static boolean weAreRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  static ServerUser choose() {
    if (!weAreRoot()) {
      return new ServerUser(Optional.empty());
    }
    for (String candidate : List.of("postgres", "nobody")) {
      if (principal(candidate).isPresent()) {
        return new ServerUser(Optional.of(candidate));
      }
    }
    throw new ReferenceException(
        "PostgreSQL does not run as root, and there is neither a user postgres nor nobody");
  }

  private static Optional<UserPrincipal> principal(String name) {
    try {
      return Optional.of(
          Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }

  /** A name for files that belong to this user. */
  String label() {
    return name.orElseGet(() -> System.getProperty("user.name"));
  }

  /** A command line that runs another one as this user, in the same process where possible. */
  List<String> command(List<String> command) {
    if (name.isEmpty()) {
      return command;
    }
    String user = name.get();
    List<String> all = new ArrayList<>();
    if (isInstalled("setpriv")) {
      all.addAll(List.of("setpriv", "--reuid=" + user, "--clear-groups", "--"));
    } else if (isInstalled("runuser")) {
      all.addAll(List.of("runuser", "-u", user, "--"));
    } else {
      all.addAll(List.of("su", "-s", "/bin/sh", user, "-c", "exec \"$0\" \"$@\"", "--"));
    }
    all.addAll(command);
    return all;
  }

  private static boolean isInstalled(String program) {
    return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** Gives a folder, not yet its contents, to this user, and lets nobody else in. */
  void own(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    if (name.isPresent()) {
      Files.getFileAttributeView(folder, PosixFileAttributeView.class)
          .setOwner(principal(name.get()).orElseThrow());
    }
  }
}
