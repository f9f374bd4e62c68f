package io.pgdouble.validation;

import static io.pgdouble.validation.Severity.TOLERATED;
import static io.pgdouble.validation.Severity.UNUSUAL;
import static io.pgdouble.validation.Severity.VIOLATION;

/** What can be broken: a sentence, how grave that is, and where the manual says so. A table. */
public enum Rule {
  FOLLOWS_THE_TABLE(
      VIOLATION, "Only what the table of the place names may follow.", "protocol-flow"),
  KNOWN_TYPE(
      VIOLATION,
      "A message is one of those the manual lists for its sender.",
      "protocol-message-formats"),
  BODY_FITS(
      VIOLATION,
      "A body is what the format of its message says, to the last byte.",
      "protocol-message-formats"),
  POSSIBLE_LENGTH(
      VIOLATION,
      "The length counts itself, and no message is longer than its receiver reads.",
      "protocol-overview#PROTOCOL-MESSAGE-CONCEPTS"),
  WHOLE_MESSAGES(
      VIOLATION, "What is sent is whole messages.", "protocol-overview#PROTOCOL-MESSAGE-CONCEPTS"),

  STARTUP_FIRST(
      VIOLATION,
      "A connection begins with a StartupMessage of protocol 3, or with a request.",
      "protocol-flow#PROTOCOL-FLOW-START-UP"),
  ENCRYPTION_ASKED_ONCE(
      VIOLATION, "Each kind of encryption is asked for once.", "protocol-flow#PROTOCOL-FLOW-SSL"),
  ENCRYPTION_ASKED_AGAIN(
      TOLERATED,
      "What was refused is not asked for again, after the other kind was refused too.",
      "protocol-flow#PROTOCOL-FLOW-GSSAPI"),
  NOTHING_BEFORE_ENCRYPTION(
      VIOLATION,
      "Nothing follows SSLRequest or GSSENCRequest before its answer.",
      "protocol-flow#PROTOCOL-FLOW-SSL"),
  PASSWORD_ONLY(
      VIOLATION,
      "An authentication request is answered by a PasswordMessage and nothing else.",
      "protocol-flow#PROTOCOL-FLOW-START-UP"),
  SCRAM_ENDS_PROVEN(
      VIOLATION,
      "SCRAM ends with AuthenticationSASLFinal, by which the server proves itself.",
      "sasl-authentication#SASL-SCRAM-SHA-256"),
  OFFERED_MECHANISM(
      VIOLATION,
      "The frontend takes one of the SASL mechanisms that were offered.",
      "sasl-authentication"),
  KEY_FITS_VERSION(
      VIOLATION,
      "A cancel key has 4 bytes up to protocol 3.0, and 4 to 256 from 3.2 on.",
      "protocol-message-formats#PROTOCOL-MESSAGE-FORMATS-BACKENDKEYDATA"),
  KEY_IS_TOLD(
      UNUSUAL,
      "BackendKeyData comes before the first ReadyForQuery; without it nothing can be canceled.",
      "protocol-flow#PROTOCOL-FLOW-START-UP"),
  PARAMETERS_ARE_TOLD(
      UNUSUAL,
      "server_version, server_encoding, client_encoding, DateStyle, integer_datetimes and"
          + " standard_conforming_strings are reported before the first ReadyForQuery.",
      "protocol-flow#PROTOCOL-ASYNC"),
  PARAMETER_IS_TOLD_ONCE(
      UNUSUAL, "At the start each parameter is reported once.", "protocol-flow#PROTOCOL-ASYNC"),
  NEGOTIATES_DOWN(
      VIOLATION,
      "NegotiateProtocolVersion names no newer version than was asked for.",
      "protocol-message-formats#PROTOCOL-MESSAGE-FORMATS-NEGOTIATEPROTOCOLVERSION"),
  CANCEL_IS_SILENT(
      VIOLATION,
      "A CancelRequest is answered by nothing but the connection's end.",
      "protocol-flow#PROTOCOL-FLOW-CANCELING-REQUESTS"),

  STATUS_IS_KNOWN(
      VIOLATION,
      "The status of ReadyForQuery is I, T or E.",
      "protocol-message-formats#PROTOCOL-MESSAGE-FORMATS-READYFORQUERY"),
  STATUS_FOLLOWS(
      VIOLATION,
      "The status of ReadyForQuery follows from the commands and errors since the last.",
      "protocol-message-formats#PROTOCOL-MESSAGE-FORMATS-READYFORQUERY"),
  FAILED_BLOCK_ENDS_ONLY(
      VIOLATION,
      "In a failed transaction block no command completes but ROLLBACK.",
      "protocol-flow#PROTOCOL-FLOW-SIMPLE-QUERY"),
  ROW_AS_DESCRIBED(
      VIOLATION,
      "A DataRow has the columns that were described, and each row of a result as many.",
      "protocol-message-formats#PROTOCOL-MESSAGE-FORMATS-DATAROW"),
  ROWS_ONLY_WHERE_DESCRIBED(
      VIOLATION,
      "What was described by NoData returns no rows.",
      "protocol-flow#PROTOCOL-FLOW-EXT-QUERY"),
  TAG_COUNTS_ROWS(
      VIOLATION,
      "The count in a command's tag is the number of rows it returned.",
      "protocol-message-formats#PROTOCOL-MESSAGE-FORMATS-COMMANDCOMPLETE"),
  TAG_IS_A_COMMAND(
      VIOLATION,
      "A tag is a command in capital letters, and counts where the manual says so.",
      "protocol-message-formats#PROTOCOL-MESSAGE-FORMATS-COMMANDCOMPLETE"),
  ONE_RESULT_A_STATEMENT(
      VIOLATION,
      "A Query has no more results than statements.",
      "protocol-flow#PROTOCOL-FLOW-SIMPLE-QUERY"),
  SUSPENDED_AT_LIMIT(
      VIOLATION,
      "PortalSuspended comes exactly when the row limit of Execute is reached.",
      "protocol-flow#PROTOCOL-FLOW-EXT-QUERY"),
  PARAMETERS_AS_DESCRIBED(
      VIOLATION,
      "A Bind with another number of parameters than described fails.",
      "protocol-message-formats#PROTOCOL-MESSAGE-FORMATS-BIND"),
  FORMATS_AS_BOUND(
      VIOLATION,
      "The formats told of a portal are those its Bind asked for; of a statement, all text.",
      "protocol-message-formats#PROTOCOL-MESSAGE-FORMATS-ROWDESCRIPTION"),
  FORMAT_IS_KNOWN(
      VIOLATION,
      "A format code is 0, text, or 1, binary.",
      "protocol-overview#PROTOCOL-FORMAT-CODES"),
  FORMATS_FOR_ALL(
      VIOLATION,
      "A list of format codes has none, one for all, or one for each.",
      "protocol-message-formats#PROTOCOL-MESSAGE-FORMATS-BIND"),
  TEXT_COPY_IS_TEXT(
      VIOLATION,
      "In a COPY of text all columns are text.",
      "protocol-message-formats#PROTOCOL-MESSAGE-FORMATS-COPYINRESPONSE"),
  REPORT_IS_COMPLETE(
      VIOLATION,
      "An error or a notice has severity, SQLSTATE and message, each field once.",
      "protocol-error-fields"),
  SQLSTATE_HAS_FIVE(
      VIOLATION, "An SQLSTATE is five digits or capital letters.", "protocol-error-fields"),
  SEVERITY_IS_KNOWN(
      VIOLATION,
      "An error is ERROR, FATAL or PANIC; a notice is a lesser one.",
      "protocol-error-fields"),
  SEVERITY_TWICE(
      UNUSUAL,
      "The severity is told untranslated as well (field V, since 9.6).",
      "protocol-error-fields"),

  QUERY_WITHIN_PIPELINE(
      TOLERATED,
      "A pipeline ends with Sync before a Query or FunctionCall.",
      "protocol-flow#PROTOCOL-FLOW-EXT-QUERY"),
  COPY_OUTSIDE_COPY(
      TOLERATED,
      "CopyData, CopyDone and CopyFail belong into COPY; elsewhere they are ignored.",
      "protocol-flow#PROTOCOL-COPY"),
  SYNC_WITHIN_COPY(
      TOLERATED,
      "A Sync within COPY IN is ignored: it has no ReadyForQuery.",
      "protocol-flow#PROTOCOL-COPY"),
  COMMAND_WITHIN_COPY(
      VIOLATION,
      "COPY IN is ended by CopyDone or CopyFail before anything else is asked.",
      "protocol-flow#PROTOCOL-COPY"),
  DESCRIBES_STATEMENT_OR_PORTAL(
      VIOLATION,
      "Describe and Close name a statement (S) or a portal (P).",
      "protocol-message-formats#PROTOCOL-MESSAGE-FORMATS-DESCRIBE"),
  ENDED_WITHIN_PIPELINE(
      UNUSUAL,
      "A pipeline ends with Sync before Terminate; without it its work is undone.",
      "protocol-flow#PROTOCOL-FLOW-PIPELINING"),
  NOTHING_AFTER_TERMINATE(
      VIOLATION,
      "After Terminate nobody says anything.",
      "protocol-flow#PROTOCOL-FLOW-TERMINATION"),
  ENDS_WITH_TERMINATE(
      TOLERATED,
      "A frontend says Terminate before it closes.",
      "protocol-flow#PROTOCOL-FLOW-TERMINATION"),
  ALL_IS_ANSWERED(
      VIOLATION,
      "What came before Terminate is answered before the connection ends.",
      "protocol-flow#PROTOCOL-FLOW-TERMINATION"),
  ENDS_WITH_THE_ANSWER(
      UNUSUAL,
      "A recording ends when all is answered; one that does not was cut, or an answer is missing.",
      "protocol-flow"),
  ENDS_WITH_A_WORD(
      UNUSUAL,
      "A backend that ends unasked says why in a FATAL error.",
      "protocol-flow#PROTOCOL-FLOW-TERMINATION");

  private final Severity severity;
  private final String sentence;
  private final String anchor;

  Rule(Severity severity, String sentence, String anchor) {
    this.severity = severity;
    this.sentence = sentence;
    this.anchor = anchor;
  }

  public Severity severity() {
    return severity;
  }

  public String sentence() {
    return sentence;
  }

  /** Page of the manual, and anchor in it. */
  public String anchor() {
    return anchor;
  }
}
