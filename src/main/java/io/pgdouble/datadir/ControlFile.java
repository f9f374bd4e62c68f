package io.pgdouble.datadir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.zip.CRC32C;

/**
 * {@code global/pg_control}: what {@code pg_controldata} prints, and how {@code pg_ctl} learns
 * whether a standby has been promoted. {@code catalog/pg_control.h: ControlFileData}.
 */
public final class ControlFile {
  /** {@code PG_CONTROL_FILE_SIZE}: zeros follow the data. */
  private static final int SIZE = 8192;

  private static final int STATE_AT = 16;
  private static final int TIME_AT = 24;
  private static final int CHECKPOINT_AT = 32;
  private static final int REDO_AT = 40;
  private static final int CHECKPOINT_TIME_AT = 104;

  private final Path path;
  private final int crcAt;
  private final int nonceAt;

  private ControlFile(Path path, int major) {
    this.path = path;
    this.crcAt = ControlFileLayout.crcAt(major);
    this.nonceAt = ControlFileLayout.nonceAt(major);
  }

  /** What a database cluster is doing: {@code pg_control.h: DBState}, in its order. */
  public enum State {
    STARTUP,
    SHUT_DOWN,
    SHUT_DOWN_IN_RECOVERY,
    SHUTTING_DOWN,
    IN_CRASH_RECOVERY,
    IN_ARCHIVE_RECOVERY,
    IN_PRODUCTION
  }

  /** Where it is in a data directory. */
  static Path in(Path directory) {
    return directory.resolve("global/pg_control");
  }

  /** That of a data directory. */
  public static ControlFile of(DataDirectory directory, int major) {
    return new ControlFile(in(directory.path()), major);
  }

  /** Makes the one of a new cluster. */
  static void create(Path directory, ControlFileLayout layout) throws IOException {
    ControlFile made = new ControlFile(in(directory), layout.major());
    ByteBuffer data = ByteBuffer.allocate(SIZE).order(ByteOrder.nativeOrder());
    layout.write(data);
    made.seal(data);
    Files.write(made.path, data.array());
  }

  /** What the cluster was doing when the file was written. */
  public State state() {
    return State.values()[read().getInt(STATE_AT)];
  }

  /**
   * What the file says of the cluster.
   *
   * @param seconds since 1970, when the file was written
   * @param checkpointSeconds when the last checkpoint was made
   */
  public record Found(State state, long seconds, Checkpoint last, long checkpointSeconds) {}

  /** Where a checkpoint is in the log, and from where it would have to be replayed. */
  public record Checkpoint(long location, long redo) {}

  /** All that a start asks of it. */
  public Found found() {
    ByteBuffer data = read();
    Checkpoint last = new Checkpoint(data.getLong(CHECKPOINT_AT), data.getLong(REDO_AT));
    return new Found(
        State.values()[data.getInt(STATE_AT)],
        data.getLong(TIME_AT),
        last,
        data.getLong(CHECKPOINT_TIME_AT));
  }

  /** The cluster's secret: {@code mock_authentication_nonce}. */
  byte[] mockNonce() {
    byte[] nonce = new byte[ControlFileLayout.NONCE_BYTES];
    read().get(nonceAt, nonce);
    return nonce;
  }

  /** Says where the last checkpoint is. */
  public void checkpoint(Checkpoint made) {
    ByteBuffer data = read();
    data.putLong(CHECKPOINT_AT, made.location());
    data.putLong(REDO_AT, made.redo());
    data.putLong(CHECKPOINT_TIME_AT, Instant.now().getEpochSecond());
    write(data);
  }

  /** Says what the cluster is doing. */
  public void state(State state) {
    ByteBuffer data = read();
    data.putInt(STATE_AT, state.ordinal());
    write(data);
  }

  private void write(ByteBuffer data) {
    data.putLong(TIME_AT, Instant.now().getEpochSecond());
    seal(data);
    try {
      Files.write(path, data.array(), StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ByteBuffer read() {
    try {
      return ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.nativeOrder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void seal(ByteBuffer data) {
    CRC32C crc = new CRC32C();
    crc.update(data.array(), 0, crcAt);
    data.putInt(crcAt, (int) crc.getValue());
  }
}
