package io.pgdouble.message;

/**
 * A piece of the archive or of the manifest that has begun.
 *
 * <p>Manual: {@code protocol-replication § BASE_BACKUP}.
 *
 * @param data of any length
 */
public record BackupData(byte[] data) implements BaseBackupPayload {
  /** The first byte of the data. */
  public static final char KIND = 'd';

  static BackupData read(BodyReader in) {
    BackupData payload = new BackupData(in.rest());
    in.end();
    return payload;
  }

  @Override
  public char kind() {
    return KIND;
  }

  @Override
  public void write(BodyWriter out) {
    out.bytes(data);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BackupData that && MessageBytes.same(this, that);
  }

  @Override
  public int hashCode() {
    return MessageBytes.hash(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
