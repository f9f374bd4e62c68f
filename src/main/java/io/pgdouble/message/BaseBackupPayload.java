package io.pgdouble.message;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/**
 * What travels inside CopyData while a base backup is taken, from 15. Manual: {@code
 * protocol-replication § BASE_BACKUP}; server: {@code basebackup_copy.c}.
 */
public sealed interface BaseBackupPayload extends KindedPayload
    permits BackupArchive, BackupData, BackupManifest, BackupProgress {
  /** The payload in its envelope. */
  default CopyData toCopyData() {
    return new CopyData(toData());
  }

  /**
   * The payload of an envelope.
   *
   * @throws ReportedError 08P01 if it holds none
   */
  static BaseBackupPayload of(CopyData envelope) {
    BodyReader in = new BodyReader(envelope.data());
    char kind = (char) in.byte1();
    return switch (kind) {
      case BackupArchive.KIND -> BackupArchive.read(in);
      case BackupData.KIND -> BackupData.read(in);
      case BackupManifest.KIND -> BackupManifest.read(in);
      case BackupProgress.KIND -> BackupProgress.read(in);
      default ->
          throw new ReportedError(
              SqlState.PROTOCOL_VIOLATION, "unexpected message type \"" + kind + "\"");
    };
  }
}
