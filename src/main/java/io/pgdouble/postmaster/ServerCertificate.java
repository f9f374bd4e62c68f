package io.pgdouble.postmaster;

import io.pgdouble.datadir.SystemError;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.settings.ServerSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code ssl = on} needs: files that a server refuses to start without. With them, too, the
 * double refuses, because it offers no encryption yet. {@code be-secure-openssl.c: be_tls_init},
 * {@code be-secure-common.c: check_ssl_key_file_permissions}.
 */
final class ServerCertificate {
  private static final Set<PosixFilePermission> OWN =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private static final String NO_START = "no start line";

  private final ServerSettings settings;

  ServerCertificate(ServerSettings settings) {
    this.settings = settings;
  }

  /** Why there can be no encryption; empty where nobody asks for it. */
  Optional<ErrorReport> obstacle() {
    if (!settings.bool("ssl")) {
      return Optional.empty();
    }
    String certificate = settings.text("ssl_cert_file");
    String key = settings.text("ssl_key_file");
    return unloadable("server certificate", certificate)
        .or(() -> unfit(key))
        .or(() -> unloadable("private key", key))
        .or(() -> Optional.of(ErrorReport.notSimulated("ssl = on")));
  }

  private Path path(String file) {
    return Path.of(settings.text("data_directory")).resolve(file);
  }

  private Optional<ErrorReport> unloadable(String what, String file) {
    String start = "could not load " + what + " file \"" + file + "\": ";
    try {
      String text = Files.readString(path(file), StandardCharsets.ISO_8859_1);
      return text.contains("-----BEGIN ")
          ? Optional.empty()
          : Optional.of(configurationError(start + NO_START));
    } catch (IOException e) {
      String reason = file.isEmpty() ? "No such file or directory" : SystemError.reason(e);
      return Optional.of(configurationError(start + reason));
    }
  }

  private Optional<ErrorReport> unfit(String file) {
    String named = "private key file \"" + file + "\" ";
    try {
      if (!Files.isReadable(path(file))) {
        Files.readAttributes(path(file), "size");
      }
      if (!Files.isRegularFile(path(file))) {
        return Optional.of(configurationError(named + "is not a regular file"));
      }
      return OWN.containsAll(Files.getPosixFilePermissions(path(file)))
          ? Optional.empty()
          : Optional.of(
              configurationError(named + "has group or world access")
                  .withDetail(
                      "File must have permissions u=rw (0600) or less if owned by the database"
                          + " user, or permissions u=rw,g=r (0640) or less if owned by root."));
    } catch (IOException e) {
      return Optional.of(
          ErrorReport.of(
              Severity.LOG,
              SystemError.state(e),
              "could not access " + named.stripTrailing() + ": " + SystemError.reason(e)));
    }
  }

  private static ErrorReport configurationError(String text) {
    return ErrorReport.of(Severity.LOG, SqlState.CONFIG_FILE_ERROR, text);
  }
}
