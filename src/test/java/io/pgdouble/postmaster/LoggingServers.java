package io.pgdouble.postmaster;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import io.pgdouble.reference.Reference;
import io.pgdouble.reference.SharedReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real server, which collects its log in a file, and a double with the same settings. */
record LoggingServers(Reference reference, PgDouble ours) implements AutoCloseable {
  static LoggingServers start(Map<String, String> settings) {
    Map<String, String> collected = new HashMap<>(settings);
    collected.put("logging_collector", "on");
    collected.put("log_filename", "server.log");
    Reference reference = SharedReference.get().starter().orElseThrow().start(collected, List.of());
    PgDoubleOptions options = PgDoubleOptions.defaults();
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      options = options.withSetting(setting.getKey(), setting.getValue());
    }
    return new LoggingServers(reference, PgDouble.start(options));
  }

  /** What the real server has logged so far. */
  List<String> referenceLines() {
    try {
      return Files.readAllLines(reference.dataDirectory().orElseThrow().resolve("log/server.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    ours.close();
    reference.close();
  }
}
