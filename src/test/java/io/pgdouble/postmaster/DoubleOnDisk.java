package io.pgdouble.postmaster;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import io.pgdouble.datadir.FreshCluster;
import io.pgdouble.datadir.ServerFiles;
import io.pgdouble.facts.Facts;
import io.pgdouble.settings.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A double on a data directory, in this process. */
final class DoubleOnDisk {
  private static final int MAJOR = 16;

  private DoubleOnDisk() {}

  /** What initdb makes, with settings at the end of its file. */
  static void initialize(Path data, Map<String, String> settings) throws IOException {
    FreshCluster.make(data);
    Path file = data.resolve("postgresql.conf");
    StringBuilder text = new StringBuilder(Files.readString(file));
    settings.forEach(
        (name, value) -> text.append("\n%s = '%s'\n".formatted(name, value.replace("'", "''"))));
    Files.writeString(file, text);
  }

  static PgDouble start(Path data) {
    ServerSettings boot = ServerSettings.of(Facts.of(MAJOR), ServerSettings.Base.BOOT);
    return PgDouble.startInProcessOfItsOwn(
        PgDoubleOptions.defaults(), ServerFiles.select(Optional.of(data), boot), text -> {});
  }
}
