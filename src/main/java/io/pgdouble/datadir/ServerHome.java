package io.pgdouble.datadir;

import io.pgdouble.engine.function.ServerFileSystem;
import io.pgdouble.settings.Configuration;
import io.pgdouble.settings.ConfigurationFiles;
import io.pgdouble.settings.ServerSettings;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a server has outside of its process: its configuration, and what it makes known of itself. A
 * server has one from before it listens until it has stopped.
 */
public sealed interface ServerHome permits MemoryHome, DiskHome {

  /** The configuration the server starts with. */
  Configuration configuration();

  /** Reads the configuration again. */
  Configuration reload(ServerSettings running);

  /** Where configuration files are read from, those of authentication among them. */
  ConfigurationFiles files();

  /** The files that functions see. */
  ServerFileSystem machine();

  /** The path of the file that ALTER SYSTEM writes. */
  String autoConfiguration();

  /**
   * Writes that file anew, whole or not at all.
   *
   * @throws io.pgdouble.error.ReportedError if it cannot be written
   */
  void writeAutoConfiguration(String text);

  /**
   * Takes possession, before anything is listened on.
   *
   * @param standIn the process that stands in for the one that runs here, if one does
   * @throws io.pgdouble.error.ReportedError FATAL if another server has it
   */
  void claim(int port, OptionalInt standIn);

  /**
   * Makes known where the server listens.
   *
   * @param socketDirectory the first; empty for none
   * @param listenAddress the first, as the settings spell it; empty for none
   */
  void listens(int port, String socketDirectory, String listenAddress);

  /** Makes known how the server fares. */
  void status(PostmasterPid.Status status);

  /** Makes known what the cluster is doing. */
  void state(ControlFile.State state);

  /** Makes known where the last checkpoint is. */
  void checkpoint(ControlFile.Checkpoint made);

  /** What was made known last of the two. */
  ControlFile.Found found();

  /** Files that ask something of a server. {@code xlog.h: STANDBY_SIGNAL_FILE}. */
  enum SignalFile {
    /** It is to stay in recovery. */
    STANDBY("standby.signal"),
    /** Its recovery is to end. */
    PROMOTE("promote"),
    /** Its log is to go on to other files. */
    LOGROTATE("logrotate");

    private final String fileName;

    SignalFile(String fileName) {
      this.fileName = fileName;
    }

    String fileName() {
      return fileName;
    }
  }

  /** A secret of the cluster, of 32 bytes, with which authentication hides who is no role. */
  byte[] mockNonce();

  /** Where what all databases share is kept; empty where nothing is. */
  Optional<CatalogFile> catalogs();

  /** A text that is there again at the next start. */
  interface CatalogFile {
    /** What was written last; empty before. */
    Optional<String> read();

    /** Writes it anew, whole or not at all. */
    void write(String text);
  }

  /** Where what tables have is kept; empty where nothing is. */
  Optional<RowFile> rows();

  /** Bytes that are there again at the next start. */
  interface RowFile {
    /** All of them. */
    byte[] read();

    /** Some more. */
    void append(byte[] bytes);

    /** Others in their place, whole or not at all. */
    void replace(byte[] bytes);
  }

  /** Whether there is such a file. */
  boolean has(SignalFile file);

  /** Removes such a file, if there is one. */
  void remove(SignalFile file);

  /** Removes such a file, and tells whether there was one. */
  default boolean take(SignalFile file) {
    boolean there = has(file);
    if (there) {
      remove(file);
    }
    return there;
  }

  /** How a server leaves. */
  enum Ending {
    /** In good order. */
    SHUT_DOWN,
    /** In good order, as a standby that was not promoted. */
    SHUT_DOWN_IN_RECOVERY,
    /** At once: whoever starts next has to recover. */
    ABANDONED,
    /** By a signal: all that it made known of itself stays. */
    KILLED
  }

  /** Gives up possession. */
  void close(Ending ending);
}
