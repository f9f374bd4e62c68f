package io.pgdouble.message;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/**
 * What the output plugin {@code pgoutput} says of changes, versions 1 to 4 of its protocol: the
 * data of an {@link XLogData}, or a row of the functions that read a slot. Manual: {@code
 * protocol-logicalrep-message-formats}; server: {@code logicalproto.h}.
 */
public sealed interface LogicalPayload extends KindedPayload
    permits LogicalBegin,
        LogicalBeginPrepare,
        LogicalCommit,
        LogicalCommitPrepared,
        LogicalDelete,
        LogicalInsert,
        LogicalMessage,
        LogicalOrigin,
        LogicalPrepare,
        LogicalRelation,
        LogicalRollbackPrepared,
        LogicalStreamAbort,
        LogicalStreamCommit,
        LogicalStreamPrepare,
        LogicalStreamStart,
        LogicalStreamStop,
        LogicalTruncate,
        LogicalType,
        LogicalUpdate {
  /**
   * The payload of such data.
   *
   * @throws ReportedError 08P01 if it is none; XX000 where the subscriber finds what the publisher
   *     never sends
   */
  static LogicalPayload of(byte[] data, LogicalPlace place) {
    BodyReader in = new BodyReader(data);
    char kind = (char) in.byte1();
    return switch (kind) {
      case LogicalInsert.KIND -> LogicalInsert.read(in, place);
      case LogicalUpdate.KIND -> LogicalUpdate.read(in, place);
      case LogicalDelete.KIND -> LogicalDelete.read(in, place);
      case LogicalTruncate.KIND -> LogicalTruncate.read(in, place);
      case LogicalRelation.KIND -> LogicalRelation.read(in, place);
      case LogicalType.KIND -> LogicalType.read(in, place);
      case LogicalMessage.KIND -> LogicalMessage.read(in, place);
      default -> ofTransaction(kind, in);
    };
  }

  private static LogicalPayload ofTransaction(char kind, BodyReader in) {
    return switch (kind) {
      case LogicalBegin.KIND -> LogicalBegin.read(in);
      case LogicalCommit.KIND -> LogicalCommit.read(in);
      case LogicalOrigin.KIND -> LogicalOrigin.read(in);
      case LogicalStreamStart.KIND -> LogicalStreamStart.read(in);
      case LogicalStreamStop.KIND -> LogicalStreamStop.read(in);
      case LogicalStreamCommit.KIND -> LogicalStreamCommit.read(in);
      case LogicalStreamAbort.KIND -> LogicalStreamAbort.read(in);
      case LogicalBeginPrepare.KIND -> LogicalBeginPrepare.read(in);
      case LogicalPrepare.KIND -> LogicalPrepare.read(in);
      case LogicalCommitPrepared.KIND -> LogicalCommitPrepared.read(in);
      case LogicalRollbackPrepared.KIND -> LogicalRollbackPrepared.read(in);
      case LogicalStreamPrepare.KIND -> LogicalStreamPrepare.read(in);
      default ->
          throw new ReportedError(
              SqlState.PROTOCOL_VIOLATION,
              "invalid logical replication message type \"??? (" + (int) kind + ")\"");
    };
  }
}
