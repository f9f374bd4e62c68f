package io.pgdouble.tls;

import io.netty.handler.ssl.OpenSslCertificateException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.PublicKey;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Which certificates of frontends are believed: those that lead to one that signs itself among
 * {@code ssl_ca_file}, and that no list of {@code ssl_crl_file} revokes. Java's own rules decide;
 * why they refuse is told in OpenSSL's words.
 */
final class ClientTrust extends X509ExtendedTrustManager {
  private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

  private final List<X509Certificate> known;
  private final List<X509CRL> revocations;
  private final Revocation revocation;

  /** Whether every certificate has to have a list of those that are revoked. */
  enum Revocation {
    UNCHECKED,
    CHECKED
  }

  ClientTrust(List<X509Certificate> known, List<X509CRL> revocations, Revocation revocation) {
    this.known = List.copyOf(known);
    this.revocations = List.copyOf(revocations);
    this.revocation = revocation;
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return known.toArray(X509Certificate[]::new);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    try {
      check(chain);
    } catch (UntrustedClientException e) {
      throw new OpenSslCertificateException(e.getMessage(), e, e.why().code());
    }
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    List<X509Certificate> path = path(chain);
    checkPurpose(chain[0]);
    try {
      CertPathBuilder.getInstance("PKIX").build(parameters(chain));
    } catch (GeneralSecurityException e) {
      throw distrusted(e, path);
    }
  }

  /** {@code x509_vfy.c: build_chain}: up to one that is known and signs itself. */
  private List<X509Certificate> path(X509Certificate[] chain) throws UntrustedClientException {
    List<X509Certificate> all = new ArrayList<>(known);
    all.addAll(Arrays.asList(chain));
    List<X509Certificate> path = new ArrayList<>(List.of(chain[0]));
    while (!signsItself(path.get(path.size() - 1))) {
      X509Certificate last = path.get(path.size() - 1);
      X509Certificate issuer =
          all.stream()
              .filter(one -> one.getSubjectX500Principal().equals(last.getIssuerX500Principal()))
              .filter(one -> !path.contains(one))
              .findFirst()
              .orElseThrow(() -> untrusted(Distrust.NO_ISSUER, path, path.size() - 1));
      path.add(issuer);
    }
    if (!known.contains(path.get(path.size() - 1))) {
      Distrust why = path.size() == 1 ? Distrust.SELF_SIGNED : Distrust.SELF_SIGNED_IN_CHAIN;
      throw untrusted(why, path, path.size() - 1);
    }
    return path;
  }

  private static boolean signsItself(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  private static UntrustedClientException untrusted(
      Distrust why, List<X509Certificate> path, int depth) {
    return new UntrustedClientException(why, path.get(depth), depth);
  }

  private static void checkPurpose(X509Certificate own) throws CertificateException {
    List<String> usages = own.getExtendedKeyUsage();
    if (usages != null && !usages.contains(CLIENT_AUTHENTICATION)) {
      throw new UntrustedClientException(Distrust.BAD_PURPOSE, own, 0);
    }
  }

  private PKIXBuilderParameters parameters(X509Certificate[] chain)
      throws GeneralSecurityException {
    Set<TrustAnchor> anchors = new HashSet<>();
    for (X509Certificate one : known) {
      if (signsItself(one)) {
        anchors.add(new TrustAnchor(one, null));
      }
    }
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(chain[0]);
    PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
    parameters.addCertStore(store(Arrays.asList(chain)));
    parameters.addCertStore(store(known));
    parameters.setRevocationEnabled(false);
    if (revocation == Revocation.CHECKED) {
      parameters.addCertStore(store(revocations));
      parameters.addCertPathChecker(listsOnly());
    }
    return parameters;
  }

  private static PKIXRevocationChecker listsOnly() throws GeneralSecurityException {
    PKIXRevocationChecker checker =
        (PKIXRevocationChecker) CertPathBuilder.getInstance("PKIX").getRevocationChecker();
    checker.setOptions(
        EnumSet.of(
            PKIXRevocationChecker.Option.PREFER_CRLS, PKIXRevocationChecker.Option.NO_FALLBACK));
    return checker;
  }

  private static CertStore store(Collection<?> what)
      throws InvalidAlgorithmParameterException, GeneralSecurityException {
    return CertStore.getInstance("Collection", new CollectionCertStoreParameters(what));
  }

  private UntrustedClientException distrusted(
      GeneralSecurityException e, List<X509Certificate> path) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertPathValidatorException found
          && found.getReason() == BasicReason.REVOKED) {
        return untrusted(Distrust.REVOKED, path, Math.max(0, found.getIndex()));
      }
    }
    for (int depth = path.size() - 1; depth >= 0; depth--) {
      Distrust why = diagnosis(path, depth);
      if (why != Distrust.INVALID_CA) {
        return untrusted(why, path, depth);
      }
    }
    if (revocation == Revocation.CHECKED) {
      return untrusted(Distrust.NO_CRL, path, 0);
    }
    return untrusted(Distrust.INVALID_CA, path, Math.min(1, path.size() - 1));
  }

  /** What one certificate of a path is not believed for; INVALID_CA stands for nothing found. */
  private static Distrust diagnosis(List<X509Certificate> path, int depth) {
    X509Certificate one = path.get(depth);
    try {
      one.verify(issuerKey(path, depth));
      one.checkValidity();
      return Distrust.INVALID_CA;
    } catch (CertificateExpiredException e) {
      return Distrust.EXPIRED;
    } catch (CertificateNotYetValidException e) {
      return Distrust.NOT_YET_VALID;
    } catch (GeneralSecurityException e) {
      return Distrust.BAD_SIGNATURE;
    }
  }

  private static PublicKey issuerKey(List<X509Certificate> path, int depth) {
    return path.get(Math.min(depth + 1, path.size() - 1)).getPublicKey();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("found a server's certificate (expected: a frontend's)");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }
}
