package io.pgdouble.validation;

import io.pgdouble.trace.Direction;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a backend says, by the manual's formats and not by those of the server's own code.
 * What it has read of the message at hand is asked for afterwards: it makes no objects.
 */
final class BackendReader {
  /** The columns of a row description differ in format. */
  static final int MIXED = -1;

  /** The mechanism that does not end with a proof of the server. */
  static final long OAUTHBEARER = nameOf("OAUTHBEARER");

  private static final long[] PARAMETERS = {
    nameOf("server_version"),
    nameOf("server_encoding"),
    nameOf("client_encoding"),
    nameOf("DateStyle"),
    nameOf("integer_datetimes"),
    nameOf("standard_conforming_strings")
  };

  /** What {@link #count} tells of every parameter that must be reported, added up. */
  static final int ALL_PARAMETERS = (1 << PARAMETERS.length) - 1;

  private static final int UNKNOWN_AUTHENTICATION = -1;
  private static final int LONGEST_TAG = 32;
  private static final byte[] NO_TAG = {};

  private final Findings findings;
  private final ReportReader reports;
  private final Shapes mechanisms = new Shapes();
  private int count;
  private int format;
  private int rows;
  private Tag tag = Tag.OTHER;

  /** The text of the last CommandComplete: the next often says the same. */
  private byte[] completed = NO_TAG;

  BackendReader(Findings findings) {
    this.findings = findings;
    this.reports = new ReportReader(findings);
  }

  /**
   * Columns, parameters, the status, the length of a key, the minor version, or a bit for a
   * parameter that must be reported: what the message has.
   */
  int count() {
    return count;
  }

  private static long nameOf(String name) {
    byte[] bytes = (name + "\0").getBytes(StandardCharsets.US_ASCII);
    return new Body().over(bytes, 0, bytes.length).name();
  }

  /** Whether a SASL mechanism was offered. */
  boolean offered(long mechanism) {
    return mechanisms.get(mechanism) != Shapes.UNKNOWN;
  }

  /** The one format of all columns, or {@link #MIXED}. */
  int format() {
    return format;
  }

  /** The command of a CommandComplete. */
  Tag tag() {
    return tag;
  }

  /** How many rows the tag tells; -1 if it tells none. */
  int rows() {
    return rows;
  }

  /** What was read of it is not what it was. */
  void forgetCounts() {
    count = Shapes.UNKNOWN;
    format = MIXED;
    rows = -1;
    completed = NO_TAG;
  }

  /** Which message it is. */
  Letter read(byte type, Body body) {
    count = 0;
    Letter letter = letter(type, body);
    if (!body.isDone() && letter != Letter.UNKNOWN_BACKEND) {
      findings.broken(Direction.BACKEND, body, letter);
    }
    return letter;
  }

  private Letter letter(byte type, Body body) {
    return switch (type) {
      case 'D' -> row(body);
      case 'T' -> rowDescription(body);
      case 'C' -> commandComplete(body);
      case 'Z' -> readyForQuery(body);
      case 'E' -> reports.error(body);
      case 'N' -> reports.notice(body);
      case 'R' -> authentication(body);
      case 'S' -> parameterStatus(body);
      case 'K' -> key(body);
      case 'A' -> notification(body);
      case 't' -> parameterDescription(body);
      case 'G' -> copy(body, Letter.COPY_IN_RESPONSE);
      case 'H' -> copy(body, Letter.COPY_OUT_RESPONSE);
      case 'W' -> copy(body, Letter.COPY_BOTH_RESPONSE);
      case 'd' -> rest(body, Letter.BACKEND_COPY_DATA);
      case 'V' -> value(body);
      case 'v' -> negotiation(body);
      default -> empty(type);
    };
  }

  private static Letter empty(byte type) {
    return switch (type) {
      case '1' -> Letter.PARSE_COMPLETE;
      case '2' -> Letter.BIND_COMPLETE;
      case '3' -> Letter.CLOSE_COMPLETE;
      case 'c' -> Letter.BACKEND_COPY_DONE;
      case 'n' -> Letter.NO_DATA;
      case 's' -> Letter.PORTAL_SUSPENDED;
      case 'I' -> Letter.EMPTY_QUERY_RESPONSE;
      default -> Letter.UNKNOWN_BACKEND;
    };
  }

  private Letter row(Body body) {
    count = body.int16();
    body.values(count);
    return Letter.DATA_ROW;
  }

  private Letter rowDescription(Body body) {
    count = body.int16();
    format = 0;
    for (int i = 0; i < count && !body.broken(); i++) {
      body.string();
      body.skip(16);
      column(body.int16(), i);
    }
    return Letter.ROW_DESCRIPTION;
  }

  private void column(int code, int position) {
    if (code > 1) {
      findings.backend(Rule.FORMAT_IS_KNOWN, "format code " + code);
    }
    format = position == 0 || code == format ? code : MIXED;
  }

  private Letter commandComplete(Body body) {
    if (!body.passes(completed)) {
      byte[] text = body.remaining() <= LONGEST_TAG ? body.copy() : NO_TAG;
      completed = isCommand(body) ? text : NO_TAG;
    }
    return Letter.COMMAND_COMPLETE;
  }

  private boolean isCommand(Body body) {
    tag = Tag.of(body);
    rows = -1;
    boolean plain = body.remaining() > 1;
    for (int next = body.int8(); next != 0 && !body.broken(); next = body.int8()) {
      boolean digit = next >= '0' && next <= '9';
      plain &= digit || next == ' ' || next == '_' || next >= 'A' && next <= 'Z';
      rows = digit ? 10 * Math.max(0, rows) + next - '0' : -1;
    }
    if (!plain) {
      findings.backend(Rule.TAG_IS_A_COMMAND, "the tag is no command");
    } else if (rows < 0 && tag.counts() == Tag.Counts.ROWS) {
      findings.backend(Rule.TAG_IS_A_COMMAND, tag + " without a count");
      return false;
    }
    return plain && body.isDone();
  }

  private Letter readyForQuery(Body body) {
    count = body.int8();
    if (count != 'I' && count != 'T' && count != 'E') {
      findings.backend(Rule.STATUS_IS_KNOWN, "found " + count + " (expected: I, T or E)");
    }
    return Letter.READY_FOR_QUERY;
  }

  private Letter authentication(Body body) {
    int code = body.remaining() < 4 ? UNKNOWN_AUTHENTICATION : body.int32();
    switch (code) {
      case 5 -> body.skip(4);
      case 8, 11, 12 -> body.skipRest();
      case 10 -> mechanisms(body);
      default -> {}
    }
    return switch (code) {
      case 0 -> Letter.AUTHENTICATION_OK;
      case 3, 5 -> Letter.AUTHENTICATION_PASSWORD;
      case 7, 9 -> Letter.AUTHENTICATION_GSS;
      case 8 -> Letter.AUTHENTICATION_GSS_CONTINUE;
      case 10 -> Letter.AUTHENTICATION_SASL;
      case 11 -> Letter.AUTHENTICATION_SASL_CONTINUE;
      case 12 -> Letter.AUTHENTICATION_SASL_FINAL;
      default -> rest(body, Letter.UNKNOWN_AUTHENTICATION);
    };
  }

  private void mechanisms(Body body) {
    while (!body.broken() && body.ahead(0) > 0) {
      mechanisms.put(body.name(), 1);
    }
    body.skip(1);
  }

  private static Letter strings(Body body, int howMany, Letter letter) {
    for (int i = 0; i < howMany; i++) {
      body.string();
    }
    return letter;
  }

  private Letter parameterStatus(Body body) {
    long name = body.name();
    for (int i = 0; i < PARAMETERS.length; i++) {
      count |= PARAMETERS[i] == name ? 1 << i : 0;
    }
    return strings(body, 1, Letter.PARAMETER_STATUS);
  }

  private Letter key(Body body) {
    body.int32();
    count = body.remaining();
    body.skipRest();
    return Letter.BACKEND_KEY_DATA;
  }

  private static Letter notification(Body body) {
    body.int32();
    return strings(body, 2, Letter.NOTIFICATION_RESPONSE);
  }

  private Letter parameterDescription(Body body) {
    count = body.int16();
    body.skip(4 * count);
    return Letter.PARAMETER_DESCRIPTION;
  }

  private Letter copy(Body body, Letter letter) {
    int whole = body.int8();
    count = body.int16();
    for (int i = 0; i < count && !body.broken(); i++) {
      copyFormat(whole, body.int16());
    }
    if (whole > 1) {
      findings.backend(Rule.FORMAT_IS_KNOWN, "format code " + whole);
    }
    return letter;
  }

  private void copyFormat(int whole, int column) {
    if (column > 1) {
      findings.backend(Rule.FORMAT_IS_KNOWN, "format code " + column);
    } else if (whole == 0 && column == 1) {
      findings.backend(Rule.TEXT_COPY_IS_TEXT, "a binary column in a COPY of text");
    }
  }

  private static Letter rest(Body body, Letter letter) {
    body.skipRest();
    return letter;
  }

  private static Letter value(Body body) {
    body.value();
    return Letter.FUNCTION_CALL_RESPONSE;
  }

  private Letter negotiation(Body body) {
    count = body.int32();
    int options = body.int32();
    for (int i = 0; i < options && !body.broken(); i++) {
      body.string();
    }
    return Letter.NEGOTIATE_PROTOCOL_VERSION;
  }
}
