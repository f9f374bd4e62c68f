package io.pgdouble.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.reference.ReferencePrograms;
import io.pgdouble.reference.ReferencePrograms.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same command lines of {@code initdb}, PostgreSQL's and the double's, one after the other in
 * folders that are alike: the same words, the same exit status, the same directories with the same
 * permissions.
 */
class InitdbAgreesWithTheReferenceTest {
  private static ReferencePrograms reference;

  @TempDir private static Path ours;

  @BeforeAll
  static void makeFolders() throws IOException {
    reference = new ReferencePrograms();
    for (Path root : List.of(ours, reference.folder())) {
      for (String folder : List.of("full", "dotted", "mount/lost+found", "empty")) {
        Path made = Files.createDirectories(root.resolve(folder));
        own(root, made);
      }
      Files.writeString(root.resolve("full/file"), "");
      Files.writeString(root.resolve("dotted/.file"), "");
      Files.writeString(root.resolve("file"), "");
      Files.writeString(root.resolve("empty-file"), "");
    }
  }

  /** The reference's user is not ours, and must be able to use its folders. */
  private static void own(Path root, Path made) throws IOException {
    for (Path folder = made; !folder.equals(root); folder = folder.getParent()) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      if (!root.equals(ours)) {
        reference.own(folder);
      }
    }
  }

  @AfterAll
  static void removeFolders() {
    reference.close();
  }

  static List<String> lines() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/io/pgdouble/cli/initdb-lines.txt"))
        .stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  private static List<String> words(String line, Path root) {
    return Arrays.stream(line.split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> word.replace("ROOT", root.toString()))
        .toList();
  }

  /** Our program runs in this process, which cannot change its folder: paths become absolute. */
  private static List<String> placed(List<String> words) {
    List<String> placed = new ArrayList<>();
    String before = "";
    for (String word : words) {
      boolean path =
          (Set.of("-D", "--pg").contains(before) || word.startsWith("new") && !word.contains("="))
              && !word.startsWith("/");
      String file = word.replace("--pwfile=", "--pwfile=" + ours + "/");
      placed.add(path ? ours.resolve(word) + (word.endsWith("/") ? "/" : "") : file);
      before = word;
    }
    return placed;
  }

  private static Answer ours(List<String> words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Initdb.run(
            new ProgramCall(
                reference.bin().resolve("initdb").toString(),
                placed(words),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)));
    return new Answer(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Answer plain(Answer answer, Path root, String user) {
    return new Answer(
        answer.status(), plain(answer.out(), root, user), plain(answer.err(), root, user));
  }

  private static String plain(String text, Path root, String user) {
    return text.replace(root + "/./", root + "/")
        .replace(root + "/", "")
        .replace("user \"" + user + "\"", "user \"USER\"")
        .replaceAll("default time zone \\.\\.\\. .*", "default time zone ... ZONE");
  }

  /** Directories and the files that the double makes as well, with their permissions. */
  private static Set<String> tree(Path root) throws IOException {
    Set<String> tree = new TreeSet<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(InitdbAgreesWithTheReferenceTest::isShared).toList()) {
        tree.add(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                + " "
                + root.relativize(file));
      }
    }
    return tree;
  }

  private static boolean isShared(Path file) {
    String name = file.getFileName().toString();
    return Files.isDirectory(file)
        || name.endsWith(".conf")
        || Set.of("PG_VERSION", "pg_control").contains(name);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void the_same_words_the_same_status_and_the_same_directories(String line) throws IOException {
    Answer theirs = reference.run("initdb", words(line, reference.folder()));
    Answer mine = ours(words(line, ours));
    assertThat(plain(mine, ours, System.getProperty("user.name")))
        .isEqualTo(plain(theirs, reference.folder(), reference.userName()));
    assertThat(tree(ours)).isEqualTo(tree(reference.folder()));
  }
}
