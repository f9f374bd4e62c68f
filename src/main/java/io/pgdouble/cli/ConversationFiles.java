package io.pgdouble.cli;

import io.pgdouble.capture.Captures;
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
import java.util.stream.Stream;

/** Conversations in files, of whatever form. */
final class ConversationFiles {
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
        recordings.put(file.toString(), read(file));
      }
    }
    return recordings;
  }

  private static List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> walk = Files.walk(path)) {
      return walk.filter(file -> file.toString().endsWith(".trace")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Recording read(Path file) {
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

    UnreadableFile(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
