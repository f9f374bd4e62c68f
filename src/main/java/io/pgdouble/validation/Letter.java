package io.pgdouble.validation;

import static io.pgdouble.trace.Direction.BACKEND;
import static io.pgdouble.trace.Direction.FRONTEND;

import io.pgdouble.trace.Direction;

/** What the automaton reads: messages, told apart as far as it matters what follows. A table. */
public enum Letter {
  SSL_REQUEST(FRONTEND, "SSLRequest"),
  GSSENC_REQUEST(FRONTEND, "GSSENCRequest"),
  CANCEL_REQUEST(FRONTEND, "CancelRequest"),
  STARTUP_MESSAGE(FRONTEND, "StartupMessage"),
  STRANGE_PACKET(FRONTEND, "a startup packet of another kind"),
  PASSWORD_MESSAGE(FRONTEND, "PasswordMessage"),
  QUERY(FRONTEND, "Query"),
  PARSE(FRONTEND, "Parse"),
  BIND(FRONTEND, "Bind"),
  DESCRIBE_STATEMENT(FRONTEND, "Describe (statement)"),
  DESCRIBE_PORTAL(FRONTEND, "Describe (portal)"),
  EXECUTE(FRONTEND, "Execute"),
  CLOSE(FRONTEND, "Close"),
  FLUSH(FRONTEND, "Flush"),
  SYNC(FRONTEND, "Sync"),
  FUNCTION_CALL(FRONTEND, "FunctionCall"),
  FRONTEND_COPY_DATA(FRONTEND, "CopyData"),
  FRONTEND_COPY_DONE(FRONTEND, "CopyDone"),
  COPY_FAIL(FRONTEND, "CopyFail"),
  TERMINATE(FRONTEND, "Terminate"),
  MALFORMED_EXTENDED(FRONTEND, "a malformed message of the extended protocol"),
  MALFORMED_SYNC(FRONTEND, "a malformed Sync"),
  UNKNOWN_FRONTEND(FRONTEND, "a message of no known type"),
  IMPOSSIBLE_LENGTH(FRONTEND, "a message of an impossible length"),
  PART_OF_MESSAGE(FRONTEND, "bytes that are no message"),
  LEFT(FRONTEND, "the connection's end"),

  TLS_ACCEPTED(BACKEND, "S"),
  GSS_ACCEPTED(BACKEND, "G"),
  ENCRYPTION_REFUSED(BACKEND, "N"),
  OLD_ERROR(BACKEND, "an error as a plain text"),
  NEGOTIATE_PROTOCOL_VERSION(BACKEND, "NegotiateProtocolVersion"),
  AUTHENTICATION_OK(BACKEND, "AuthenticationOk"),
  AUTHENTICATION_PASSWORD(BACKEND, "AuthenticationCleartextPassword, AuthenticationMD5Password"),
  AUTHENTICATION_GSS(BACKEND, "AuthenticationGSS, AuthenticationSSPI"),
  AUTHENTICATION_GSS_CONTINUE(BACKEND, "AuthenticationGSSContinue"),
  AUTHENTICATION_SASL(BACKEND, "AuthenticationSASL"),
  AUTHENTICATION_SASL_CONTINUE(BACKEND, "AuthenticationSASLContinue"),
  AUTHENTICATION_SASL_FINAL(BACKEND, "AuthenticationSASLFinal"),
  UNKNOWN_AUTHENTICATION(BACKEND, "an authentication request of no known kind"),
  BACKEND_KEY_DATA(BACKEND, "BackendKeyData"),
  PARAMETER_STATUS(BACKEND, "ParameterStatus"),
  NOTICE_RESPONSE(BACKEND, "NoticeResponse"),
  NOTIFICATION_RESPONSE(BACKEND, "NotificationResponse"),
  ERROR(BACKEND, "ErrorResponse (ERROR)"),
  FATAL(BACKEND, "ErrorResponse (FATAL, PANIC)"),
  READY_FOR_QUERY(BACKEND, "ReadyForQuery"),
  PARSE_COMPLETE(BACKEND, "ParseComplete"),
  BIND_COMPLETE(BACKEND, "BindComplete"),
  CLOSE_COMPLETE(BACKEND, "CloseComplete"),
  PARAMETER_DESCRIPTION(BACKEND, "ParameterDescription"),
  ROW_DESCRIPTION(BACKEND, "RowDescription"),
  NO_DATA(BACKEND, "NoData"),
  DATA_ROW(BACKEND, "DataRow"),
  COMMAND_COMPLETE(BACKEND, "CommandComplete"),
  EMPTY_QUERY_RESPONSE(BACKEND, "EmptyQueryResponse"),
  PORTAL_SUSPENDED(BACKEND, "PortalSuspended"),
  FUNCTION_CALL_RESPONSE(BACKEND, "FunctionCallResponse"),
  COPY_IN_RESPONSE(BACKEND, "CopyInResponse"),
  COPY_OUT_RESPONSE(BACKEND, "CopyOutResponse"),
  COPY_BOTH_RESPONSE(BACKEND, "CopyBothResponse"),
  BACKEND_COPY_DATA(BACKEND, "CopyData"),
  BACKEND_COPY_DONE(BACKEND, "CopyDone"),
  UNKNOWN_BACKEND(BACKEND, "a message of no known type"),
  PART_OF_ANSWER(BACKEND, "bytes that are no message"),
  CLOSED(BACKEND, "the connection's end");

  private final Direction side;
  private final String title;

  Letter(Direction side, String title) {
    this.side = side;
    this.title = title;
  }

  /** Who sends it. */
  public Direction side() {
    return side;
  }

  /** The manual's name, or words. */
  public String title() {
    return title;
  }
}
