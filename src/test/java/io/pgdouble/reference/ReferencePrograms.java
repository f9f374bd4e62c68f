package io.pgdouble.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The programs of the shared reference, run in a folder of their own, as a user they accept. */
public final class ReferencePrograms implements AutoCloseable {
  private static final long TIMEOUT_SECONDS = 20;

  private final ServerUser user = ServerUser.choose();
  private final Path bin = SharedReference.get().installation().orElseThrow().resolve("bin");
  private final Path folder;

  /** What a program answered. */
  public record Answer(int status, String out, String err) {}

  /** A folder with nothing in it. */
  public ReferencePrograms() {
    try {
      folder = Files.createTempDirectory("pgdouble-programs");
      user.own(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where they run. */
  public Path folder() {
    return folder;
  }

  /** Gives a folder to the user they run as. */
  public void own(Path place) throws IOException {
    user.own(place);
  }

  /** The user they run as. */
  public String userName() {
    return user.label();
  }

  /** Where they are. */
  public Path bin() {
    return bin;
  }

  /** Runs one to its end, in the environment of a server: the locale is C.UTF-8. */
  public Answer run(String program, List<String> arguments) {
    List<String> words = new ArrayList<>();
    words.add(bin.resolve(program).toString());
    words.addAll(arguments);
    try {
      Path out = Files.createTempFile("pgdouble", ".out");
      Path err = Files.createTempFile("pgdouble", ".err");
      ProcessBuilder builder = new ProcessBuilder(user.command(words));
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      builder.environment().keySet().removeIf(name -> name.startsWith("LC_"));
      builder.environment().putAll(Map.of("LANG", "C.UTF-8", "TZ", "UTC"));
      builder.directory(folder.toFile());
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      Process process = builder.start();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Answer answer = new Answer(process.waitFor(), text(out), text(err));
      Files.delete(out);
      Files.delete(err);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
