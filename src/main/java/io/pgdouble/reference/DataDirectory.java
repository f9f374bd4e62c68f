package io.pgdouble.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A cluster's files, as initdb makes them for a server that is thrown away. */
final class DataDirectory {
  private DataDirectory() {}

  /**
   * Fills an empty folder: superuser and database {@code postgres}, trust for everybody, UTF8,
   * {@code C.UTF-8}, universal time.
   */
  static void initialize(Path programs, Path folder, ServerUser user) throws IOException {
    List<String> initdb =
        List.of(
            programs.resolve("bin/initdb").toString(),
            "-D",
            folder.toString(),
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync");
    Commands.run(Commands.inServersEnvironment(user.command(initdb), folder));
  }

  /** Copies a folder that is the user's to one that is not there yet. */
  static void copy(Path template, Path folder, ServerUser user) throws IOException {
    List<String> copy = List.of("cp", "-Rp", template.toString(), folder.toString());
    Commands.run(Commands.inServersEnvironment(user.command(copy), folder.getParent()));
  }
}
