package io.pgdouble.message;

/**
 * How much of the current tablespace has been handled.
 *
 * <p>Manual: {@code protocol-replication § BASE_BACKUP}.
 *
 * @param bytes processed so far
 */
public record BackupProgress(long bytes) implements BaseBackupPayload {
  /** The first byte of the data. */
  public static final char KIND = 'p';

  static BackupProgress read(BodyReader in) {
    BackupProgress payload = new BackupProgress(in.int64());
    in.end();
    return payload;
  }

  @Override
  public char kind() {
    return KIND;
  }

  @Override
  public void write(BodyWriter out) {
    out.int64(bytes);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
