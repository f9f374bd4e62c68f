package io.pgdouble.auth;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Whether a SCRAM exchange is bound to the TLS below it, and what follows for its messages: {@code
 * auth-scram.c: read_client_first_message, read_client_final_message}.
 */
sealed interface ChannelBinding {
  /** The only type there is. RFC 5929. */
  String TYPE = "tls-server-end-point";

  /**
   * Reads how the client-first-message begins.
   *
   * @return the flag: n, y, or p
   * @throws ReportedError if it does not fit
   */
  char readFlag(ScramReader in);

  /**
   * Judges what the client-final-message says.
   *
   * @throws ReportedError if it is not the same
   */
  void check(String binding, char flag);

  /** There is no TLS. */
  record Absent() implements ChannelBinding {
    @Override
    public char readFlag(ScramReader in) {
      return unbound(in);
    }

    @Override
    public void check(String binding, char flag) {
      checkUnbound(binding, flag);
    }
  }

  /** There is TLS, and the frontend does without. */
  record Offered() implements ChannelBinding {
    @Override
    public char readFlag(ScramReader in) {
      if (in.peek() == 'y') {
        throw ErrorReport.error(
                SqlState.INVALID_AUTHORIZATION_SPECIFICATION,
                "SCRAM channel binding negotiation error")
            .withDetail(
                "The client supports SCRAM channel binding but thinks the server does not. "
                    + " However, this server does support channel binding.")
            .toException();
      }
      return unbound(in);
    }

    @Override
    public void check(String binding, char flag) {
      checkUnbound(binding, flag);
    }
  }

  /**
   * It is bound.
   *
   * @param endPoint the hash of the server's certificate
   */
  record InUse(byte[] endPoint) implements ChannelBinding {
    @Override
    public char readFlag(ScramReader in) {
      char flag = in.peek();
      if (flag == 'n' || flag == 'y') {
        throw ScramReader.malformed(
            "The client selected SCRAM-SHA-256-PLUS, but the SCRAM message does not include"
                + " channel binding data.");
      }
      if (flag != 'p') {
        throw unexpected(flag);
      }
      String type = in.valueOf(flag);
      if (!type.equals(TYPE)) {
        throw new ReportedError(
            SqlState.PROTOCOL_VIOLATION,
            "unsupported SCRAM channel-binding type \"" + ScramReader.shown(type) + "\"");
      }
      return flag;
    }

    @Override
    public void check(String binding, char flag) {
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      expected.writeBytes(("p=" + TYPE + ",,").getBytes(StandardCharsets.US_ASCII));
      expected.writeBytes(endPoint);
      if (!binding.equals(Base64.getEncoder().encodeToString(expected.toByteArray()))) {
        throw new ReportedError(
            SqlState.INVALID_AUTHORIZATION_SPECIFICATION, "SCRAM channel binding check failed");
      }
    }
  }

  private static char unbound(ScramReader in) {
    char flag = in.peek();
    if (flag == 'p') {
      throw ScramReader.malformed(
          "The client selected SCRAM-SHA-256 without channel binding, but the SCRAM message"
              + " includes channel binding data.");
    }
    if (flag != 'n' && flag != 'y') {
      throw unexpected(flag);
    }
    in.skip();
    if (in.peek() != ',') {
      throw ScramReader.malformed(
          "Comma expected, but found character \"" + ScramReader.shown(in.peek()) + "\".");
    }
    in.skip();
    return flag;
  }

  private static ReportedError unexpected(char flag) {
    return ScramReader.malformed(
        "Unexpected channel-binding flag \"" + ScramReader.shown(flag) + "\".");
  }

  private static void checkUnbound(String binding, char flag) {
    boolean same = binding.equals("biws") && flag == 'n' || binding.equals("eSws") && flag == 'y';
    if (!same) {
      throw new ReportedError(
          SqlState.PROTOCOL_VIOLATION,
          "unexpected SCRAM channel-binding attribute in client-final-message");
    }
  }
}
