package io.pgdouble.auth;

import java.util.Locale;
import java.util.Optional;

/** How a frontend is to prove who it is. {@code hba.h: UserAuth}. */
enum AuthMethod {
  REJECT,
  TRUST,
  IDENT,
  PASSWORD,
  MD5,
  SCRAM_SHA_256,
  GSS,
  SSPI,
  PAM,
  BSD,
  LDAP,
  CERT,
  RADIUS,
  PEER;

  /** As {@code pg_hba.conf} has it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<AuthMethod> of(String word) {
    for (AuthMethod method : values()) {
      if (method.word().equals(word)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }

  /** Whether the server that is doubled was built with it. */
  boolean isBuiltIn() {
    return switch (this) {
      case GSS, SSPI, PAM, BSD, LDAP -> false;
      case REJECT, TRUST, IDENT, PASSWORD, MD5, SCRAM_SHA_256, CERT, RADIUS, PEER -> true;
    };
  }
}
