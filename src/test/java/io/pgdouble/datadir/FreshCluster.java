package io.pgdouble.datadir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A data directory as {@code initdb} of major 16 makes it, for tests. */
public final class FreshCluster {
  private FreshCluster() {}

  /** Makes one of a directory that is there and empty. Everybody may connect. */
  public static void make(Path data) throws IOException {
    FileModes.OWNER.apply(data);
    InitialCluster cluster =
        new InitialCluster(
            16,
            data,
            "postgres",
            FileModes.OWNER,
            Map.of(),
            new InitialAuthentication("trust", "trust"),
            Optional.empty(),
            InitialCluster.Checksums.OFF);
    cluster.createDirectories();
    cluster.createConfiguration();
    cluster.createControl();
  }
}
