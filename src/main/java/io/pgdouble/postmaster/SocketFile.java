package io.pgdouble.postmaster;

import io.pgdouble.datadir.FileModes;
import io.pgdouble.datadir.LockFile;
import io.pgdouble.datadir.SystemError;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.log.PostmasterLines;
import io.pgdouble.settings.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The file of a Unix socket, {@code .s.PGSQL.<port>}, and the lock file beside it that says whose
 * it is. {@code pqcomm.c: Lock_AF_UNIX, Setup_AF_UNIX}.
 */
final class SocketFile implements AutoCloseable {
  /** {@code UNIXSOCK_PATH_BUFLEN}, without the terminating zero. */
  private static final int MAX_PATH_BYTES = 107;

  /** From the lowest bit of a mode on. */
  private static final List<PosixFilePermission> BITS =
      List.of(
          PosixFilePermission.OTHERS_EXECUTE,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.OWNER_EXECUTE,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_READ);

  /** A lock of this very process is taken for that of a dead one, unless it stands here. */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path socket;
  private final LockFile lock;

  private SocketFile(Path socket, LockFile lock) {
    this.socket = socket;
    this.lock = lock;
  }

  /**
   * Whose a socket is.
   *
   * @param owner the postmaster
   * @param dataDirectory empty for a server in memory
   * @param startSeconds since 1970
   */
  record Server(LockFile.Owner owner, String dataDirectory, int port, long startSeconds) {
    /** The path of its socket in a directory. */
    Path socketIn(Path directory) {
      return directory.resolve(".s.PGSQL." + port);
    }
  }

  /** Whether the system can name a socket of that path: {@code pqcomm.c: StreamServerPort}. */
  static boolean isTooLong(Path socket) {
    return socket.toString().getBytes(StandardCharsets.UTF_8).length > MAX_PATH_BYTES;
  }

  /**
   * Takes the place of a socket in a directory, and removes what a dead server left there.
   *
   * @throws io.pgdouble.error.ReportedError FATAL if a living process holds it, or the directory
   *     cannot be written
   */
  static SocketFile claim(Path directory, Server server) {
    Path socket = server.socketIn(directory);
    String path = socket + ".lock";
    if (!HELD_HERE.add(socket)) {
      throw heldHere(path, socket);
    }
    LockFile.Place place =
        new LockFile.Place(
            Path.of(path), path, "using socket file \"" + socket + "\"", FileModes.OWNER);
    boolean taken = false;
    try {
      LockFile lock =
          LockFile.claim(
              place,
              server.owner(),
              server.dataDirectory(),
              Long.toString(server.startSeconds()),
              Integer.toString(server.port()),
              directory.toString());
      Files.deleteIfExists(socket);
      taken = true;
      return new SocketFile(socket, lock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!taken) {
        HELD_HERE.remove(socket);
      }
    }
  }

  private static ReportedError heldHere(String lock, Path socket) {
    return ErrorReport.fatal(SqlState.LOCK_FILE_EXISTS, "lock file \"" + lock + "\" already exists")
        .withHint(
            "Is another postmaster (PID %d) using socket file \"%s\"?"
                .formatted(ProcessHandle.current().pid(), socket))
        .toException();
  }

  Path path() {
    return socket;
  }

  /**
   * Lets those in that it is for: {@code unix_socket_group}, {@code unix_socket_permissions}.
   *
   * @throws ReportedError LOG if there is no such group, or this process may not give files to it
   */
  void permit(ServerSettings settings) {
    PosixFileAttributeView view = Files.getFileAttributeView(socket, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    String group = settings.text("unix_socket_group");
    if (!group.isEmpty()) {
      giveTo(group, view);
    }
    try {
      view.setPermissions(permissions(settings.integer("unix_socket_permissions")));
    } catch (IOException e) {
      throw cannotSet("permissions", e);
    }
  }

  private void giveTo(String group, PosixFileAttributeView view) {
    UserPrincipalLookupService groups = socket.getFileSystem().getUserPrincipalLookupService();
    try {
      view.setGroup(groups.lookupPrincipalByGroupName(group));
    } catch (UserPrincipalNotFoundException e) {
      throw PostmasterLines.noGroup(group).toException();
    } catch (IOException e) {
      throw cannotSet("group", e);
    }
  }

  private ReportedError cannotSet(String what, IOException e) {
    String text = "could not set " + what + " of file \"" + socket + "\": ";
    return ErrorReport.of(Severity.LOG, SystemError.state(e), text + SystemError.reason(e))
        .toException();
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> all = EnumSet.noneOf(PosixFilePermission.class);
    for (int i = 0; i < BITS.size(); i++) {
      if ((mode & 1 << i) != 0) {
        all.add(BITS.get(i));
      }
    }
    return all;
  }

  /** Leaves the files where they are, as a process does that is killed; Netty does not. */
  void abandon() {
    HELD_HERE.remove(socket);
    try (ServerSocketChannel again = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      again.bind(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.close();
      HELD_HERE.remove(socket);
    }
  }
}
