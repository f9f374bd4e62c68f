package io.pgdouble.validation;

/** What an answer must contain, beyond coming at its place. */
final class Contents {
  private static final int KEY_LENGTH = 4;
  private static final int GREATEST_KEY_LENGTH = 256;

  private final Findings findings;
  private final BackendReader told;
  private final FrontendReader asked;
  private final TransactionStatus status;
  private final Results results;
  private long mechanism;
  private int minor;
  private int parametersTold;
  private boolean copyFailed;

  Contents(Findings findings, BackendReader told, FrontendReader asked) {
    this.findings = findings;
    this.told = told;
    this.asked = asked;
    this.status = new TransactionStatus(findings);
    this.results = new Results(findings);
  }

  /** Something was missed: nothing is known of the transaction. */
  void forget() {
    status.forget();
    results.transactionEnded();
  }

  /** What a frontend may still send of a COPY that has failed, it could not know better. */
  boolean excuses(Letter letter) {
    return copyFailed
        && (letter == Letter.FRONTEND_COPY_DATA
            || letter == Letter.FRONTEND_COPY_DONE
            || letter == Letter.COPY_FAIL);
  }

  /** A request is acted on, and has led there. */
  void asked(Request request, Place to) {
    results.begin(request);
    switch (request.letter()) {
      case STARTUP_MESSAGE -> minor = request.count();
      case QUERY, EXECUTE -> copyFailed = false;
      case PASSWORD_MESSAGE -> mechanismTaken(request, to);
      default -> {}
    }
  }

  private void mechanismTaken(Request request, Place to) {
    if (to == Place.SASL_BEGUN) {
      mechanism = request.name();
      if (!told.offered(mechanism)) {
        findings.frontend(Rule.OFFERED_MECHANISM, "a mechanism that was not offered");
      }
    }
  }

  /** The backend says something where it may. */
  void answered(Letter letter, Place at, Request to) {
    switch (letter) {
      case DATA_ROW -> results.row(told.count());
      case ROW_DESCRIPTION -> rowDescription(at, to);
      case COMMAND_COMPLETE -> completed();
      case READY_FOR_QUERY -> ready(at);
      case ERROR -> failed(at);
      case PARSE_COMPLETE -> results.parsed(to);
      case BIND_COMPLETE -> results.bound(to);
      case CLOSE_COMPLETE -> results.closed(to);
      case PARAMETER_DESCRIPTION -> results.parametersTold(to, told.count());
      case NO_DATA -> results.described(to, Shapes.NO_ROWS);
      case PORTAL_SUSPENDED -> results.suspended();
      case PARAMETER_STATUS -> parameterTold(at);
      default -> startup(letter, at);
    }
  }

  private void parameterTold(Place at) {
    boolean again = (parametersTold & told.count()) != 0;
    if (again && at.part() == SubProtocol.STARTUP) {
      findings.backend(Rule.PARAMETER_IS_TOLD_ONCE, "it is reported for the second time");
    }
    parametersTold |= told.count();
  }

  private void startup(Letter letter, Place at) {
    switch (letter) {
      case AUTHENTICATION_OK -> authenticated(at);
      case BACKEND_KEY_DATA -> key(told.count());
      case NEGOTIATE_PROTOCOL_VERSION -> negotiated(told.count() & 0xffff);
      default -> {}
    }
  }

  private void authenticated(Place at) {
    status.begin();
    if (at == Place.SASL_BEGUN && mechanism != BackendReader.OAUTHBEARER) {
      findings.backend(Rule.SCRAM_ENDS_PROVEN, "it ends before it has begun");
    }
  }

  private void key(int length) {
    if (length == Shapes.UNKNOWN) {
      return;
    }
    boolean fits =
        minor >= 2 ? length >= KEY_LENGTH && length <= GREATEST_KEY_LENGTH : length == KEY_LENGTH;
    if (!fits) {
      findings.backend(
          Rule.KEY_FITS_VERSION, "a key of " + length + " bytes in protocol 3." + minor);
    }
  }

  private void negotiated(int offered) {
    if (offered > minor) {
      findings.backend(Rule.NEGOTIATES_DOWN, "3." + offered + " to a frontend of 3." + minor);
    }
    minor = Math.min(minor, offered);
  }

  private void rowDescription(Place at, Request to) {
    if (at == Place.DESCRIBING_RESULT || at == Place.DESCRIBING_PORTAL) {
      results.described(to, told.count());
      results.formatsTold(to, told);
    } else {
      results.resultBegins(told.count());
    }
  }

  private void completed() {
    results.completed(told.tag(), told.rows());
    status.completed(
        told.tag(),
        asked.chainMentioned() ? TransactionStatus.Chains.PERHAPS : TransactionStatus.Chains.NEVER);
  }

  private void failed(Place at) {
    status.failed();
    copyFailed |=
        at == Place.COPYING_IN
            || at == Place.COPIED_IN
            || at == Place.EXECUTE_COPYING_IN
            || at == Place.EXECUTE_COPIED_IN;
  }

  private void ready(Place at) {
    status.told(told.count());
    if (told.count() == 'I') {
      results.transactionEnded();
    }
    boolean first = at == Place.AUTHENTICATED || at == Place.KEY_TOLD;
    if (first && parametersTold != BackendReader.ALL_PARAMETERS) {
      findings.backend(Rule.PARAMETERS_ARE_TOLD, "one of them is missing");
    }
  }
}
