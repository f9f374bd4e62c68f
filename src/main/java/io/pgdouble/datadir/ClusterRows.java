package io.pgdouble.datadir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What was written to tables, beside {@link ClusterCatalogs}. */
record ClusterRows(DataDirectory directory) implements ServerHome.RowFile {
  private static final String NAME = ClusterFile.NAME + ".rows";

  private Path path() {
    return directory.path().resolve(NAME);
  }

  @Override
  public byte[] read() {
    try {
      return Files.exists(path()) ? Files.readAllBytes(path()) : new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void append(byte[] bytes) {
    try {
      if (!Files.exists(path())) {
        replace(new byte[0]);
      }
      Files.write(path(), bytes, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void replace(byte[] bytes) {
    Path temporary = directory.path().resolve(NAME + ".tmp");
    try {
      Files.write(temporary, bytes);
      directory.modes().apply(temporary);
      Files.move(temporary, path(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
