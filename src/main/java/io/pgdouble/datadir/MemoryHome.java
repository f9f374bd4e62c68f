package io.pgdouble.datadir;

import io.pgdouble.engine.function.ServerFileSystem;
import io.pgdouble.settings.AlterSystem;
import io.pgdouble.settings.Configuration;
import io.pgdouble.settings.ConfigurationFiles;
import io.pgdouble.settings.ServerSettings;
import io.pgdouble.settings.UnreadableFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * No directory at all: a server that leaves no trace. What initdb writes into the configuration
 * file is among its facts; what ALTER SYSTEM writes is kept while the server runs.
 */
public final class MemoryHome implements ServerHome, ConfigurationFiles {
  /** The main file, which is empty. */
  private static final String MAIN = "/postgresql.conf";

  private final Supplier<ServerSettings> settings;
  private final ConfigurationFiles elsewhere = new DirectoryFiles();
  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private final Configuration.Location location = new Configuration.Location(this, MAIN, "");

  /** As if initdb had just made it. */
  private volatile ControlFile.Found found =
      new ControlFile.Found(
          ControlFile.State.SHUT_DOWN, now(), ControlFileLayout.firstCheckpoint(), now());

  private final MachineFiles machine;

  /**
   * The home of a server with these settings, which are asked for when it starts.
   *
   * @param root what stands for the root of the server's machine; empty for nothing
   */
  public MemoryHome(Supplier<ServerSettings> settings, Optional<Path> root) {
    this.settings = settings;
    this.machine = new MachineFiles(Optional.empty(), root);
    texts.put(MAIN, "");
    texts.put(location.autoConfiguration(), AlterSystem.HEAD);
  }

  @Override
  public Configuration configuration() {
    return new Configuration(settings.get(), List.of(), List.of(), Optional.empty());
  }

  @Override
  public Configuration reload(ServerSettings running) {
    return Configuration.reload(location, running);
  }

  @Override
  public ConfigurationFiles files() {
    return this;
  }

  @Override
  public String read(String path) throws UnreadableFileException {
    String text = texts.get(path);
    return text == null ? elsewhere.read(path) : text;
  }

  @Override
  public List<String> names(String path) throws UnreadableFileException {
    return elsewhere.names(path);
  }

  @Override
  public ServerFileSystem machine() {
    return new MemoryFiles(settings.get().major(), machine);
  }

  @Override
  public String autoConfiguration() {
    return location.autoConfiguration();
  }

  @Override
  public void writeAutoConfiguration(String text) {
    texts.put(autoConfiguration(), text);
  }

  @Override
  public void claim(int port, OptionalInt standIn) {}

  @Override
  public void listens(int port, String socketDirectory, String listenAddress) {}

  @Override
  public void status(PostmasterPid.Status status) {}

  @Override
  public void state(ControlFile.State state) {
    found = new ControlFile.Found(state, now(), found.last(), found.checkpointSeconds());
  }

  @Override
  public void checkpoint(ControlFile.Checkpoint made) {
    found = new ControlFile.Found(found.state(), now(), made, now());
  }

  @Override
  public ControlFile.Found found() {
    return found;
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  @Override
  public byte[] mockNonce() {
    byte[] nonce = new byte[ControlFileLayout.NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    return nonce;
  }

  @Override
  public Optional<CatalogFile> catalogs() {
    return Optional.empty();
  }

  @Override
  public Optional<RowFile> rows() {
    return Optional.empty();
  }

  @Override
  public boolean has(SignalFile file) {
    return false;
  }

  @Override
  public void remove(SignalFile file) {}

  @Override
  public void close(Ending ending) {}
}
