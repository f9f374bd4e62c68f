package io.pgdouble.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.house.SourceFile.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of the house that can be counted. None of their violations is frozen. */
class HouseRulesTest {
  private static final int MAX_METHOD_LINES = 40;
  private static final int MAX_NESTING = 2;
  private static final int MAX_FILE_LINES = 400;
  private static final int MAX_COLUMNS = 100;
  private static final int MAX_PARAMETERS = 4;
  private static final Set<String> LOST_ROOMS =
      Set.of("util", "utils", "common", "helper", "helpers", "impl", "base", "manager", "misc");
  private static final Pattern NOTE_TO_SELF =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
  private static final Pattern TEST_WITHOUT_ASSERTION =
      Pattern.compile("assert(True|That)\\(true\\)|@Disa" + "bled");

  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static List<SourceFile> sources;

  @BeforeAll
  static void readSources() {
    sources =
        SourceFile.below(
            ROOT.resolve("src/main/java"),
            ROOT.resolve("src/test/java"),
            ROOT.resolve("src/jmh/java"),
            ROOT.resolve("compat-tests"));
  }

  @Test
  void the_rules_see_the_sources_they_judge() {
    assertThat(sources).hasSizeGreaterThan(5);
    assertThat(sources).anyMatch(s -> s.path().endsWith("error/ReportedError.java"));
    assertThat(sources.stream().flatMap(s -> s.methods().stream())).hasSizeGreaterThan(20);
  }

  @Test
  void the_measures_can_find_a_method_that_breaks_every_rule(@TempDir Path dir) throws IOException {
    String body = "    if (on) { for (;;) { while (true) {} } }\n" + "    a++;\n".repeat(40);
    Files.writeString(
        dir.resolve("Bad.java"),
        "class Bad {\n  void bad(int a, int b, int c, int d, boolean on) {\n" + body + "  }\n}\n");
    assertThat(SourceFile.below(dir).get(0).methods())
        .containsExactly(new Method("Bad.bad", 43, 3, 5, true, false));
  }

  @Test
  void a_method_has_at_most_40_lines() {
    assertThat(methods(m -> !m.table() && m.lines() > MAX_METHOD_LINES, Method::lines)).isEmpty();
  }

  @Test
  void control_statements_stand_at_most_two_deep() {
    assertThat(methods(m -> m.nesting() > MAX_NESTING, Method::nesting)).isEmpty();
  }

  @Test
  void a_method_takes_at_most_four_parameters() {
    assertThat(methods(m -> m.parameters() > MAX_PARAMETERS, Method::parameters)).isEmpty();
  }

  @Test
  void no_boolean_is_passed_between_rooms() {
    assertThat(methods(Method::booleanParameters, m -> "boolean")).isEmpty();
  }

  @Test
  void a_file_has_at_most_400_lines() {
    assertThat(sources.stream().filter(s -> !s.table() && s.lines().size() > MAX_FILE_LINES))
        .extracting(s -> name(s) + " " + s.lines().size())
        .isEmpty();
  }

  @Test
  void a_line_has_at_most_100_columns() {
    assertThat(lines(line -> line.codePointCount(0, line.length()) > MAX_COLUMNS)).isEmpty();
  }

  @Test
  void nobody_leaves_notes_to_himself() {
    assertThat(lines(line -> NOTE_TO_SELF.matcher(line).find())).isEmpty();
  }

  @Test
  void no_test_is_switched_off_or_asserts_nothing() {
    assertThat(lines(line -> TEST_WITHOUT_ASSERTION.matcher(line).find())).isEmpty();
  }

  @Test
  void there_is_no_room_for_lost_things() {
    Set<String> lost = new TreeSet<>();
    for (SourceFile source : sources) {
      source.path().getParent().forEach(p -> lost.add(p.toString()));
    }
    lost.retainAll(LOST_ROOMS);
    assertThat(lost).isEmpty();
  }

  @Test
  void every_room_has_a_door_plate() {
    assertThat(doorPlateless("src/main/java", "src/test/java", "src/jmh/java")).isEmpty();
  }

  private static List<String> doorPlateless(String... roots) {
    Set<String> missing = new TreeSet<>();
    for (String root : roots) {
      sources.stream()
          .map(s -> s.path().getParent())
          .filter(room -> room.startsWith(ROOT.resolve(root)) && !hasDoorPlate(room, root))
          .forEach(room -> missing.add(ROOT.relativize(room).toString()));
    }
    return List.copyOf(missing);
  }

  /** A package of tests or benchmarks shares the plate of the room it looks at. */
  private static boolean hasDoorPlate(Path room, String root) {
    Path inside = ROOT.resolve(root).relativize(room);
    return Stream.of("src/main/java", root)
        .anyMatch(r -> Files.exists(ROOT.resolve(r).resolve(inside).resolve("package-info.java")));
  }

  @Test
  void no_published_file_names_a_place_of_this_machine() throws IOException {
    Pattern place =
        Pattern.compile("https?://(repo1?|registry)\\.|(^|[\\s\"'=(])/(wo" + "rk|ro" + "ot)/");
    List<String> found = new ArrayList<>();
    for (String top : List.of("src", "ci", ".ci", "compat-tests", "README.md", "pom.xml")) {
      found.addAll(matching(ROOT.resolve(top), place));
    }
    assertThat(found).isEmpty();
  }

  private static List<String> matching(Path top, Pattern place) throws IOException {
    if (!Files.exists(top)) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(top)) {
      for (Path file : walk.filter(HouseRulesTest::isText).toList()) {
        Files.readString(file)
            .lines()
            .filter(place.asPredicate())
            .forEach(line -> found.add(ROOT.relativize(file) + ": " + line.strip()));
      }
    }
    return found;
  }

  private static boolean isText(Path file) {
    return Files.isRegularFile(file)
        && !file.toString().contains("node_modules")
        && Stream.of(".java", ".sh", ".md", ".xml", ".py", ".js", ".yml", "run", "pgdouble")
            .anyMatch(end -> file.toString().endsWith(end));
  }

  private static List<String> methods(
      Predicate<Method> broken, java.util.function.Function<Method, Object> measure) {
    List<String> found = new ArrayList<>();
    for (SourceFile source : sources) {
      source.methods().stream()
          .filter(broken)
          .forEach(m -> found.add(name(source) + " " + m.name() + " " + measure.apply(m)));
    }
    return found;
  }

  private static List<String> lines(Predicate<String> broken) {
    List<String> found = new ArrayList<>();
    for (SourceFile source : sources) {
      source.lines().stream()
          .filter(broken)
          .forEach(line -> found.add(name(source) + ": " + line.strip()));
    }
    return found;
  }

  private static String name(SourceFile source) {
    return ROOT.relativize(source.path()).toString();
  }
}
