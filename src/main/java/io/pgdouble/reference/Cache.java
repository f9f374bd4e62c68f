package io.pgdouble.reference;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A folder for what is costly to make, kept between runs: {@value #PROPERTY} if set, for root
 * {@code /var/cache/pgdouble}, else {@code $XDG_CACHE_HOME/pgdouble} or {@code ~/.cache/pgdouble}.
 *
 * <p>Root has a place of its own because servers run as another user, who may not enter root's
 * home.
 */
final class Cache {
  static final String PROPERTY = "pgdouble.cache";

  private final Path root;

  private Cache(Path root) {
    this.root = root;
  }

  static Cache open() {
    Cache cache = new Cache(place());
    try {
      Files.createDirectories(cache.root);
      return cache;
    } catch (IOException e) {
      throw new ReferenceException("no cache can be kept in " + cache.root, e);
    }
  }

  private static Path place() {
    Optional<String> chosen = Optional.ofNullable(System.getProperty(PROPERTY));
    if (chosen.isPresent()) {
      return Path.of(chosen.get()).toAbsolutePath();
    }
    if (ServerUser.weAreRoot()) {
      return Path.of("/var/cache/pgdouble");
    }
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(home -> !home.isEmpty())
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("pgdouble");
  }

  /** Makes a folder's contents. */
  @FunctionalInterface
  interface Maker {
    void make(Path folder) throws IOException;
  }

  /**
   * A folder of the cache, made at first use. Made beside its place and then moved there, under a
   * lock, so that what is found is whole, whoever else makes it at the same time.
   */
  Path folder(String name, Maker maker) {
    Path folder = root.resolve(name);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    try {
      Files.createDirectories(folder.getParent());
      Path lock = folder.resolveSibling(folder.getFileName() + ".lock");
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        makeLocked(folder, maker, held);
      }
      return folder;
    } catch (IOException e) {
      throw new ReferenceException("cannot make " + folder, e);
    }
  }

  private static void makeLocked(Path folder, Maker maker, FileLock held) throws IOException {
    if (!held.isValid() || Files.isDirectory(folder)) {
      return;
    }
    Path beside = folder.resolveSibling(folder.getFileName() + ".new");
    Folders.delete(beside);
    Files.createDirectory(beside);
    maker.make(beside);
    try {
      Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(beside, folder);
    }
  }
}
