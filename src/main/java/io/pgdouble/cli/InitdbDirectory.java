package io.pgdouble.cli;

import io.pgdouble.datadir.InitialCluster;
import io.pgdouble.datadir.ServerFiles;
import io.pgdouble.datadir.SystemError;
import io.pgdouble.facts.Facts;
import io.pgdouble.settings.Configuration;
import io.pgdouble.settings.ServerSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/** The work of {@code initdb} on a directory: {@code initdb.c: initialize_data_directory}. */
final class InitdbDirectory {
  private final ProgramCall call;
  private final PrintStream out;
  private final InitdbOptions options;
  private final InitdbFolder data;
  private final Optional<InitdbFolder> wal;

  InitdbDirectory(ProgramCall call, String name, InitdbOptions options) {
    this.call = call;
    this.out = call.out();
    this.options = options;
    this.data =
        new InitdbFolder(
            "data directory",
            name,
            "If you want to create a new database system, either remove or empty the directory"
                + " \"%s\" or run initdb with an argument other than \"%s\"."
                    .formatted(Path.of(name).normalize(), Path.of(name).normalize()));
    this.wal =
        options
            .value("X")
            .map(
                place ->
                    new InitdbFolder(
                        "WAL directory",
                        place,
                        "If you want to store the WAL there, either remove or empty the directory"
                            + " \"%s\".".formatted(Path.of(place).normalize())));
  }

  /** Fills it, or leaves it as it was. */
  void create(InitialCluster cluster) {
    try {
      data.prepare(cluster.modes(), out);
      wal.ifPresent(folder -> prepareWal(folder, cluster));
      step("creating subdirectories ... ", cluster::createDirectories);
      out.println("selecting dynamic shared memory implementation ... posix");
      InitdbWords words = new InitdbWords(call.major());
      out.println(words.selecting("max_connections", "100"));
      out.println(words.selecting("shared_buffers", "128MB"));
      out.println("selecting default time zone ... " + Initdb.timeZone());
      step("creating configuration files ... ", cluster::createConfiguration);
      step("running bootstrap script ... ", () -> tryConfiguration(cluster));
      step("performing post-bootstrap initialization ... ", cluster::createControl);
      sync();
    } catch (IOException e) {
      fail(
          InitdbOptions.error(
              "could not write into directory \"" + data.name() + "\": " + SystemError.reason(e)));
    } catch (ProgramFailure e) {
      fail(e);
    }
  }

  private void prepareWal(InitdbFolder folder, InitialCluster cluster) {
    if (!folder.path().isAbsolute()) {
      throw InitdbOptions.error("WAL directory location must be an absolute path");
    }
    folder.prepare(cluster.modes(), out);
  }

  private void fail(ProgramFailure why) {
    PrintStream err = call.err();
    err.println(new InitdbWords(call.major()).failure(why.getMessage()));
    if (options.has("n")) {
      data.keep(err);
      wal.ifPresent(folder -> folder.keep(err));
    } else {
      data.cleanUp(err);
      wal.ifPresent(folder -> folder.cleanUp(err));
    }
    throw new ProgramFailure(why.status(), "");
  }

  private interface Work {
    void run() throws IOException;
  }

  private void step(String announcement, Work work) throws IOException {
    out.print(announcement);
    out.flush();
    work.run();
    out.println("ok");
  }

  /** The bootstrap script is the first that reads the configuration. */
  private void tryConfiguration(InitialCluster cluster) {
    ServerSettings boot = ServerSettings.of(Facts.of(cluster.major()), ServerSettings.Base.BOOT);
    Configuration read = ServerFiles.select(Optional.of(data.path()), boot).configuration();
    if (read.failure().isPresent()) {
      EarlyLog log = new EarlyLog(call.err(), ProcessHandle.current().pid(), ZoneId.of("GMT"));
      read.reports().forEach(log::print);
      log.print(read.failure().get());
      throw new ProgramFailure(1, "child process exited with exit code 1");
    }
  }

  private void sync() throws IOException {
    if (options.has("N")) {
      out.println(
          "\nSync to disk skipped.\nThe data directory might become corrupt if the operating"
              + " system crashes.");
    } else {
      step("syncing data to disk ... ", this::force);
    }
  }

  private void force() throws IOException {
    try (Stream<Path> files = Files.walk(data.path())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
      }
    }
  }

  /** {@code --sync-only}. */
  void syncOnly() {
    if (!Files.isDirectory(data.path())) {
      throw InitdbOptions.error(
          "could not access directory \"" + data.name() + "\": No such file or directory");
    }
    try {
      step("syncing data to disk ... ", this::force);
    } catch (IOException e) {
      throw InitdbOptions.error(
          "could not open directory \"" + data.name() + "\": " + SystemError.reason(e));
    }
  }
}
