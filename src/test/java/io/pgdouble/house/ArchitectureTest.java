package io.pgdouble.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who may depend on whom. {@link #MAY_USE} is the plan of the house: a room may use the rooms
 * listed beside it and no others, so a new arrow has to be drawn here first.
 */
class ArchitectureTest {
  private static final String HOUSE = "io.pgdouble";

  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("error", Set.of()),
          Map.entry("facts", rooms("error")),
          Map.entry("type", rooms("error facts")),
          Map.entry("settings", rooms("error facts type")),
          Map.entry("message", rooms("error")),
          Map.entry("password", Set.of()),
          Map.entry("auth", rooms("error message settings password")),
          Map.entry("engine", rooms("error facts type settings password")),
          Map.entry("datadir", rooms("error facts settings engine")),
          Map.entry("log", rooms("error facts type settings datadir")),
          Map.entry("wire", rooms("error message")),
          Map.entry("tls", rooms("error settings datadir wire")),
          Map.entry("fault", rooms("error message auth")),
          Map.entry("session", rooms("error facts type settings message engine auth log")),
          Map.entry("trace", rooms("error message")),
          Map.entry("validation", rooms("trace")),
          Map.entry("capture", rooms("trace")),
          Map.entry("replay", rooms("error message trace")),
          Map.entry("relay", rooms("error message auth wire trace validation replay")),
          Map.entry(
              "backend",
              rooms(
                  "error settings message engine auth fault log wire tls session trace validation"
                      + " replay")),
          Map.entry(
              "postmaster",
              rooms(
                  "error facts settings datadir message engine auth fault log wire tls backend"
                      + " session validation")),
          Map.entry(
              "(root)",
              rooms(
                  "error facts settings datadir engine fault log backend postmaster relay replay"
                      + " trace validation")),
          Map.entry("reference", rooms("error")),
          Map.entry("conformance", rooms("error message auth wire trace reference")),
          Map.entry("report", rooms("error message trace validation conformance")),
          Map.entry(
              "cli",
              rooms(
                  "error (root) settings datadir engine log backend postmaster conformance report"
                      + " reference trace validation capture facts fault message relay replay")));

  private static final Set<String> PURE =
      Set.of(
          "message",
          "type",
          "settings",
          "engine",
          "auth",
          "session",
          "trace",
          "validation",
          "error",
          "facts");

  private static JavaClasses house;

  @BeforeAll
  static void importHouse() {
    house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HOUSE);
  }

  private static Set<String> rooms(String names) {
    return Arrays.stream(names.split(" ")).collect(Collectors.toSet());
  }

  /** The room of a class: the package below the house; sub-rooms belong to their room. */
  private static String room(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(HOUSE)) {
      return "";
    }
    String[] parts = name.substring(HOUSE.length()).split("\\.");
    return parts.length > 1 ? parts[1] : "(root)";
  }

  private static DescribedPredicate<JavaClass> inRoom(String room) {
    return describe("in room " + room, type -> room(type).equals(room));
  }

  @Test
  void the_rules_see_every_room_and_every_room_stands_in_the_plan() {
    Set<String> seen = new TreeSet<>();
    house.forEach(type -> seen.add(room(type)));
    assertThat(house).hasSizeGreaterThan(5);
    assertThat(seen).contains("error", "cli");
    assertThat(MAY_USE.keySet()).containsAll(seen);
  }

  @Test
  void dependencies_point_down_as_the_plan_says() {
    MAY_USE.forEach(
        (room, allowed) ->
            noClasses()
                .that(inRoom(room))
                .should()
                .dependOnClassesThat(
                    describe(
                        "in a room other than " + allowed,
                        type -> {
                          String other = room(type);
                          return !other.isEmpty()
                              && !other.equals(room)
                              && !allowed.contains(other);
                        }))
                .allowEmptyShould(true)
                .check(house));
  }

  @Test
  void rooms_and_sub_rooms_form_no_cycle() {
    slices().matching(HOUSE + ".(*)..").should().beFreeOfCycles().check(house);
    slices()
        .matching(HOUSE + ".engine.(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(house);
  }

  @Test
  void netty_lives_in_wire_tls_backend_postmaster_and_relay() {
    noClasses()
        .that(
            describe(
                "outside",
                t -> !Set.of("wire", "tls", "backend", "postmaster", "relay").contains(room(t))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.netty..")
        .check(house);
  }

  @Test
  void the_heart_has_no_threads_io_logging_clock_or_randomness_of_its_own() {
    noClasses()
        .that(describe("in the heart", t -> PURE.contains(room(t))))
        .should()
        .dependOnClassesThat(
            describe(
                "impure",
                t ->
                    t.getPackageName().startsWith("org.slf4j")
                        || t.getPackageName().startsWith("java.net")
                        || t.getPackageName().startsWith("java.nio.channels")
                        || t.isEquivalentTo(Thread.class)
                        || t.getPackageName().equals("java.util.concurrent.locks")
                        || t.isEquivalentTo(java.util.concurrent.ThreadLocalRandom.class)
                        || t.isEquivalentTo(java.security.SecureRandom.class)
                        || t.isEquivalentTo(java.time.Clock.class)))
        .check(house);
    noClasses()
        .that(describe("in the heart", t -> PURE.contains(room(t))))
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(Math.class, "random")
        .check(house);
  }

  @Test
  void only_the_command_line_prints() {
    noClasses()
        .that(describe("outside cli", t -> !room(t).equals("cli")))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(house);
  }

  @Test
  void messages_are_records() {
    classes()
        .that(
            describe(
                "messages",
                t ->
                    room(t).equals("message")
                        && !t.isInterface()
                        && (t.isAssignableTo(HOUSE + ".message.FrontendMessage")
                            || t.isAssignableTo(HOUSE + ".message.BackendMessage"))))
        .should()
        .beRecords()
        .allowEmptyShould(true)
        .check(house);
  }
}
