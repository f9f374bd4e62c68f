package io.pgdouble.datadir;

import io.pgdouble.facts.Facts;
import io.pgdouble.settings.AlterSystem;
import io.pgdouble.settings.Configuration;
import io.pgdouble.settings.ConfigurationSample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The directories and files of a new cluster: {@code initdb.c: initialize_data_directory}. There
 * are no tables in it: a server that finds it has those of a new cluster in memory.
 *
 * @param settings of {@code postgresql.conf}
 * @param walDirectory where the write-ahead log goes if not here; there, and empty
 */
public record InitialCluster(
    int major,
    Path directory,
    String superuser,
    FileModes modes,
    Map<String, String> settings,
    InitialAuthentication authentication,
    Optional<Path> walDirectory,
    Checksums checksums) {

  /** Whether data pages have checksums. There are none, but {@code pg_controldata} tells. */
  public enum Checksums {
    OFF,
    ON
  }

  private static final List<String> DIRECTORIES =
      List.of(
          "global",
          "pg_wal/archive_status",
          "pg_commit_ts",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_subtrans",
          "pg_twophase",
          "pg_multixact/members",
          "pg_multixact/offsets",
          "base/1",
          "base/4",
          "base/5",
          "pg_replslot",
          "pg_tblspc",
          "pg_stat",
          "pg_stat_tmp",
          "pg_xact",
          "pg_logical/snapshots",
          "pg_logical/mappings");

  /** Databases with a directory of their own: {@code template1}, {@code template0}, and ours. */
  private static final List<String> DATABASES = List.of("base/1", "base/4", "base/5");

  /** Makes the directories within one that is there and empty. */
  public void createDirectories() throws IOException {
    if (walDirectory.isPresent()) {
      Files.createSymbolicLink(directory.resolve("pg_wal"), walDirectory.get());
    }
    for (String name : DIRECTORIES) {
      createDirectory(Path.of(name));
    }
    write(VersionFile.NAME, major + "\n");
    for (String database : DATABASES) {
      write(database + "/" + VersionFile.NAME, major + "\n");
    }
  }

  private void createDirectory(Path name) throws IOException {
    for (int i = 1; i <= name.getNameCount(); i++) {
      Path place = directory.resolve(name.subpath(0, i));
      if (!Files.exists(place)) {
        Files.createDirectory(place);
        modes.apply(place);
      }
    }
  }

  /** Writes the configuration files. */
  public void createConfiguration() throws IOException {
    write("postgresql.conf", ConfigurationSample.text(Facts.of(major), settings));
    write(Configuration.AUTO_CONFIGURATION, AlterSystem.HEAD);
    write("pg_hba.conf", authentication.hba());
    write("pg_ident.conf", authentication.ident());
  }

  /** Writes what stands for the catalogs. */
  public void createControl() throws IOException {
    Instant now = Instant.now();
    byte[] nonce = new byte[ControlFileLayout.NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    ControlFile.create(
        directory,
        new ControlFileLayout(
            major, systemIdentifier(now), now.getEpochSecond(), nonce, checksums.ordinal()));
    modes.apply(ControlFile.in(directory));
    ClusterFile.create(directory, superuser);
    modes.apply(directory.resolve(ClusterFile.NAME));
  }

  /** {@code xlog.c: BootStrapXLOG}: seconds, microseconds, and the process. */
  private static long systemIdentifier(Instant now) {
    long micros = now.getNano() / 1000;
    return now.getEpochSecond() << 32 | micros << 12 | ProcessHandle.current().pid() & 0xFFF;
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.writeString(file, text, StandardCharsets.UTF_8);
    modes.apply(file);
  }
}
