package io.pgdouble.settings;

import java.util.List;

/**
 * The files that configuration is read from, whoever keeps them: the settings do no input of their
 * own.
 */
public interface ConfigurationFiles {
  /**
   * The text of a file.
   *
   * @param path absolute
   * @throws UnreadableFileException if it cannot be read
   */
  String read(String path) throws UnreadableFileException;

  /**
   * The names of the files in a directory, without those of directories, in any order.
   *
   * @param path absolute
   * @throws UnreadableFileException if it cannot be read
   */
  List<String> names(String path) throws UnreadableFileException;

  /**
   * The names of the configuration files in a directory, in the order in which they are read:
   * {@code conffiles.c: GetConfFilesInDir}.
   *
   * @throws UnreadableFileException if it cannot be read
   */
  default List<String> configurationNames(String path) throws UnreadableFileException {
    return names(path).stream()
        .filter(name -> name.length() > 5 && name.endsWith(".conf") && !name.startsWith("."))
        .sorted()
        .toList();
  }
}
