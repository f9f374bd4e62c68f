package io.pgdouble.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** PostgreSQL never breaks its own protocol: what was recorded from it is judged without alarm. */
class GoldenTracesTest {
  private static final Path TRACES = Path.of("traces");

  private static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(TRACES)) {
      return files.filter(file -> file.toString().endsWith(".trace")).sorted().toList();
    }
  }

  private static Map<String, Judgement> judgements() throws IOException {
    Map<String, Judgement> judgements = new TreeMap<>();
    for (Path file : cases()) {
      String address = TRACES.relativize(file).toString().replace(".trace", "");
      judgements.put(address, Hearing.of(Recording.read(Files.readString(file))));
    }
    return judgements;
  }

  private static List<String> broken(Direction side, Severity severity) throws IOException {
    List<String> broken = new ArrayList<>();
    judgements()
        .forEach(
            (address, judgement) ->
                judgement.of(severity).stream()
                    .filter(ruling -> ruling.verdict().side() == side)
                    .map(r -> address + " " + r.connection() + " " + r.verdict().rule())
                    .forEach(broken::add));
    return broken;
  }

  @Test
  void postgresql_breaks_no_rule_in_any_case() throws IOException {
    assertThat(judgements()).hasSizeGreaterThan(700);
    assertThat(judgements().values().stream().mapToInt(Judgement::messages).sum())
        .isGreaterThan(20_000);
    assertThat(broken(Direction.BACKEND, Severity.VIOLATION)).isEmpty();
    assertThat(broken(Direction.BACKEND, Severity.TOLERATED)).isEmpty();
  }

  /** Folders whose cases are about servers that are stopped or killed, or that say so. */
  private static final Pattern LIVES_OF_SERVERS =
      Pattern.compile(
          "(hot-standby|server-crash|server-shutdown|tutorial-arch|functions-admin)/.*");

  @Test
  void what_is_unusual_of_a_backend_is_that_it_was_killed() throws IOException {
    List<String> unusual = broken(Direction.BACKEND, Severity.UNUSUAL);
    assertThat(unusual).hasSizeGreaterThan(10).allMatch(line -> line.endsWith("ENDS_WITH_A_WORD"));
    assertThat(unusual).allMatch(line -> LIVES_OF_SERVERS.matcher(line).matches());
  }

  /** What PostgreSQL says of a message that only it can know to be wrong. */
  private static final Set<String> SEEN_ONLY_FROM_INSIDE =
      Set.of(
          "protocol-flow/extended-query/parameters-binary-wrong-length",
          "protocol-flow/extended-query/parameters-too-few",
          "protocol-flow/extended-query/parameters-too-many",
          "protocol-flow/extended-query/result-formats-miscounted",
          "protocol-flow/function-call/wrong-count");

  @Test
  void wherever_postgresql_complains_of_the_protocol_the_frontend_broke_a_rule()
      throws IOException {
    Set<String> complaints = new TreeSet<>();
    for (Path file : cases()) {
      if (isAboutTheProtocol(TRACES.relativize(file).toString())
          && Files.readString(file).contains("C \"08P01\"")) {
        complaints.add(TRACES.relativize(file).toString().replace(".trace", ""));
      }
    }
    assertThat(complaints).hasSizeGreaterThan(25);
    Set<String> seen = new TreeSet<>(SEEN_ONLY_FROM_INSIDE);
    broken(Direction.FRONTEND, Severity.VIOLATION).forEach(line -> seen.add(line.split(" ")[0]));
    assertThat(seen).containsAll(complaints);
  }

  private static boolean isAboutTheProtocol(String address) {
    return address.startsWith("protocol-");
  }

  /** The list is read like prose: each line is a mistake that its case is about. */
  @Test
  void frontends_break_the_rules_that_their_cases_are_about() throws IOException {
    List<String> known = mistakes();
    Set<String> cases = known.stream().map(line -> line.split(" ")[1]).collect(Collectors.toSet());
    List<String> found = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      broken(Direction.FRONTEND, severity).stream()
          .filter(line -> cases.contains(line.split(" ")[0]))
          .forEach(line -> found.add(severity + " " + line));
    }
    assertThat(known).hasSizeGreaterThan(70);
    assertThat(found).containsExactlyInAnyOrderElementsOf(known);
  }

  private static List<String> mistakes() throws IOException {
    try (InputStream in = GoldenTracesTest.class.getResourceAsStream("mistakes-in-cases.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
