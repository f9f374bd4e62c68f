package io.pgdouble.wire;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.MessageDictionary;
import io.pgdouble.message.PasswordMessage;

/** Which types a frame may have and how long it may be: it depends on what is waited for. */
public enum FrameLimits {
  /** An answer to an authentication request. {@code auth.c: recv_password_packet}. */
  AUTHENTICATION {
    @Override
    int greatestLength(char type) {
      expect("password", type);
      return MessageDictionary.PG_MAX_AUTH_TOKEN_LENGTH;
    }
  },
  /** An answer to AuthenticationSASL. {@code auth-sasl.c: CheckSASLAuth}. */
  SASL {
    @Override
    int greatestLength(char type) {
      expect("SASL", type);
      return MessageDictionary.PG_MAX_SASL_MESSAGE_LENGTH;
    }
  },
  /** A command. {@code postgres.c: SocketBackend}. */
  COMMANDS {
    @Override
    int greatestLength(char type) {
      int limit = MessageDictionary.frontendLimit(type);
      if (limit == MessageDictionary.UNKNOWN_TYPE) {
        throw MessageDictionary.invalidFrontendType(type);
      }
      return limit;
    }
  };

  /**
   * The greatest value the length word may have.
   *
   * @throws ReportedError FATAL if no such message is expected
   */
  abstract int greatestLength(char type);

  private static void expect(String answer, char type) {
    if (type != PasswordMessage.TYPE) {
      throw new ReportedError(
          ErrorReport.fatal(
              SqlState.PROTOCOL_VIOLATION,
              "expected " + answer + " response, got message type " + (int) type));
    }
  }
}
