package io.pgdouble.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders. */
final class Folders {
  private Folders() {}

  /** Deletes a folder and all in it, if it is there. Links are deleted, not followed. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      deleteIfThere(path);
    }
  }

  /** Somebody who is just ending may still be deleting too. */
  private static void deleteIfThere(Path path) throws IOException {
    try {
      Files.deleteIfExists(path);
    } catch (NoSuchFileException gone) {
      // What was to be achieved has been achieved.
    }
  }
}
