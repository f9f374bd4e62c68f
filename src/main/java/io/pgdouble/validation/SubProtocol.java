package io.pgdouble.validation;

/** The parts of the protocol, as the manual divides it. A table. */
public enum SubProtocol {
  STARTUP(
      "Start-up and authentication",
      "protocol-flow#PROTOCOL-FLOW-START-UP",
      "From the first byte to the first ReadyForQuery, which is the only one."),
  COMMANDS(
      "Between commands",
      "protocol-flow#PROTOCOL-FLOW-SIMPLE-QUERY",
      "The backend waits for a command. Nobody owes anything."),
  SIMPLE_QUERY(
      "Simple query",
      "protocol-flow#PROTOCOL-FLOW-SIMPLE-QUERY",
      "Each statement of a Query gives a result or an error; one ReadyForQuery ends them all."),
  EXTENDED_QUERY(
      "Extended query, pipelines",
      "protocol-flow#PROTOCOL-FLOW-EXT-QUERY",
      "Each message has its own answer, in order; after an error nothing is answered up to the"
          + " next Sync, and each Sync is answered by one ReadyForQuery."),
  FUNCTION_CALL(
      "Function call",
      "protocol-flow#PROTOCOL-FLOW-FUNCTION-CALL",
      "One FunctionCallResponse or ErrorResponse, and one ReadyForQuery."),
  COPY(
      "COPY in, out and both",
      "protocol-flow#PROTOCOL-COPY",
      "Data flows one way or both ways until a CopyDone, a CopyFail or an error ends it."),
  TERMINATION(
      "Termination",
      "protocol-flow#PROTOCOL-FLOW-TERMINATION",
      "After Terminate nobody says anything; after a FATAL error the backend closes."),
  ASYNCHRONOUS(
      "Asynchronous messages",
      "protocol-flow#PROTOCOL-ASYNC",
      "These may come in every place from the end of authentication on.");

  private final String title;
  private final String anchor;
  private final String introduction;

  SubProtocol(String title, String anchor, String introduction) {
    this.title = title;
    this.anchor = anchor;
    this.introduction = introduction;
  }

  public String title() {
    return title;
  }

  /** Page and anchor of the manual. */
  public String anchor() {
    return anchor;
  }

  /** What it is about, in a sentence. */
  public String introduction() {
    return introduction;
  }
}
