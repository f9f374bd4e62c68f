package io.pgdouble.tls;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.settings.ServerSettings;
import io.pgdouble.tls.PemFile.UnfitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that the {@code ssl} settings name. A name is one in the data directory, or, without
 * such, in the directory the server was started in.
 */
final class TlsFiles {
  private final ServerSettings settings;

  TlsFiles(ServerSettings settings) {
    this.settings = settings;
  }

  static ErrorReport unfit(String text) {
    return ErrorReport.of(Severity.LOG, SqlState.CONFIG_FILE_ERROR, text);
  }

  static ErrorReport couldNotLoad(String what, String reason) {
    return unfit("could not load " + what + ": " + reason);
  }

  /** Whether the server has to make a certificate for itself: there is no place to look for one. */
  boolean isOwnMissing() {
    return !settings.isGiven("data_directory")
        && !settings.isGiven("ssl_cert_file")
        && !settings.isGiven("ssl_key_file");
  }

  private Path path(String file) {
    return Path.of(settings.text("data_directory")).resolve(file);
  }

  private static String quoted(String what, String file) {
    return what + " file \"" + file + "\"";
  }

  /** The server's own, and those that lead to one that frontends know. */
  List<X509Certificate> chain() {
    String file = settings.text("ssl_cert_file");
    try {
      if (file.isEmpty()) {
        throw new UnfitException("No such file or directory");
      }
      List<X509Certificate> chain = PemFile.read(path(file)).certificates();
      if (chain.isEmpty()) {
        throw new UnfitException(PemFile.NO_START);
      }
      return chain;
    } catch (UnfitException e) {
      throw couldNotLoad(quoted("server certificate", file), e.getMessage()).toException();
    }
  }

  KeyFile key(Passphrase passphrase) {
    String file = settings.text("ssl_key_file");
    return new KeyFile(file, path(file), passphrase);
  }

  /** Of those who sign the certificates of frontends; empty where none are asked for. */
  Optional<List<X509Certificate>> authorities() {
    String file = settings.text("ssl_ca_file");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      List<X509Certificate> found = PemFile.read(path(file)).certificates();
      if (found.isEmpty()) {
        throw new UnfitException("no certificate or crl found");
      }
      return Optional.of(found);
    } catch (UnfitException e) {
      throw couldNotLoad(quoted("root certificate", file), e.getMessage()).toException();
    }
  }

  /** Lists of what is revoked; empty where nobody asks for any. */
  Optional<List<X509CRL>> revocations() {
    String file = settings.text("ssl_crl_file");
    String directory = settings.text("ssl_crl_dir");
    if (file.isEmpty() && directory.isEmpty()) {
      return Optional.empty();
    }
    List<X509CRL> found = new ArrayList<>();
    if (!file.isEmpty()) {
      found.addAll(revocations(file));
    }
    if (!directory.isEmpty()) {
      inDirectory(path(directory), found);
    }
    return Optional.of(found);
  }

  private List<X509CRL> revocations(String file) {
    try {
      List<X509CRL> found = PemFile.read(path(file)).revocations();
      if (found.isEmpty()) {
        throw new UnfitException("no certificate or crl found");
      }
      return found;
    } catch (UnfitException e) {
      String what = quoted("SSL certificate revocation list", file);
      throw couldNotLoad(what, e.getMessage()).toException();
    }
  }

  /** A directory that is not there has no lists; OpenSSL looks when it needs one. */
  private static void inDirectory(Path directory, List<X509CRL> found) {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        found.addAll(PemFile.read(file).revocations());
      }
    } catch (IOException | UnfitException e) {
      return;
    }
  }

  static ReportedError notSimulated(String what) {
    return ErrorReport.notSimulated(what).withSeverity(Severity.LOG).toException();
  }
}
