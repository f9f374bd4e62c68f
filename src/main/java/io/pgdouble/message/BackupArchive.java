package io.pgdouble.message;

/**
 * A new archive of the backup begins.
 *
 * <p>Manual: {@code protocol-replication § BASE_BACKUP}.
 *
 * @param name of the archive, such as {@code base.tar}
 * @param tablespace its path; empty for the main data directory
 */
public record BackupArchive(String name, String tablespace) implements BaseBackupPayload {
  /** The first byte of the data. */
  public static final char KIND = 'n';

  static BackupArchive read(BodyReader in) {
    BackupArchive payload = new BackupArchive(in.string(), in.string());
    in.end();
    return payload;
  }

  @Override
  public char kind() {
    return KIND;
  }

  @Override
  public void write(BodyWriter out) {
    out.string(name);
    out.string(tablespace);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
