package io.pgdouble.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate that a server makes for itself, signed by itself, for {@code localhost} and the
 * addresses of the loopback interface: whoever takes it for a root certificate may verify it in
 * full.
 */
public record OwnCertificate(X509Certificate certificate, PrivateKey key) {
  private static final Duration VALID = Duration.ofDays(3650);

  /** Clocks of two machines differ. */
  private static final Duration LEEWAY = Duration.ofDays(1);

  /** For the host that frontends expect, from a day ago on. */
  public static OwnCertificate make() {
    return make("localhost", VALID);
  }

  /**
   * For another host, or another time.
   *
   * @param validity from a day ago on; less than a day for one that has expired
   */
  public static OwnCertificate make(String host, Duration validity) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair keys = generator.generateKeyPair();
      X509v3CertificateBuilder builder = builder(host, validity, keys);
      return new OwnCertificate(
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(
                      new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))),
          keys.getPrivate());
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException("could not make a certificate: " + e.getMessage(), e);
    }
  }

  private static X509v3CertificateBuilder builder(String host, Duration validity, KeyPair keys)
      throws IOException {
    X500Name name = new X500Name("CN=" + host);
    Instant from = Instant.now().minus(LEEWAY);
    BigInteger serial = new BigInteger(63, new SecureRandom()).add(BigInteger.ONE);
    return new JcaX509v3CertificateBuilder(
            name, serial, Date.from(from), Date.from(from.plus(validity)), name, keys.getPublic())
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
        .addExtension(Extension.subjectAlternativeName, false, names(host));
  }

  private static GeneralNames names(String host) {
    GeneralName dns = new GeneralName(GeneralName.dNSName, host);
    return host.equals("localhost")
        ? new GeneralNames(
            new GeneralName[] {
              dns,
              new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
              new GeneralName(GeneralName.iPAddress, "::1")
            })
        : new GeneralNames(dns);
  }

  /** As a file for {@code sslrootcert}. */
  public String pem() {
    return pem(certificate);
  }

  static String pem(X509Certificate certificate) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(certificate);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }
}
