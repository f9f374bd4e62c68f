package io.pgdouble.datadir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/**
 * What PostgreSQL keeps in the catalogs that all databases share, as one text beside {@link
 * ClusterFile}.
 */
record ClusterCatalogs(DataDirectory directory) implements ServerHome.CatalogFile {
  private static final String NAME = ClusterFile.NAME + ".catalogs";

  @Override
  public Optional<String> read() {
    try {
      return Optional.of(Files.readString(directory.path().resolve(NAME), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void write(String text) {
    directory.replace(NAME, text);
  }
}
