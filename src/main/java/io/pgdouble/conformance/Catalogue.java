package io.pgdouble.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of cases.
 *
 * @param root the folder {@code traces}
 */
public record Catalogue(Path root) {

  private static final String ENDING = ".trace";

  /**
   * All cases, in the order of their addresses.
   *
   * @throws CaseSyntaxException for a file that is none
   */
  public List<Case> cases() {
    return cases("");
  }

  /** The cases whose address begins with an anchor, or is it. */
  public List<Case> cases(String anchor) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING) && !isRecording(file))
          .filter(file -> addressOf(file).startsWith(anchor))
          .sorted((a, b) -> addressOf(a).compareTo(addressOf(b)))
          .map(this::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a file holds all that crossed in a run, and no script. */
  private static boolean isRecording(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.limit(2).anyMatch("kind\trecording"::equals);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The case in a file: a script, or SQL of which one is made. */
  public Case read(Path file) {
    try {
      String text = Files.readString(file);
      boolean sql = file.toString().endsWith(SqlScript.ENDING);
      return CaseReader.read(addressOf(file), sql ? SqlScript.toCase(text) : text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a case to its file. */
  public void write(Case written) {
    try {
      Files.writeString(root.resolve(written.address() + ENDING), CaseWriter.write(written));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String addressOf(Path file) {
    String relative = root.toAbsolutePath().relativize(file.toAbsolutePath()).toString();
    return relative.substring(0, relative.lastIndexOf('.'));
  }
}
