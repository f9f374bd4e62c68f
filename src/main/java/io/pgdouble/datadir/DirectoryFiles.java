package io.pgdouble.datadir;

import io.pgdouble.settings.ConfigurationFiles;
import io.pgdouble.settings.UnreadableFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The system's own files. */
public final class DirectoryFiles implements ConfigurationFiles {
  @Override
  public String read(String path) throws UnreadableFileException {
    try {
      return new String(Files.readAllBytes(Path.of(path)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UnreadableFileException(SystemError.state(e), SystemError.reason(e));
    }
  }

  @Override
  public List<String> names(String path) throws UnreadableFileException {
    try (Stream<Path> inside = Files.list(Path.of(path))) {
      return inside
          .filter(file -> !Files.isDirectory(file))
          .map(file -> file.getFileName().toString())
          .toList();
    } catch (IOException e) {
      throw new UnreadableFileException(SystemError.state(e), SystemError.reason(e));
    }
  }
}
