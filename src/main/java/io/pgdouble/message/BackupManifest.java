package io.pgdouble.message;

/**
 * The manifest of the backup begins.
 *
 * <p>Manual: {@code protocol-replication § BASE_BACKUP}.
 */
public record BackupManifest() implements BaseBackupPayload {
  /** The first byte of the data. */
  public static final char KIND = 'm';

  static BackupManifest read(BodyReader in) {
    BackupManifest payload = new BackupManifest();
    in.end();
    return payload;
  }

  @Override
  public char kind() {
    return KIND;
  }

  @Override
  public void write(BodyWriter out) {
    // The kind says it all.
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
