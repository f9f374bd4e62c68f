package io.pgdouble.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;

/** Whether a key is that of a certificate. {@code x509_cmp.c: X509_check_private_key}. */
final class KeyMatch {
  private static final byte[] SAMPLE = {1, 2, 3};

  private KeyMatch() {}

  /** In OpenSSL's words, why not; empty where it is. */
  static String mismatch(X509Certificate certificate, PrivateKey key) {
    PublicKey shown = certificate.getPublicKey();
    if (!shown.getAlgorithm().equals(key.getAlgorithm())) {
      return "key type mismatch";
    }
    try {
      Signature signature = Signature.getInstance(algorithm(key));
      signature.initSign(key);
      signature.update(SAMPLE);
      byte[] signed = signature.sign();
      signature.initVerify(shown);
      signature.update(SAMPLE);
      return signature.verify(signed) ? "" : "key values mismatch";
    } catch (GeneralSecurityException e) {
      return "key values mismatch";
    }
  }

  private static String algorithm(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "EC" -> "SHA256withECDSA";
      case "RSA" -> "SHA256withRSA";
      default -> key.getAlgorithm();
    };
  }
}
