package io.pgdouble.tls;

import io.pgdouble.datadir.SystemError;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.tls.PemFile.UnfitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.PrivateKey;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/**
 * The server's private key: {@code be-secure-common.c: check_ssl_key_file_permissions}, {@code
 * be-secure-openssl.c: be_tls_init}.
 *
 * @param name as the setting has it
 */
record KeyFile(String name, Path path, Passphrase passphrase) {
  private static final Set<PosixFilePermission> OF_THE_USER =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private static final String FIT =
      "File must have permissions u=rw (0600) or less if owned by the database user, or"
          + " permissions u=rw,g=r (0640) or less if owned by root.";

  /** What only the user of the server may read. */
  void checkPermissions() {
    String named = "private key file \"" + name + "\" ";
    try {
      Files.readAttributes(path, "size");
      if (!Files.isRegularFile(path)) {
        throw TlsFiles.unfit(named + "is not a regular file").toException();
      }
      if (!isOwn()) {
        throw TlsFiles.unfit(named + "has group or world access").withDetail(FIT).toException();
      }
    } catch (IOException e) {
      String text = "could not access " + named.stripTrailing() + ": " + SystemError.reason(e);
      throw ErrorReport.of(Severity.LOG, SystemError.state(e), text).toException();
    }
  }

  private boolean isOwn() throws IOException {
    return OF_THE_USER.containsAll(Files.getPosixFilePermissions(path));
  }

  PrivateKey read() {
    try {
      Object key =
          PemFile.read(path).objects().stream()
              .filter(KeyFile::isKey)
              .findFirst()
              .orElseThrow(() -> new UnfitException(PemFile.NO_START));
      return new JcaPEMKeyConverter().getPrivateKey(info(key));
    } catch (UnfitException e) {
      throw couldNotLoad(e.getMessage());
    } catch (PEMException e) {
      throw couldNotLoad("unsupported algorithm");
    }
  }

  private static boolean isKey(Object object) {
    return object instanceof PEMKeyPair
        || object instanceof PrivateKeyInfo
        || object instanceof PEMEncryptedKeyPair
        || object instanceof PKCS8EncryptedPrivateKeyInfo;
  }

  private io.pgdouble.error.ReportedError couldNotLoad(String reason) {
    return TlsFiles.couldNotLoad("private key file \"" + name + "\"", reason).toException();
  }

  private PrivateKeyInfo info(Object object) {
    if (object instanceof PEMKeyPair pair) {
      return pair.getPrivateKeyInfo();
    }
    return object instanceof PrivateKeyInfo info ? info : decrypted(object);
  }

  private PrivateKeyInfo decrypted(Object object) {
    char[] phrase = passphrase.phrase(name);
    try {
      if (object instanceof PEMEncryptedKeyPair pair) {
        JcePEMDecryptorProviderBuilder decryptor = new JcePEMDecryptorProviderBuilder();
        return pair.decryptKeyPair(decryptor.build(phrase)).getPrivateKeyInfo();
      }
      JceOpenSSLPKCS8DecryptorProviderBuilder decryptor =
          new JceOpenSSLPKCS8DecryptorProviderBuilder();
      return ((PKCS8EncryptedPrivateKeyInfo) object).decryptPrivateKeyInfo(decryptor.build(phrase));
    } catch (IOException | PKCSException | OperatorCreationException e) {
      throw couldNotLoad("bad decrypt");
    }
  }
}
