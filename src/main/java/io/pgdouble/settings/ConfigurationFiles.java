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
}
