package io.pgdouble.tls;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import io.pgdouble.reference.Reference;
import io.pgdouble.reference.SharedReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real server and a double that offer TLS by the same files, and what each logs. */
record TlsServers(Reference reference, PgDouble ours, List<String> ourLines)
    implements AutoCloseable {
  private static final Map<String, String> LOG =
      Map.of(
          "log_connections", "on",
          "log_line_prefix", "%b|%e|",
          "logging_collector", "on",
          "log_filename", "server.log");

  /** Settings that name a file. */
  private static final Set<String> NAMES =
      Set.of("ssl_cert_file", "ssl_key_file", "ssl_ca_file", "ssl_crl_file");

  /**
   * Starts both.
   *
   * @param files of a folder, among them {@code server.crt}, {@code server.key} and {@code
   *     pg_hba.conf}; settings name them without it
   */
  static TlsServers start(int major, Path files, Map<String, String> settings)
      throws IOException, SQLException, InterruptedException {
    Reference reference = reference(major);
    Path data = reference.dataDirectory().orElseThrow();
    try (var all = Files.list(files)) {
      for (Path file : all.toList()) {
        place(file, data.resolve(file.getFileName()));
      }
    }
    adopt(reference, settings);
    PgDouble ours = ours(major, files, settings);
    List<String> lines = new CopyOnWriteArrayList<>();
    ours.log().follow(text -> lines.addAll(text.lines().toList()));
    return new TlsServers(reference, ours, lines);
  }

  private static Reference reference(int major) {
    Reference shared = SharedReference.get();
    if (shared.major() == major) {
      return shared.starter().orElseThrow().start(LOG, List.of("alice", "bob"));
    }
    try (Reference other = Reference.start("embedded:" + major)) {
      return other.starter().orElseThrow().start(LOG, List.of("alice", "bob"));
    }
  }

  private static void place(Path from, Path to) throws IOException {
    Files.write(to, Files.readAllBytes(from));
    Files.setOwner(to, Files.getOwner(to.getParent()));
    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
  }

  private static void adopt(Reference reference, Map<String, String> settings)
      throws SQLException, InterruptedException {
    String url = "jdbc:postgresql://localhost:" + reference.port() + "/postgres?user=postgres";
    try (Connection connection = DriverManager.getConnection(url + "&sslmode=disable");
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> one : settings.entrySet()) {
        statement.execute("ALTER SYSTEM SET " + one.getKey() + " = '" + one.getValue() + "'");
      }
      statement.execute("ALTER SYSTEM SET ssl = on");
      statement.execute("SELECT pg_reload_conf()");
    }
    for (int i = 0; i < 100; i++) {
      try (Connection connection = DriverManager.getConnection(url + "&sslmode=require")) {
        connection.isValid(1);
        return;
      } catch (SQLException e) {
        Thread.sleep(50);
      }
    }
    throw new IllegalStateException("the server does not speak TLS");
  }

  private static PgDouble ours(int major, Path files, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("ssl", "on");
    all.putIfAbsent("ssl_cert_file", "server.crt");
    all.putIfAbsent("ssl_key_file", "server.key");
    all.put("hba_file", files.resolve("pg_hba.conf").toString());
    if (Files.exists(files.resolve("pg_ident.conf"))) {
      all.put("ident_file", files.resolve("pg_ident.conf").toString());
    }
    all.put("log_connections", "on");
    all.put("log_line_prefix", "%b|%e|");
    PgDoubleOptions options =
        PgDoubleOptions.defaults().withMajor(major).withRole("alice").withRole("bob");
    for (Map.Entry<String, String> one : all.entrySet()) {
      boolean name = NAMES.contains(one.getKey()) && !one.getValue().isEmpty();
      String value = name ? files.resolve(one.getValue()).toString() : one.getValue();
      options = options.withSetting(one.getKey(), value);
    }
    return PgDouble.start(options);
  }

  List<String> referenceLog() {
    try {
      return Files.readAllLines(reference.dataDirectory().orElseThrow().resolve("log/server.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> ourLog() {
    return List.copyOf(ourLines);
  }

  @Override
  public void close() {
    ours.close();
    reference.close();
  }
}
