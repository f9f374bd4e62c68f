package io.pgdouble.validation;

import io.pgdouble.trace.Direction;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a frontend says, by the manual's formats and not by those of the server's own code.
 */
final class FrontendReader {
  private static final byte[] CHAIN = "chain".getBytes(StandardCharsets.US_ASCII);
  private static final int REQUEST_MAJOR = 1234;
  private static final int CANCEL = 5678;
  private static final int SSL = 5679;
  private static final int GSSENC = 5680;

  private final Findings findings;
  private boolean chainMentioned;

  FrontendReader(Findings findings) {
    this.findings = findings;
  }

  /** Whether any statement so far had the word CHAIN in it, which keeps a transaction open. */
  boolean chainMentioned() {
    return chainMentioned;
  }

  /** A packet without a type: what is said before a session. */
  Request packet(Body body, int number) {
    Letter letter = kind(body);
    body.int16();
    int minor = body.int16();
    switch (letter) {
      case SSL_REQUEST, GSSENC_REQUEST -> {}
      case CANCEL_REQUEST -> {
        body.int32();
        key(body, Rule.BODY_FITS);
      }
      case STARTUP_MESSAGE -> parameters(body);
      default -> body.skipRest();
    }
    fits(body, letter);
    return new Request(letter, number, 0, 0, minor, 0);
  }

  /** Which of them it is; nothing is passed over. */
  static Letter kind(Body body) {
    int major = body.ahead(0) << 8 | body.ahead(1);
    int minor = body.ahead(2) << 8 | body.ahead(3);
    if (major == REQUEST_MAJOR) {
      return minor == SSL
          ? Letter.SSL_REQUEST
          : minor == GSSENC
              ? Letter.GSSENC_REQUEST
              : minor == CANCEL ? Letter.CANCEL_REQUEST : Letter.STRANGE_PACKET;
    }
    return major == 3 ? Letter.STARTUP_MESSAGE : Letter.STRANGE_PACKET;
  }

  private void key(Body body, Rule rule) {
    int length = body.remaining();
    if (length < 4 || length > 256) {
      findings.frontend(rule, "a key of " + length + " bytes (expected: 4 to 256)");
    }
    body.skipRest();
  }

  /** Pairs of strings, and a zero. */
  private static void parameters(Body body) {
    while (body.remaining() > 1 && body.ahead(0) != 0) {
      body.string();
      body.string();
    }
    body.skip(1);
  }

  /** A message with a type. */
  Request message(byte type, Body body, int number) {
    return switch (type) {
      case 'Q' -> query(body, number);
      case 'P' -> parse(body, number);
      case 'B' -> bind(body, number);
      case 'D' -> described(body, number, Letter.DESCRIBE_STATEMENT);
      case 'C' -> described(body, number, Letter.CLOSE);
      case 'E' -> execute(body, number);
      case 'F' -> functionCall(body, number);
      case 'p' -> Request.named(Letter.PASSWORD_MESSAGE, number, mechanism(body));
      case 'd' -> Request.of(Letter.FRONTEND_COPY_DATA, number);
      case 'f' -> copyFail(body, number);
      case 'c' -> empty(body, number, Letter.FRONTEND_COPY_DONE);
      case 'H' -> extended(empty(body, number, Letter.FLUSH), body);
      case 'S' -> sync(body, number);
      case 'X' -> empty(body, number, Letter.TERMINATE);
      default -> Request.of(Letter.UNKNOWN_FRONTEND, number);
    };
  }

  /** With the greatest number of results it can have; a replication command may have any. */
  private Request query(Body body, int number) {
    int statements = body.firstWordHas('_') ? Integer.MAX_VALUE : body.occurrences(';') + 1;
    sql(body);
    fits(body, Letter.QUERY);
    return new Request(Letter.QUERY, number, 0, 0, statements, 0);
  }

  private void sql(Body body) {
    if (!chainMentioned) {
      chainMentioned = body.mentions(CHAIN);
    }
    body.string();
  }

  private Request parse(Body body, int number) {
    long name = body.name();
    sql(body);
    int types = body.int16();
    body.skip(4 * types);
    return extended(Request.named(Letter.PARSE, number, name), body);
  }

  private Request bind(Body body, int number) {
    long portal = body.name();
    long statement = body.name();
    int formats = body.int16();
    format(body, formats);
    int values = body.int16();
    body.values(values);
    int results = body.int16();
    int format = format(body, results);
    if (!body.broken() && formats > 1 && formats != values) {
      findings.frontend(Rule.FORMATS_FOR_ALL, formats + " formats for " + values + " parameters");
    }
    return extended(new Request(Letter.BIND, number, portal, statement, values, format), body);
  }

  /** The one of all; of none, text. */
  private int format(Body body, int count) {
    int format = 0;
    for (int i = 0; i < count && !body.broken(); i++) {
      format = body.int16();
      if (format > 1) {
        findings.frontend(Rule.FORMAT_IS_KNOWN, "format code " + format);
      }
    }
    return count > 1 ? Request.MIXED : format;
  }

  private Request described(Body body, int number, Letter letter) {
    int kind = body.int8();
    long name = body.name();
    if (kind != 'S' && kind != 'P' && !body.broken()) {
      findings.frontend(
          Rule.DESCRIBES_STATEMENT_OR_PORTAL, "found " + kind + " (expected: S or P)");
      return Request.of(Letter.MALFORMED_EXTENDED, number);
    }
    boolean portal = kind == 'P' && letter == Letter.DESCRIBE_STATEMENT;
    Letter said = portal ? Letter.DESCRIBE_PORTAL : letter;
    return extended(new Request(said, number, name, 0, kind, 0), body);
  }

  private Request execute(Body body, int number) {
    long portal = body.name();
    int limit = body.int32();
    return extended(new Request(Letter.EXECUTE, number, portal, 0, limit, 0), body);
  }

  private Request functionCall(Body body, int number) {
    body.int32();
    int formats = body.int16();
    format(body, formats);
    int values = body.int16();
    body.values(values);
    format(body, 1);
    if (!body.broken() && formats > 1 && formats != values) {
      findings.frontend(Rule.FORMATS_FOR_ALL, formats + " formats for " + values + " arguments");
    }
    fits(body, Letter.FUNCTION_CALL);
    return Request.of(Letter.FUNCTION_CALL, number);
  }

  /** What names a SASL mechanism, if this is a first response; anything else is nobody's name. */
  private static long mechanism(Body body) {
    return body.name();
  }

  private Request copyFail(Body body, int number) {
    body.string();
    fits(body, Letter.COPY_FAIL);
    return Request.of(Letter.COPY_FAIL, number);
  }

  private Request empty(Body body, int number, Letter letter) {
    fits(body, letter);
    return Request.of(letter, number);
  }

  private Request sync(Body body, int number) {
    boolean fits = fits(body, Letter.SYNC);
    return Request.of(fits ? Letter.SYNC : Letter.MALFORMED_SYNC, number);
  }

  private Request extended(Request request, Body body) {
    if (request.letter() == Letter.FLUSH ? body.isDone() : fits(body, request.letter())) {
      return request;
    }
    return Request.of(Letter.MALFORMED_EXTENDED, request.number());
  }

  private boolean fits(Body body, Letter letter) {
    if (body.isDone()) {
      return true;
    }
    findings.broken(Direction.FRONTEND, body, letter);
    return false;
  }
}
