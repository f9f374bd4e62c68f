package io.pgdouble.message;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/**
 * The dictionary of type codes: which byte announces which message, how long it may be, and who
 * reads it. {@code protocol.h}; limits: {@code postgres.c: SocketBackend}. A table.
 */
public final class MessageDictionary {
  /** {@code MaxAllocSize - 1}: the greatest length of messages that may be great, in bytes. */
  public static final int PQ_LARGE_MESSAGE_LIMIT = 0x3fffffff - 1;

  /** The greatest length of all other messages, in bytes. */
  public static final int PQ_SMALL_MESSAGE_LIMIT = 10_000;

  /** The greatest length of a PasswordMessage, in bytes. {@code auth.c}. */
  public static final int PG_MAX_AUTH_TOKEN_LENGTH = 65_535;

  /** The greatest length of an answer to AuthenticationSASL. {@code auth-sasl.c}. */
  public static final int PG_MAX_SASL_MESSAGE_LENGTH = 1024;

  /** The answer of {@link #frontendLimit} for a byte that announces no message. */
  public static final int UNKNOWN_TYPE = -1;

  private MessageDictionary() {}

  /**
   * The greatest value of the length word after this type, or {@link #UNKNOWN_TYPE}: there
   * PostgreSQL stops before it reads a length.
   */
  public static int frontendLimit(char type) {
    return switch (type) {
      case Query.TYPE, FunctionCall.TYPE, Bind.TYPE, Parse.TYPE, CopyData.TYPE ->
          PQ_LARGE_MESSAGE_LIMIT;
      case Close.TYPE,
          Describe.TYPE,
          Execute.TYPE,
          Flush.TYPE,
          Sync.TYPE,
          Terminate.TYPE,
          CopyDone.TYPE,
          CopyFail.TYPE ->
          PQ_SMALL_MESSAGE_LIMIT;
      default -> UNKNOWN_TYPE;
    };
  }

  /** {@code postgres.c: SocketBackend}. Ends the backend. */
  public static ReportedError invalidFrontendType(char type) {
    return ErrorReport.fatal(
            SqlState.PROTOCOL_VIOLATION, "invalid frontend message type " + (int) type)
        .toException();
  }

  /** The message of a body, or a {@link MalformedMessage} that says what is wrong with it. */
  public static FrontendMessage decode(char type, byte[] body, ClientEncoding encoding) {
    try {
      return frontend(type, new BodyReader(body, encoding));
    } catch (ReportedError e) {
      return new MalformedMessage(type, body, e.report());
    }
  }

  /**
   * Reads a message of the frontend.
   *
   * @throws ReportedError 08P01 if the body is malformed; FATAL if there is no such type
   */
  public static FrontendMessage frontend(char type, BodyReader in) {
    return switch (type) {
      case Bind.TYPE -> Bind.read(in);
      case Close.TYPE -> Close.read(in);
      case CopyData.TYPE -> CopyData.read(in);
      case CopyDone.TYPE -> CopyDone.read(in);
      case CopyFail.TYPE -> CopyFail.read(in);
      case Describe.TYPE -> Describe.read(in);
      case Execute.TYPE -> Execute.read(in);
      case Flush.TYPE -> Flush.read(in);
      case FunctionCall.TYPE -> FunctionCall.read(in);
      case Parse.TYPE -> Parse.read(in);
      case PasswordMessage.TYPE -> PasswordMessage.read(in);
      case Query.TYPE -> Query.read(in);
      case Sync.TYPE -> Sync.read(in);
      case Terminate.TYPE -> Terminate.read(in);
      default -> throw invalidFrontendType(type);
    };
  }

  /**
   * Reads a message of the backend.
   *
   * @throws ReportedError 08P01 if the body is malformed or there is no such type
   */
  public static BackendMessage backend(char type, BodyReader in) {
    return switch (type) {
      case Authentication.TYPE -> authentication(in.int32(), in);
      case BackendKeyData.TYPE -> BackendKeyData.read(in);
      case BindComplete.TYPE -> BindComplete.read(in);
      case CloseComplete.TYPE -> CloseComplete.read(in);
      case CommandComplete.TYPE -> CommandComplete.read(in);
      case CopyBothResponse.TYPE -> CopyBothResponse.read(in);
      case CopyData.TYPE -> CopyData.read(in);
      case CopyDone.TYPE -> CopyDone.read(in);
      case CopyInResponse.TYPE -> CopyInResponse.read(in);
      case CopyOutResponse.TYPE -> CopyOutResponse.read(in);
      case DataRow.TYPE -> DataRow.read(in);
      case EmptyQueryResponse.TYPE -> EmptyQueryResponse.read(in);
      case ErrorResponse.TYPE -> ErrorResponse.read(in);
      case FunctionCallResponse.TYPE -> FunctionCallResponse.read(in);
      case NegotiateProtocolVersion.TYPE -> NegotiateProtocolVersion.read(in);
      case NoData.TYPE -> NoData.read(in);
      case NoticeResponse.TYPE -> NoticeResponse.read(in);
      case NotificationResponse.TYPE -> NotificationResponse.read(in);
      case ParameterDescription.TYPE -> ParameterDescription.read(in);
      case ParameterStatus.TYPE -> ParameterStatus.read(in);
      case ParseComplete.TYPE -> ParseComplete.read(in);
      case PortalSuspended.TYPE -> PortalSuspended.read(in);
      case ReadyForQuery.TYPE -> ReadyForQuery.read(in);
      case RowDescription.TYPE -> RowDescription.read(in);
      default ->
          throw new ReportedError(
              SqlState.PROTOCOL_VIOLATION, "invalid backend message type " + (int) type);
    };
  }

  private static Authentication authentication(int code, BodyReader in) {
    return switch (code) {
      case 0 -> AuthenticationOk.read(in);
      case 2 -> AuthenticationKerberosV5.read(in);
      case 3 -> AuthenticationCleartextPassword.read(in);
      case 5 -> AuthenticationMD5Password.read(in);
      case 7 -> AuthenticationGSS.read(in);
      case 8 -> AuthenticationGSSContinue.read(in);
      case 9 -> AuthenticationSSPI.read(in);
      case 10 -> AuthenticationSASL.read(in);
      case 11 -> AuthenticationSASLContinue.read(in);
      case 12 -> AuthenticationSASLFinal.read(in);
      default ->
          throw new ReportedError(
              SqlState.PROTOCOL_VIOLATION, "invalid authentication request " + code);
    };
  }
}
