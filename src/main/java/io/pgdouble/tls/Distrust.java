package io.pgdouble.tls;

/**
 * Why a certificate is not believed, in OpenSSL's words, and by the number for which the library
 * here sends OpenSSL's alert: where they differ, that of another reason. {@code x509_vfy.h}.
 */
enum Distrust {
  NO_CRL(3, "unable to get certificate CRL"),
  BAD_SIGNATURE(7, "certificate signature failure"),
  NOT_YET_VALID(28, "certificate is not yet valid"),
  EXPIRED(10, "certificate has expired"),
  CRL_EXPIRED(12, "CRL has expired"),
  SELF_SIGNED(18, "self signed certificate"),
  SELF_SIGNED_IN_CHAIN(19, "self signed certificate in certificate chain"),
  NO_ISSUER(20, "unable to get local issuer certificate"),
  REVOKED(23, "certificate revoked"),
  INVALID_CA(24, "invalid CA certificate"),
  BAD_PURPOSE(26, "unsupported certificate purpose");

  private final int code;
  private final String text;

  Distrust(int code, String text) {
    this.code = code;
    this.text = text;
  }

  int code() {
    return code;
  }

  String text() {
    return text;
  }
}
