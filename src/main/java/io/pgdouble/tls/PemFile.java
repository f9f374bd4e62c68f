package io.pgdouble.tls;

import io.pgdouble.datadir.SystemError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.X509TrustedCertificateBlock;

/** A file of OpenSSL's text form; what is wrong with one is told in OpenSSL's words. */
final class PemFile {
  static final String NO_START = "no start line";

  private final String text;

  private PemFile(String text) {
    this.text = text;
  }

  /** A file cannot be used; the message is the reason. */
  static final class UnfitException extends Exception {
    UnfitException(String reason) {
      super(reason);
    }
  }

  static PemFile read(Path file) throws UnfitException {
    try {
      if (Files.isDirectory(file)) {
        throw new UnfitException("Is a directory");
      }
      return new PemFile(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UnfitException(SystemError.reason(e));
    }
  }

  /** Whatever stands in it, in order. */
  List<Object> objects() throws UnfitException {
    List<Object> found = new ArrayList<>();
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
        found.add(next);
      }
    } catch (IOException | RuntimeException e) {
      throw new UnfitException(text.contains("-----END ") ? "bad base64 decode" : "bad end line");
    }
    return found;
  }

  List<X509Certificate> certificates() throws UnfitException {
    List<X509Certificate> found = new ArrayList<>();
    for (Object object : objects()) {
      if (object instanceof X509CertificateHolder holder) {
        found.add(certificate(holder));
      } else if (object instanceof X509TrustedCertificateBlock trusted) {
        found.add(certificate(trusted.getCertificateHolder()));
      }
    }
    return found;
  }

  private static X509Certificate certificate(X509CertificateHolder holder) throws UnfitException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    } catch (CertificateException | IOException e) {
      throw new UnfitException("ASN1 lib");
    }
  }

  List<X509CRL> revocations() throws UnfitException {
    List<X509CRL> found = new ArrayList<>();
    for (Object object : objects()) {
      if (object instanceof X509CRLHolder holder) {
        found.add(revocation(holder));
      }
    }
    return found;
  }

  private static X509CRL revocation(X509CRLHolder holder) throws UnfitException {
    try {
      return (X509CRL)
          CertificateFactory.getInstance("X.509")
              .generateCRL(new ByteArrayInputStream(holder.getEncoded()));
    } catch (CertificateException | CRLException | IOException e) {
      throw new UnfitException("ASN1 lib");
    }
  }
}
