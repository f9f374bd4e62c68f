package io.pgdouble.tls;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * A frontend's certificate, by the names that PostgreSQL shows of it. {@code be-secure-openssl.c:
 * be_tls_open_server, X509_NAME_to_cstring}.
 */
public final class ClientCertificate {
  /** OpenSSL's short names of what Java knows by numbers only. */
  private static final Map<String, String> NAMES =
      Map.of(
          "1.2.840.113549.1.9.1", "emailAddress",
          "2.5.4.4", "SN",
          "2.5.4.5", "serialNumber",
          "2.5.4.12", "title",
          "2.5.4.42", "GN",
          "2.5.4.43", "initials",
          "2.5.4.46", "dnQualifier");

  private final X509Certificate certificate;

  ClientCertificate(X509Certificate certificate) {
    this.certificate = certificate;
  }

  /** {@code peer_dn}: as in RFC 2253, the last part first. */
  public String distinguishedName() {
    return rfc2253(certificate.getSubjectX500Principal());
  }

  private static String rfc2253(X500Principal name) {
    return name.getName(X500Principal.RFC2253, NAMES);
  }

  /** {@code peer_cn}: the first common name, without escapes; empty where there is none. */
  public Optional<String> commonName() {
    String[] parts = parts(certificate.getSubjectX500Principal());
    for (String part : parts) {
      if (part.startsWith("CN=")) {
        return Optional.of(unescaped(part.substring("CN=".length())));
      }
    }
    return Optional.empty();
  }

  private static String unescaped(String value) {
    return String.valueOf(javax.naming.ldap.Rdn.unescapeValue(value));
  }

  /** In the order of the certificate. */
  private static String[] parts(X500Principal name) {
    String text = rfc2253(name);
    String[] parts = text.isEmpty() ? new String[0] : text.split("(?<!\\\\)[,+]");
    String[] turned = new String[parts.length];
    for (int i = 0; i < parts.length; i++) {
      turned[i] = parts[parts.length - 1 - i];
    }
    return turned;
  }

  private static String slashed(X500Principal name) {
    StringBuilder text = new StringBuilder();
    for (String part : parts(name)) {
      text.append('/').append(part);
    }
    return text.toString();
  }

  /** As {@code pg_stat_ssl} has it: {@code /O=…/CN=…}. */
  public String subject() {
    return slashed(certificate.getSubjectX500Principal());
  }

  public String issuer() {
    return slashed(certificate.getIssuerX500Principal());
  }

  /** In decimal digits. */
  public String serial() {
    return certificate.getSerialNumber().toString();
  }
}
