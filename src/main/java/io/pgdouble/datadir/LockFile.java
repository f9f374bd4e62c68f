package io.pgdouble.datadir;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A file that says which living process something belongs to: {@code postmaster.pid}, or the lock
 * beside a Unix socket. {@code miscinit.c: CreateLockFile, AddToDataDirLockFile}.
 */
public final class LockFile implements AutoCloseable {
  private static final int MAX_TRIES = 100;

  private final Path path;
  private final List<String> lines;

  private LockFile(Path path, List<String> lines) {
    this.path = path;
    this.lines = lines;
  }

  /**
   * Whose a lock is.
   *
   * @param pid of the postmaster
   * @param relatives processes that could have the pid of a dead postmaster by chance, and cannot
   *     be one: parents and grandparents
   */
  public record Owner(long pid, List<Long> relatives) {
    public Owner {
      relatives = List.copyOf(relatives);
    }

    /** The same, where another process stands in for this one. */
    public Owner by(OptionalInt standIn) {
      if (standIn.isEmpty() || standIn.getAsInt() == pid) {
        return this;
      }
      List<Long> more = new ArrayList<>(relatives);
      more.add(pid);
      return new Owner(standIn.getAsInt(), more);
    }

    boolean mayBeAnother(long holder) {
      return holder != pid
          && !relatives.contains(holder)
          && ProcessHandle.of(holder).map(ProcessHandle::isAlive).orElse(false)
          && OwnProcess.mayBeOfOurUser(holder);
    }
  }

  /**
   * Takes a lock, and removes what a dead process left.
   *
   * @param lines after the first, which is the pid
   * @throws ReportedError FATAL if a living process holds it, or the file cannot be written
   */
  public static LockFile claim(Place place, Owner owner, String... lines) {
    Optional<IOException> obstacle = create(place);
    for (int tries = 0; obstacle.isPresent(); tries++) {
      if (tries > MAX_TRIES || !mayBeTaken(obstacle.get())) {
        throw failed("could not create lock file \"" + place.shown() + "\": ", obstacle.get());
      }
      removeIfStale(place, owner);
      obstacle = create(place);
    }
    List<String> all = new ArrayList<>();
    all.add(Long.toString(owner.pid()));
    all.addAll(Arrays.asList(lines));
    LockFile lock = new LockFile(place.path(), all);
    lock.write(place);
    return lock;
  }

  /** Creates the file, or says why not. */
  private static Optional<IOException> create(Place place) {
    try {
      Files.createFile(place.path());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  private static boolean mayBeTaken(IOException e) {
    return e instanceof FileAlreadyExistsException || e instanceof AccessDeniedException;
  }

  /**
   * Where a lock file is.
   *
   * @param shown its name in errors
   * @param belongsTo what its holder does with what it locks
   */
  public record Place(Path path, String shown, String belongsTo, FileModes modes) {}

  private static void removeIfStale(Place place, Owner owner) {
    String text;
    try {
      text = Files.readString(place.path(), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      return;
    } catch (IOException e) {
      throw failed("could not open lock file \"" + place.shown() + "\": ", e);
    }
    refuseIfAlive(place, owner, text);
    try {
      Files.delete(place.path());
    } catch (IOException e) {
      throw ErrorReport.fatal(
              SystemError.state(e),
              "could not remove old lock file \"" + place.shown() + "\": " + SystemError.reason(e))
          .withHint(
              "The file seems accidentally left over, but it could not be removed. Please remove"
                  + " the file by hand and try again.")
          .toException();
    }
  }

  private static void refuseIfAlive(Place place, Owner owner, String text) {
    if (text.isEmpty()) {
      throw ErrorReport.fatal(
              SqlState.LOCK_FILE_EXISTS, "lock file \"" + place.shown() + "\" is empty")
          .withHint(
              "Either another server is starting, or the lock file is the remnant of a previous"
                  + " server startup crash.")
          .toException();
    }
    long encoded = leadingNumber(text);
    if (encoded == 0) {
      throw ErrorReport.fatal(
              SqlState.INTERNAL_ERROR,
              "bogus data in lock file \"" + place.shown() + "\": \"" + text + "\"")
          .toException();
    }
    if (owner.mayBeAnother(Math.abs(encoded))) {
      throw ErrorReport.fatal(
              SqlState.LOCK_FILE_EXISTS, "lock file \"" + place.shown() + "\" already exists")
          .withHint(
              "Is another "
                  + (encoded < 0 ? "postgres" : "postmaster")
                  + " (PID "
                  + Math.abs(encoded)
                  + ") "
                  + place.belongsTo()
                  + "?")
          .toException();
    }
  }

  /** {@code atoi}. */
  private static long leadingNumber(String text) {
    String start = text.stripLeading();
    int end = start.startsWith("-") || start.startsWith("+") ? 1 : 0;
    while (end < Math.min(start.length(), 18) && Character.isDigit(start.charAt(end))) {
      end++;
    }
    try {
      return Long.parseLong(start.substring(0, end));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private void write(Place place) {
    try {
      place.modes().apply(path);
      write();
    } catch (IOException e) {
      throw failed("could not write lock file \"" + place.shown() + "\": ", e);
    }
  }

  private static ReportedError failed(String what, IOException e) {
    return ErrorReport.fatal(SystemError.state(e), what + SystemError.reason(e)).toException();
  }

  /** In place: whoever reads it meanwhile finds either text. */
  private void write() throws IOException {
    String text = String.join("\n", lines) + "\n";
    Files.writeString(
        path, text, StandardCharsets.UTF_8, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
  }

  /**
   * Sets a line, and those before it that are not there yet.
   *
   * @param number from 1
   */
  void line(int number, String text) throws IOException {
    while (lines.size() < number) {
      lines.add("");
    }
    lines.set(number - 1, text);
    write();
  }

  /** Removes the file. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // Whoever comes next finds a pid that is not alive.
      lines.clear();
    }
  }
}
