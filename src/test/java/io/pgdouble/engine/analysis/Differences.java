package io.pgdouble.engine.analysis;

import io.pgdouble.reference.Reference;
import io.pgdouble.reference.SharedReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Asks both sides the same statements, and tells where the answers differ. */
final class Differences {
  private final ServerSide server;
  private final DoubleSide ours = new DoubleSide();
  private final List<String> found = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private int compared;

  Differences(ServerSide server) {
    this.server = server;
  }

  /** Compares statements with the reference of all tests. */
  static Differences in(List<String> statements) throws IOException {
    Reference reference = SharedReference.get();
    try (ServerSide server = new ServerSide(reference.host(), reference.port(), reference.user())) {
      Differences differences = new Differences(server);
      for (String statement : statements) {
        differences.compare(statement);
      }
      return differences;
    }
  }

  /** The statements of a file beside this class, one a line. */
  static List<String> statements(String file) throws IOException {
    try (InputStream in = Differences.class.getResourceAsStream(file)) {
      return statements(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines());
    }
  }

  private static List<String> statements(Stream<String> lines) {
    return lines.filter(line -> !line.isBlank() && !line.startsWith("--")).toList();
  }

  List<String> found() {
    return found;
  }

  /** Statements that the double said it does not simulate. */
  List<String> refusals() {
    return refusals;
  }

  int compared() {
    return compared;
  }

  /** Compares one line: a statement, and behind {@code ;;} the texts of its parameters. */
  void compare(String line) throws IOException {
    List<String> parts = Arrays.asList(line.split(" ;; "));
    List<String> parameters = parts.subList(1, parts.size());
    List<String> own = own(parts.get(0), parameters);
    String last = own.isEmpty() ? "" : own.get(own.size() - 1);
    if (last.contains("error 0A000 | pgdouble does not simulate")) {
      refusals.add(line + "\n    " + last);
      return;
    }
    List<String> theirs = server.answer(parts.get(0), parameters);
    compared++;
    if (!own.equals(theirs)) {
      found.add(line + "\n    server: " + theirs + "\n    double: " + own);
    }
  }

  private List<String> own(String sql, List<String> parameters) {
    try {
      return ours.answer(sql, parameters);
    } catch (RuntimeException defect) {
      StackTraceElement[] trace = defect.getStackTrace();
      String at = Arrays.stream(trace).limit(6).toList().toString();
      return List.of("defect " + defect + " at " + at);
    }
  }

  /**
   * For long runs by hand.
   *
   * @param arguments port of a trusting server on this host, and a file of statements or the number
   *     of random expressions to try
   */
  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    try (ServerSide server = new ServerSide("127.0.0.1", port, "postgres")) {
      Differences differences = new Differences(server);
      for (String line : lines(arguments[1])) {
        differences.compare(line);
      }
      differences.print();
    }
  }

  private static List<String> lines(String source) throws IOException {
    if (source.matches("\\d+")) {
      return RandomExpressions.some(Integer.parseInt(source));
    }
    return statements(Files.readAllLines(Path.of(source), StandardCharsets.UTF_8).stream());
  }

  private void print() throws IOException {
    List<String> report = new ArrayList<>(found);
    report.add("-- refused");
    report.addAll(refusals);
    report.add(
        compared + " compared, " + found.size() + " differ, " + refusals.size() + " refused");
    Files.write(Path.of("target", "statement-differences.txt"), report, StandardCharsets.UTF_8);
  }
}
