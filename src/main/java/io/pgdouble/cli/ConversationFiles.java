package io.pgdouble.cli;

import io.pgdouble.capture.Captures;
import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Happening;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Recording;
import io.pgdouble.trace.TraceSyntaxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Conversations in files, of whatever form. */
final class ConversationFiles {
  /** The beginning of a session. */
  private static final Predicate<Recorded> FIRST =
      event ->
          event.happening() instanceof Happening.Crossed crossed
              && crossed.crossing() instanceof Crossing.Startup;

  private ConversationFiles() {}

  /**
   * What is in these files, and in all traces below these folders, by their names.
   *
   * @throws UnreadableFile naming the file that cannot be read
   */
  static Map<String, Recording> read(List<Path> paths) {
    Map<String, Recording> recordings = new LinkedHashMap<>();
    for (Path path : paths) {
      for (Path file : files(path)) {
        recordings.put(file.toString(), readFile(file));
      }
    }
    return recordings;
  }

  private static List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> walk = Files.walk(path)) {
      List<Path> traces = walk.filter(file -> file.toString().endsWith(".trace")).sorted().toList();
      if (traces.isEmpty()) {
        throw new UnreadableFile(path + ": no file below it is named *.trace");
      }
      return traces;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is in one file, or of one of its connections.
   *
   * @throws UnreadableFile naming the file that cannot be read, or has no such connection
   */
  static Recording read(Path file, Optional<String> connection) {
    Recording whole = readFile(file);
    if (connection.isPresent() && !whole.connections().contains(connection.get())) {
      throw new UnreadableFile(
          "%s: no connection is named %s (expected: %s)"
              .formatted(file, connection.get(), String.join(" ", whole.connections())));
    }
    return whole;
  }

  /**
   * A recording that can be played.
   *
   * @throws UnreadableFile if the file holds none, or none that tells all that crossed
   */
  static Recording recording(Path file) {
    Recording recording = readFile(file);
    try {
      recording.refuseIfPartial();
    } catch (TraceSyntaxException e) {
      throw new UnreadableFile(file + ": " + e.getMessage(), e);
    }
    if (!recording.events().isEmpty() && recording.events().stream().noneMatch(FIRST)) {
      throw new UnreadableFile(file + ": no session begins in it (expected: a recording)");
    }
    return recording;
  }

  private static Recording readFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new UnreadableFile(file + ": this is a directory (expected: a file)");
    }
    try {
      return Captures.read(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new UnreadableFile(file + ": no such file", e);
    } catch (IOException e) {
      throw new UnreadableFile(file + ": " + e.getMessage(), e);
    } catch (TraceSyntaxException e) {
      throw new UnreadableFile(file + ": " + e.getMessage(), e);
    }
  }

  /** A file that is not there, or not what it seems. */
  static final class UnreadableFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableFile(String message) {
      super(message);
    }

    UnreadableFile(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
