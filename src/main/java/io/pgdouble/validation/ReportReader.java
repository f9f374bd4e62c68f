package io.pgdouble.validation;

import java.nio.charset.StandardCharsets;

/** Reads errors and notices: {@code protocol-error-fields}. */
final class ReportReader {
  private static final byte[] ERROR = "ERROR\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FATAL = "FATAL\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PANIC = "PANIC\0".getBytes(StandardCharsets.US_ASCII);
  private static final int SQLSTATE_LENGTH = 5;

  private final Findings findings;
  private long seen;
  private Letter level;

  ReportReader(Findings findings) {
    this.findings = findings;
  }

  /** An ErrorResponse, by its severity. */
  Letter error(Body body) {
    fields(body);
    if (level == Letter.NOTICE_RESPONSE && has('V')) {
      findings.backend(Rule.SEVERITY_IS_KNOWN, "an error with the severity of a notice");
    }
    return level == Letter.FATAL ? Letter.FATAL : Letter.ERROR;
  }

  /** A NoticeResponse. */
  Letter notice(Body body) {
    fields(body);
    if (level != Letter.NOTICE_RESPONSE) {
      findings.backend(Rule.SEVERITY_IS_KNOWN, "a notice with the severity of an error");
    }
    return Letter.NOTICE_RESPONSE;
  }

  private void fields(Body body) {
    seen = 0;
    level = Letter.NOTICE_RESPONSE;
    for (int code = body.int8(); code != 0 && !body.broken(); code = body.int8()) {
      field(code, body);
    }
    if (!has('S') || !has('C') || !has('M')) {
      findings.backend(Rule.REPORT_IS_COMPLETE, "one of the fields S, C and M is missing");
    } else if (!has('V')) {
      findings.backend(Rule.SEVERITY_TWICE, "field V is missing");
    }
  }

  private void field(int code, Body body) {
    if (has(code)) {
      findings.backend(Rule.REPORT_IS_COMPLETE, "field " + (char) code + " comes twice");
    }
    seen |= bit(code);
    if (code == 'V' || code == 'S' && level == Letter.NOTICE_RESPONSE) {
      level = level(body);
    } else if (code == 'C') {
      sqlState(body);
    }
    body.string();
  }

  private static Letter level(Body body) {
    boolean fatal = body.startsWith(FATAL) || body.startsWith(PANIC);
    return fatal ? Letter.FATAL : body.startsWith(ERROR) ? Letter.ERROR : Letter.NOTICE_RESPONSE;
  }

  private void sqlState(Body body) {
    boolean right = body.ahead(SQLSTATE_LENGTH) == 0;
    for (int i = 0; i < SQLSTATE_LENGTH; i++) {
      int next = body.ahead(i);
      right &= next >= '0' && next <= '9' || next >= 'A' && next <= 'Z';
    }
    if (!right) {
      findings.backend(Rule.SQLSTATE_HAS_FIVE, "field C is no SQLSTATE");
    }
  }

  private boolean has(int code) {
    return (seen & bit(code)) != 0;
  }

  private static long bit(int code) {
    return 1L << (code & 0x3f);
  }
}
