package io.pgdouble.validation;

import static io.pgdouble.validation.Letter.*;
import static io.pgdouble.validation.Place.*;

import java.util.List;

/** From the first byte to the first ReadyForQuery. A table. */
final class StartupMoves {
  private static final Letter[] TYPED = {
    QUERY,
    PARSE,
    BIND,
    DESCRIBE_STATEMENT,
    DESCRIBE_PORTAL,
    EXECUTE,
    CLOSE,
    FLUSH,
    SYNC,
    FUNCTION_CALL,
    FRONTEND_COPY_DATA,
    FRONTEND_COPY_DONE,
    COPY_FAIL,
    TERMINATE,
    MALFORMED_EXTENDED,
    MALFORMED_SYNC,
    UNKNOWN_FRONTEND
  };

  private StartupMoves() {}

  static List<Move> all() {
    Moves moves = new Moves();
    encryption(moves);
    authentication(moves);
    sasl(moves);
    moves.at(AUTHENTICATED).on(BACKEND_KEY_DATA, KEY_TOLD);
    moves.at(AUTHENTICATED).breaking(Rule.KEY_IS_TOLD, READY_FOR_QUERY, READY);
    moves.at(KEY_TOLD).on(READY_FOR_QUERY, READY);
    return moves.rows();
  }

  /** {@code protocol-flow § SSL Session Encryption, GSSAPI Session Encryption}. */
  private static void encryption(Moves moves) {
    moves.at(OPENED).on(SSL_REQUEST, ASKED_FOR_TLS).on(GSSENC_REQUEST, ASKED_FOR_GSS);
    moves.at(WITHOUT_TLS).on(GSSENC_REQUEST, ASKED_FOR_GSS_TOO);
    moves.at(WITHOUT_GSS).on(SSL_REQUEST, ASKED_FOR_TLS_TOO);
    moves
        .at(WITHOUT_GSS_EITHER)
        .breaking(Rule.ENCRYPTION_ASKED_AGAIN, SSL_REQUEST, ASKED_FOR_TLS_TOO);
    moves
        .at(WITHOUT_TLS_EITHER)
        .breaking(Rule.ENCRYPTION_ASKED_AGAIN, GSSENC_REQUEST, ASKED_FOR_GSS_TOO);
    moves
        .at(WITHOUT_TLS, WITHOUT_TLS_EITHER, ENCRYPTED)
        .breaking(Rule.ENCRYPTION_ASKED_ONCE, SSL_REQUEST, NOT_UNDERSTOOD);
    moves
        .at(WITHOUT_GSS, WITHOUT_GSS_EITHER, ENCRYPTED)
        .breaking(Rule.ENCRYPTION_ASKED_ONCE, GSSENC_REQUEST, NOT_UNDERSTOOD);
    moves
        .at(OPENED, WITHOUT_TLS, WITHOUT_GSS, WITHOUT_TLS_EITHER, WITHOUT_GSS_EITHER, ENCRYPTED)
        .on(STARTUP_MESSAGE, STARTED)
        .on(CANCEL_REQUEST, ASKED_TO_CANCEL)
        .breaking(Rule.STARTUP_FIRST, STRANGE_PACKET, NOT_UNDERSTOOD)
        .breaking(Rule.POSSIBLE_LENGTH, IMPOSSIBLE_LENGTH, LOST);
    moves.at(ASKED_FOR_TLS).on(ENCRYPTION_REFUSED, WITHOUT_TLS);
    moves.at(ASKED_FOR_GSS).on(ENCRYPTION_REFUSED, WITHOUT_GSS);
    moves.at(ASKED_FOR_TLS_TOO).on(ENCRYPTION_REFUSED, WITHOUT_TLS_EITHER);
    moves.at(ASKED_FOR_GSS_TOO).on(ENCRYPTION_REFUSED, WITHOUT_GSS_EITHER);
    moves.at(ASKED_FOR_TLS, ASKED_FOR_TLS_TOO).on(TLS_ACCEPTED, ENCRYPTED);
    moves.at(ASKED_FOR_GSS, ASKED_FOR_GSS_TOO).on(GSS_ACCEPTED, ENCRYPTED);
    moves.at(OPENED, ASKED_FOR_TLS, ASKED_FOR_GSS, STARTED, NOT_UNDERSTOOD).on(OLD_ERROR, ENDING);
  }

  private static void authentication(Moves moves) {
    moves.at(STARTED).on(NEGOTIATE_PROTOCOL_VERSION, VERSION_NEGOTIATED);
    moves
        .at(STARTED, VERSION_NEGOTIATED)
        .on(AUTHENTICATION_OK, AUTHENTICATED)
        .on(AUTHENTICATION_PASSWORD, ASKED_FOR_PASSWORD)
        .on(AUTHENTICATION_GSS, ASKED_FOR_GSS_TOKEN)
        .on(AUTHENTICATION_SASL, ASKED_FOR_SASL);
    moves.at(ASKED_FOR_PASSWORD).on(PASSWORD_MESSAGE, PASSWORD_GIVEN);
    moves.at(PASSWORD_GIVEN).on(AUTHENTICATION_OK, AUTHENTICATED);
    moves.at(ASKED_FOR_GSS_TOKEN).on(PASSWORD_MESSAGE, GSS_TOKEN_GIVEN);
    moves
        .at(GSS_TOKEN_GIVEN)
        .on(AUTHENTICATION_GSS_CONTINUE, ASKED_FOR_GSS_TOKEN)
        .on(AUTHENTICATION_OK, AUTHENTICATED);
    moves.at(ASKED_FOR_PASSWORD, ASKED_FOR_GSS_TOKEN, ASKED_FOR_SASL, ASKED_FOR_MORE_SASL);
    for (Letter typed : TYPED) {
      moves.breaking(Rule.PASSWORD_ONLY, typed, NOT_UNDERSTOOD);
    }
    moves.breaking(Rule.POSSIBLE_LENGTH, IMPOSSIBLE_LENGTH, LOST);
  }

  /** {@code sasl-authentication}. */
  private static void sasl(Moves moves) {
    moves.at(ASKED_FOR_SASL).on(PASSWORD_MESSAGE, SASL_BEGUN);
    moves.at(SASL_BEGUN, SASL_ANSWERED).on(AUTHENTICATION_SASL_CONTINUE, ASKED_FOR_MORE_SASL);
    moves.at(ASKED_FOR_MORE_SASL).on(PASSWORD_MESSAGE, SASL_ANSWERED);
    moves.at(SASL_ANSWERED).on(AUTHENTICATION_SASL_FINAL, SASL_ENDED);
    moves.at(SASL_BEGUN, SASL_ENDED).on(AUTHENTICATION_OK, AUTHENTICATED);
    moves.at(SASL_ANSWERED).breaking(Rule.SCRAM_ENDS_PROVEN, AUTHENTICATION_OK, AUTHENTICATED);
  }
}
