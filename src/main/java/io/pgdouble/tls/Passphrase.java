package io.pgdouble.tls;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Where the passphrase of the key comes from: {@code be-secure-common.c:
 * run_ssl_passphrase_command}.
 */
sealed interface Passphrase {
  /** A setting's command tells it. */
  record OfCommand(String command) implements Passphrase {
    @Override
    public char[] phrase(String file) {
      String run = command.replace("%p", "Enter PEM pass phrase:").replace("%%", "%");
      try {
        Process process =
            new ProcessBuilder("sh", "-c", run)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line = firstLine(process);
        int status = process.waitFor();
        if (status != 0) {
          throw failed(run, status);
        }
        return line.toCharArray();
      } catch (IOException e) {
        String text = "could not execute command \"" + run + "\": " + e.getMessage();
        throw new ReportedError(SqlState.IO_ERROR, text);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private static String firstLine(Process process) throws IOException {
      String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return all.lines().findFirst().orElse("");
    }

    private static ReportedError failed(String run, int status) {
      return ErrorReport.error(SqlState.INTERNAL_ERROR, "command \"" + run + "\" failed")
          .withDetail("child process exited with exit code " + status)
          .toException();
    }
  }

  /** Nobody tells it at the start: a server without a terminal cannot ask. */
  record Unknown() implements Passphrase {
    @Override
    public char[] phrase(String file) {
      throw TlsFiles.couldNotLoad("private key file \"" + file + "\"", "problems getting password")
          .toException();
    }
  }

  /** Nobody is asked at a reload. */
  record NotAsked() implements Passphrase {
    @Override
    public char[] phrase(String file) {
      throw TlsFiles.unfit(
              "private key file \""
                  + file
                  + "\" cannot be reloaded because it requires a passphrase")
          .toException();
    }
  }

  /**
   * The passphrase.
   *
   * @throws ReportedError if it cannot be had
   */
  char[] phrase(String file);
}
