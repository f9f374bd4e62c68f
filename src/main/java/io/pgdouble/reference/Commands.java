package io.pgdouble.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs that are run to their end. */
final class Commands {
  private static final int PATIENCE_SECONDS = 120;

  private Commands() {}

  /** A builder for a server's programs: in universal time, whatever the user's locale is. */
  static ProcessBuilder inServersEnvironment(List<String> command, Path folder) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    builder.environment().put("TZ", "UTC");
    builder.environment().put("LANG", "C.UTF-8");
    return builder;
  }

  /** Runs a program, and tells what it printed if it failed. */
  static void run(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(builder.command().get(0) + " does not end");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          String.join(" ", builder.command())
              + " exited with "
              + process.exitValue()
              + "\n"
              + printed);
    }
  }
}
