package io.pgdouble.message;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/**
 * What travels inside CopyData while WAL is streamed. Manual: {@code protocol-replication §
 * START_REPLICATION}.
 */
public sealed interface ReplicationPayload extends KindedPayload
    permits HotStandbyFeedback, PrimaryKeepalive, StandbyStatusUpdate, XLogData {
  /** The payload in its envelope. */
  default CopyData toCopyData() {
    return new CopyData(toData());
  }

  /**
   * The payload of an envelope.
   *
   * @throws ReportedError 08P01 if it holds none. {@code walsender.c: ProcessRepliesIfAny}
   */
  static ReplicationPayload of(CopyData envelope) {
    BodyReader in = new BodyReader(envelope.data());
    char kind = (char) in.byte1();
    return switch (kind) {
      case XLogData.KIND -> XLogData.read(in);
      case PrimaryKeepalive.KIND -> PrimaryKeepalive.read(in);
      case StandbyStatusUpdate.KIND -> StandbyStatusUpdate.read(in);
      case HotStandbyFeedback.KIND -> HotStandbyFeedback.read(in);
      default ->
          throw new ReportedError(
              SqlState.PROTOCOL_VIOLATION, "unexpected message type \"" + kind + "\"");
    };
  }
}
