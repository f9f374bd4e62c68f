package io.pgdouble.datadir;

import java.nio.file.Path;
import java.util.Set;

/**
 * Which places of a data directory the double fills as PostgreSQL does. Manual: {@code
 * storage-file-layout}.
 */
final class ClusterLayout {
  /** There is nothing in them while nobody uses what they are for, which is not simulated. */
  static final Set<String> EMPTY =
      Set.of(
          "pg_commit_ts",
          "pg_dynshmem",
          "pg_logical/mappings",
          "pg_logical/snapshots",
          "pg_replslot",
          "pg_serial",
          "pg_snapshots",
          "pg_stat",
          "pg_stat_tmp",
          "pg_tblspc",
          "pg_twophase",
          "pg_wal/archive_status");

  /** Data is kept in them, of which the double has none. */
  private static final Set<String> STORAGE =
      Set.of(
          "base",
          "global",
          "pg_logical",
          "pg_multixact",
          "pg_notify",
          "pg_subtrans",
          "pg_wal",
          "pg_xact");

  /** Files and directories that may stand in any data directory, but not in them. */
  private static final Set<String> FILES =
      Set.of(
          "PG_VERSION",
          "pg_hba.conf",
          "pg_ident.conf",
          "postgresql.auto.conf",
          "postgresql.conf",
          "postmaster.opts",
          "postmaster.pid");

  /** Made when they are needed. */
  private static final Set<String> ON_DEMAND = Set.of("base/pgsql_tmp", "pg_wal/summaries");

  private static final Set<String> OF_DIRECTORIES = Set.of("pg_multixact");

  private ClusterLayout() {}

  /** Whether PostgreSQL may have what is not there in the double's directory. */
  static boolean isDataOf(Path inside) {
    return isIn(inside, STORAGE) && !isIn(inside, EMPTY) && !isIn(inside, ON_DEMAND);
  }

  /** Whether PostgreSQL has more in a directory than the double. */
  static boolean isIncomplete(Path directory) {
    return isDataOf(directory) && !OF_DIRECTORIES.contains(directory.toString());
  }

  /** Whether every data directory has it, or something above it. */
  static boolean isOfEveryCluster(Path inside) {
    return !isIn(inside, ON_DEMAND)
        && (isIn(inside, STORAGE) || EMPTY.contains(inside.toString()) || isIn(inside, FILES));
  }

  private static boolean isIn(Path path, Set<String> places) {
    return places.stream().anyMatch(path::startsWith);
  }
}
