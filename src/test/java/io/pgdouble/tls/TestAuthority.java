package io.pgdouble.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Somebody who signs certificates. */
final class TestAuthority {
  private static final Duration YEAR = Duration.ofDays(365);

  private final Bearer own;
  private final List<X509Certificate> revoked = new ArrayList<>();
  private long serial = 4711;

  /** A certificate, its key, and those that lead to one that is known. */
  record Bearer(List<X509Certificate> chain, KeyPair keys) {
    X509Certificate certificate() {
      return chain.get(0);
    }

    KeyManagerFactory keyManagers() throws GeneralSecurityException, IOException {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      X509Certificate[] certificates = chain.toArray(X509Certificate[]::new);
      store.setKeyEntry("own", keys.getPrivate(), new char[0], certificates);
      KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
      factory.init(store, new char[0]);
      return factory;
    }

    String certificatePem() {
      StringBuilder text = new StringBuilder();
      chain.forEach(one -> text.append(pem(one)));
      return text.toString();
    }

    String keyPem() {
      try {
        return pem(new JcaPKCS8Generator(keys.getPrivate(), null));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Writes both as {@code name.crt} and {@code name.key}. */
    void write(Path directory, String name) throws IOException {
      Files.writeString(directory.resolve(name + ".crt"), certificatePem());
      Path key = Files.writeString(directory.resolve(name + ".key"), keyPem());
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }
  }

  TestAuthority(String name) {
    KeyPair keys = keys();
    X500Name subject = new X500Name(name);
    own = signed(new Wish(subject, keys, Instant.now().plus(YEAR)), keys, subject);
  }

  Bearer own() {
    return own;
  }

  Bearer certify(String subject) {
    return certify(subject, Instant.now().plus(YEAR));
  }

  Bearer certify(String subject, Instant until) {
    KeyPair keys = keys();
    return signed(new Wish(new X500Name(subject), keys, until), own.keys(), issuer());
  }

  private X500Name issuer() {
    return new X500Name(own.certificate().getSubjectX500Principal().getName());
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ContentSigner signer(KeyPair keys) throws OperatorCreationException {
    return new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
  }

  /** What is to be certified. */
  private record Wish(X500Name subject, KeyPair keys, Instant until) {}

  private Bearer signed(Wish wish, KeyPair by, X500Name issuer) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              BigInteger.valueOf(serial++),
              Date.from(wish.until().minus(YEAR.multipliedBy(2))),
              Date.from(wish.until()),
              wish.subject(),
              wish.keys().getPublic());
      builder.addExtension(
          Extension.basicConstraints, true, new BasicConstraints(by == wish.keys()));
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
      X509Certificate certificate =
          new JcaX509CertificateConverter().getCertificate(builder.build(signer(by)));
      return new Bearer(List.of(certificate), wish.keys());
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  void revoke(Bearer bearer) {
    revoked.add(bearer.certificate());
  }

  /** The list of those that are revoked. */
  String revocations() {
    try {
      X509v2CRLBuilder builder =
          new JcaX509v2CRLBuilder(own.certificate(), Date.from(Instant.now()));
      builder.setNextUpdate(Date.from(Instant.now().plus(YEAR)));
      revoked.forEach(
          one -> builder.addCRLEntry(one.getSerialNumber(), Date.from(Instant.now()), 1));
      return pem(builder.build(signer(own.keys())));
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(Object what) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(what);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
