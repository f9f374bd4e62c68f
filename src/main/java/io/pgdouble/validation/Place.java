package io.pgdouble.validation;

import static io.pgdouble.validation.Place.Turn.ANSWERING;
import static io.pgdouble.validation.Place.Turn.LISTENING;

/** Where a conversation stands, as both sides can know. A table. */
public enum Place {
  OPENED(SubProtocol.STARTUP, LISTENING, "nothing was said yet"),
  ASKED_FOR_TLS(SubProtocol.STARTUP, ANSWERING, "SSLRequest"),
  ASKED_FOR_GSS(SubProtocol.STARTUP, ANSWERING, "GSSENCRequest"),
  WITHOUT_TLS(SubProtocol.STARTUP, LISTENING, "SSLRequest was refused"),
  WITHOUT_GSS(SubProtocol.STARTUP, LISTENING, "GSSENCRequest was refused"),
  ASKED_FOR_TLS_TOO(SubProtocol.STARTUP, ANSWERING, "SSLRequest, after GSSENCRequest"),
  ASKED_FOR_GSS_TOO(SubProtocol.STARTUP, ANSWERING, "GSSENCRequest, after SSLRequest"),
  WITHOUT_TLS_EITHER(SubProtocol.STARTUP, LISTENING, "GSSENCRequest was refused, then SSLRequest"),
  WITHOUT_GSS_EITHER(SubProtocol.STARTUP, LISTENING, "SSLRequest was refused, then GSSENCRequest"),
  ENCRYPTED(SubProtocol.STARTUP, LISTENING, "encryption was agreed on"),
  STARTED(SubProtocol.STARTUP, ANSWERING, "StartupMessage"),
  VERSION_NEGOTIATED(SubProtocol.STARTUP, ANSWERING, "StartupMessage, of another version"),
  ASKED_FOR_PASSWORD(SubProtocol.STARTUP, LISTENING, "a password is asked for"),
  PASSWORD_GIVEN(SubProtocol.STARTUP, ANSWERING, "a password was given"),
  ASKED_FOR_GSS_TOKEN(SubProtocol.STARTUP, LISTENING, "a GSSAPI or SSPI token is asked for"),
  GSS_TOKEN_GIVEN(SubProtocol.STARTUP, ANSWERING, "a GSSAPI or SSPI token was given"),
  ASKED_FOR_SASL(SubProtocol.STARTUP, LISTENING, "a SASL mechanism is asked for"),
  SASL_BEGUN(SubProtocol.STARTUP, ANSWERING, "SASLInitialResponse"),
  ASKED_FOR_MORE_SASL(SubProtocol.STARTUP, LISTENING, "a SASL challenge"),
  SASL_ANSWERED(SubProtocol.STARTUP, ANSWERING, "SASLResponse"),
  SASL_ENDED(SubProtocol.STARTUP, ANSWERING, "AuthenticationSASLFinal"),
  AUTHENTICATED(SubProtocol.STARTUP, ANSWERING, "AuthenticationOk"),
  KEY_TOLD(SubProtocol.STARTUP, ANSWERING, "BackendKeyData"),
  ASKED_TO_CANCEL(SubProtocol.STARTUP, LISTENING, "CancelRequest"),
  NOT_UNDERSTOOD(SubProtocol.STARTUP, ANSWERING, "what the backend must refuse"),

  READY(SubProtocol.COMMANDS, LISTENING, "ReadyForQuery"),

  QUERYING(SubProtocol.SIMPLE_QUERY, ANSWERING, "Query"),
  QUERY_ROWS(SubProtocol.SIMPLE_QUERY, ANSWERING, "RowDescription, in a Query"),
  QUERY_GOES_ON(SubProtocol.SIMPLE_QUERY, ANSWERING, "a statement of a Query is complete"),
  QUERY_EMPTY(SubProtocol.SIMPLE_QUERY, ANSWERING, "EmptyQueryResponse, in a Query"),
  QUERY_FAILED(SubProtocol.SIMPLE_QUERY, ANSWERING, "ErrorResponse, in a Query"),

  IN_PIPELINE(SubProtocol.EXTENDED_QUERY, LISTENING, "all messages since the last Sync answered"),
  PARSING(SubProtocol.EXTENDED_QUERY, ANSWERING, "Parse"),
  BINDING(SubProtocol.EXTENDED_QUERY, ANSWERING, "Bind"),
  DESCRIBING_STATEMENT(SubProtocol.EXTENDED_QUERY, ANSWERING, "Describe of a statement"),
  DESCRIBING_RESULT(SubProtocol.EXTENDED_QUERY, ANSWERING, "ParameterDescription"),
  DESCRIBING_PORTAL(SubProtocol.EXTENDED_QUERY, ANSWERING, "Describe of a portal"),
  EXECUTING(SubProtocol.EXTENDED_QUERY, ANSWERING, "Execute"),
  EXECUTING_ROWS(SubProtocol.EXTENDED_QUERY, ANSWERING, "DataRow, of an Execute"),
  CLOSING(SubProtocol.EXTENDED_QUERY, ANSWERING, "Close"),
  COMPLAINING(SubProtocol.EXTENDED_QUERY, ANSWERING, "a malformed message"),
  SKIPPING(SubProtocol.EXTENDED_QUERY, LISTENING, "ErrorResponse: all is skipped until Sync"),
  SYNCING(SubProtocol.EXTENDED_QUERY, ANSWERING, "Sync"),
  SYNCING_AFTER_ERROR(SubProtocol.EXTENDED_QUERY, ANSWERING, "Sync, after an ErrorResponse"),
  SYNC_FAILED(SubProtocol.EXTENDED_QUERY, ANSWERING, "ErrorResponse, to a Sync"),

  CALLING(SubProtocol.FUNCTION_CALL, ANSWERING, "FunctionCall"),
  CALLED(SubProtocol.FUNCTION_CALL, ANSWERING, "FunctionCallResponse"),
  CALL_FAILED(SubProtocol.FUNCTION_CALL, ANSWERING, "ErrorResponse, to a FunctionCall"),

  COPYING_IN(SubProtocol.COPY, LISTENING, "CopyInResponse, in a Query"),
  COPIED_IN(SubProtocol.COPY, ANSWERING, "CopyDone of the frontend, in a Query"),
  COPY_IN_GIVEN_UP(SubProtocol.COPY, ANSWERING, "CopyFail, in a Query"),
  COPY_IN_BROKEN(SubProtocol.COPY, ANSWERING, "a command within COPY IN"),
  COPYING_OUT(SubProtocol.COPY, ANSWERING, "CopyOutResponse, in a Query"),
  COPIED_OUT(SubProtocol.COPY, ANSWERING, "CopyDone of the backend, in a Query"),
  EXECUTE_COPYING_IN(SubProtocol.COPY, LISTENING, "CopyInResponse, to an Execute"),
  EXECUTE_COPIED_IN(SubProtocol.COPY, ANSWERING, "CopyDone of the frontend, after an Execute"),
  EXECUTE_COPY_IN_GIVEN_UP(SubProtocol.COPY, ANSWERING, "CopyFail, after an Execute"),
  EXECUTE_COPYING_OUT(SubProtocol.COPY, ANSWERING, "CopyOutResponse, to an Execute"),
  EXECUTE_COPIED_OUT(SubProtocol.COPY, ANSWERING, "CopyDone of the backend, after an Execute"),
  COPYING_BOTH(SubProtocol.COPY, LISTENING, "CopyBothResponse"),
  COPYING_BOTH_OUT(SubProtocol.COPY, ANSWERING, "CopyDone of the frontend, in COPY BOTH"),
  COPYING_BOTH_IN(SubProtocol.COPY, LISTENING, "CopyDone of the backend, in COPY BOTH"),
  COPIED_BOTH(SubProtocol.COPY, ANSWERING, "CopyDone of both, in COPY BOTH"),

  TERMINATED(SubProtocol.TERMINATION, LISTENING, "Terminate"),
  LOST(SubProtocol.TERMINATION, LISTENING, "a message of an impossible length"),
  ENDING(SubProtocol.TERMINATION, LISTENING, "ErrorResponse (FATAL)"),
  OVER(SubProtocol.TERMINATION, LISTENING, "the connection is closed");

  /** Whose turn it is. */
  public enum Turn {
    /** What the frontend says is acted on at once. */
    LISTENING,
    /** The backend owes something; what the frontend says waits until that is sent. */
    ANSWERING
  }

  private final SubProtocol part;
  private final Turn turn;
  private final String after;

  Place(SubProtocol part, Turn turn, String after) {
    this.part = part;
    this.turn = turn;
    this.after = after;
  }

  /** The part of the protocol it belongs to. */
  public SubProtocol part() {
    return part;
  }

  public Turn turn() {
    return turn;
  }

  /** What was said last, or what that means. */
  public String after() {
    return after;
  }
}
