package io.pgdouble.datadir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** With which permissions files and directories are made: {@code file_perm.c}. */
public enum FileModes {
  OWNER("rwx------", "rw-------"),
  GROUP("rwxr-x---", "rw-r-----");

  private final Set<PosixFilePermission> directory;
  private final Set<PosixFilePermission> file;

  FileModes(String directory, String file) {
    this.directory = PosixFilePermissions.fromString(directory);
    this.file = PosixFilePermissions.fromString(file);
  }

  /**
   * @param mode of the data directory
   */
  static FileModes of(int mode) {
    return mode == 0750 ? GROUP : OWNER;
  }

  /** Gives what was made its permissions, where the file system knows any. */
  public void apply(Path made) throws IOException {
    if (made.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(made, Files.isDirectory(made) ? directory : file);
    }
  }
}
