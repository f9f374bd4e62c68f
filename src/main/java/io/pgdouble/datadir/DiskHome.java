package io.pgdouble.datadir;

import io.pgdouble.engine.function.ServerFileSystem;
import io.pgdouble.settings.Configuration;
import io.pgdouble.settings.ConfigurationFiles;
import io.pgdouble.settings.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** A data directory, held by a running server. */
public final class DiskHome implements ServerHome {
  private final ServerFiles selected;
  private final DataDirectory directory;
  private final ControlFile control;
  private final Launch launch;
  private final MachineFiles machine;
  private PostmasterPid pid;
  private long ownPid;
  private Optional<ExternalPidFile> external = Optional.empty();

  private DiskHome(
      ServerFiles selected, DataDirectory directory, Launch launch, Optional<Path> root) {
    this.selected = selected;
    this.directory = directory;
    this.control = ControlFile.of(directory, selected.configuration().settings().major());
    this.launch = launch;
    this.machine = new MachineFiles(Optional.of(directory.path()), root);
  }

  /**
   * A home in the directory that was selected.
   *
   * @param root what stands for the root of the server's machine; empty where functions see the
   *     directory only
   * @throws io.pgdouble.error.ReportedError FATAL if the directory is unfit
   * @throws CannotStartException if it has no control file
   */
  public static DiskHome of(ServerFiles selected, Launch launch, Optional<Path> root) {
    int major = selected.configuration().settings().major();
    Path path = Path.of(selected.location().dataDirectory());
    DataDirectory directory = DataDirectory.check(path, major);
    directory.refuseRecovery();
    return new DiskHome(selected, directory, launch, root);
  }

  /**
   * The role that initdb made.
   *
   * @throws io.pgdouble.error.ReportedError FATAL if the directory is a real PostgreSQL's
   */
  public String superuser() {
    return ClusterFile.superuser(directory.path());
  }

  @Override
  public Configuration configuration() {
    return selected.configuration();
  }

  @Override
  public Configuration reload(ServerSettings running) {
    return Configuration.reload(selected.location(), running);
  }

  @Override
  public ConfigurationFiles files() {
    return selected.location().files();
  }

  @Override
  public ServerFileSystem machine() {
    return machine;
  }

  @Override
  public String autoConfiguration() {
    return selected.location().autoConfiguration();
  }

  @Override
  public void writeAutoConfiguration(String text) {
    directory.replace(Configuration.AUTO_CONFIGURATION, text);
  }

  @Override
  public void claim(int port, OptionalInt standIn) {
    LockFile.Owner owner = launch.owner().by(standIn);
    ownPid = owner.pid();
    pid = PostmasterPid.claim(directory, owner, Instant.now().getEpochSecond(), port);
  }

  @Override
  public void listens(int port, String socketDirectory, String listenAddress) {
    pid.listens(port, socketDirectory, listenAddress);
    OptionsFile.write(directory, launch.program(), launch.arguments());
    external = ExternalPidFile.write(directory.path(), configuration().settings(), ownPid);
  }

  @Override
  public void status(PostmasterPid.Status status) {
    pid.status(status);
  }

  @Override
  public void state(ControlFile.State state) {
    control.state(state);
  }

  @Override
  public void checkpoint(ControlFile.Checkpoint made) {
    control.checkpoint(made);
  }

  @Override
  public ControlFile.Found found() {
    return control.found();
  }

  @Override
  public byte[] mockNonce() {
    return control.mockNonce();
  }

  @Override
  public Optional<CatalogFile> catalogs() {
    return Optional.of(new ClusterCatalogs(directory));
  }

  @Override
  public Optional<RowFile> rows() {
    return Optional.of(new ClusterRows(directory));
  }

  @Override
  public boolean has(SignalFile file) {
    return Files.exists(directory.path().resolve(file.fileName()));
  }

  @Override
  public void remove(SignalFile file) {
    try {
      Files.deleteIfExists(directory.path().resolve(file.fileName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close(Ending ending) {
    if (pid == null) {
      return;
    }
    if (ending != Ending.KILLED) {
      external.ifPresent(ExternalPidFile::remove);
    }
    switch (ending) {
      case SHUT_DOWN -> {
        control.state(ControlFile.State.SHUT_DOWN);
        pid.close();
      }
      case SHUT_DOWN_IN_RECOVERY -> {
        control.state(ControlFile.State.SHUT_DOWN_IN_RECOVERY);
        pid.close();
      }
      case ABANDONED -> pid.close();
      case KILLED -> {}
    }
  }
}
