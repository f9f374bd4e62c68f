package io.pgdouble.failover;

import io.pgdouble.reference.ReferencePrograms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real primary and a real standby that follows it by streaming replication. Manual: {@code
 * continuous-archiving § Making a Base Backup Using the Low Level API}, {@code warm-standby}.
 */
final class StreamingPair implements AutoCloseable {
  private final ReferencePrograms programs = new ReferencePrograms();
  private final Path first = programs.folder().resolve("first");
  private final Path second = programs.folder().resolve("second");
  private final int firstPort = freePort();
  private final int secondPort = freePort();

  StreamingPair() throws Exception {
    run("initdb", "-D", first.toString(), "-U", "postgres", "-A", "trust", "--no-sync");
    configure(first, firstPort, "");
    start(first);
    try (Connection backup = DriverManager.getConnection(jdbcUrl(firstPort))) {
      backUp(backup);
      start(second);
      while (!Pgjdbc.one(backup, "SELECT count(*) FROM pg_stat_replication").equals(1L)) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
  }

  private void run(String program, String... arguments) {
    ReferencePrograms.Answer answer = programs.run(program, List.of(arguments));
    if (answer.status() != 0) {
      throw new IllegalStateException(program + " failed: " + answer);
    }
  }

  private static void configure(Path data, int port, String more) throws IOException {
    List<String> lines =
        List.of(
            "port = " + port,
            "listen_addresses = '127.0.0.1'",
            "unix_socket_directories = ''",
            "fsync = off",
            more);
    Files.write(data.resolve("postgresql.conf"), lines, StandardOpenOption.APPEND);
  }

  private void start(Path data) {
    run("pg_ctl", "-D", data.toString(), "-w", "-l", data + ".log", "start");
  }

  /** A copy of the first server is the second. */
  private void backUp(Connection backup) throws SQLException, IOException, InterruptedException {
    Pgjdbc.run(backup, "SELECT pg_backup_start('pair', true)");
    int copied =
        new ProcessBuilder("cp", "-Rp", first.toString(), second.toString()).start().waitFor();
    if (copied != 0) {
      throw new IllegalStateException("cp ended with " + copied);
    }
    try (Statement statement = backup.createStatement();
        ResultSet rows = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
      rows.next();
      put("backup_label", rows.getString(1));
    }
    put("standby.signal", "");
    Files.delete(second.resolve("postmaster.pid"));
    String upstream = "host=127.0.0.1 port=" + firstPort + " user=postgres";
    configure(second, secondPort, "primary_conninfo = '" + upstream + "'");
  }

  private void put(String name, String text) throws IOException {
    Path file = second.resolve(name);
    Files.writeString(file, text);
    programs.own(file);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Integer> ports() {
    return List.of(firstPort, secondPort);
  }

  static String jdbcUrl(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
  }

  /** The primary is stopped at once, and the standby promoted. */
  void failover() {
    run("pg_ctl", "-D", first.toString(), "-m", "immediate", "-w", "stop");
    run("pg_ctl", "-D", second.toString(), "-w", "promote");
  }

  @Override
  public void close() {
    Stream.of(first, second)
        .filter(data -> Files.exists(data.resolve("postmaster.pid")))
        .forEach(data -> run("pg_ctl", "-D", data.toString(), "-m", "immediate", "-w", "stop"));
    programs.close();
  }
}
