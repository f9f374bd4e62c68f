package io.pgdouble.message;

/** A payload whose first byte says what kind of payload follows. */
public sealed interface KindedPayload extends Payload
    permits BaseBackupPayload, LogicalPayload, ReplicationPayload {
  /** The first byte of the data. */
  char kind();

  /** The kind and what follows it. */
  default byte[] toData() {
    BytesWriter out = new BytesWriter();
    out.byte1(kind());
    write(out);
    return out.toByteArray();
  }
}
