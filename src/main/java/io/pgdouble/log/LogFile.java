package io.pgdouble.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** One open file of the log. {@code syslogger.c: logfile_open}. */
final class LogFile {
  private static final PosixFilePermission[] BITS = {
    PosixFilePermission.OTHERS_EXECUTE,
    PosixFilePermission.OTHERS_WRITE,
    PosixFilePermission.OTHERS_READ,
    PosixFilePermission.GROUP_EXECUTE,
    PosixFilePermission.GROUP_WRITE,
    PosixFilePermission.GROUP_READ,
    PosixFilePermission.OWNER_EXECUTE,
    PosixFilePermission.OWNER_WRITE,
    PosixFilePermission.OWNER_READ
  };

  private final String name;
  private final FileChannel channel;

  private LogFile(String name, FileChannel channel) {
    this.name = name;
    this.channel = channel;
  }

  /**
   * Opens a file, and makes it where there is none.
   *
   * @param directory of data: what the name may be relative to
   * @param content whether what is in it stays
   */
  static LogFile open(Path directory, String name, Content content, int mode) throws IOException {
    Path path = directory.resolve(name);
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, content.option);
    FileChannel channel = FileChannel.open(path, options);
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(permissions(mode));
    }
    return new LogFile(name, channel);
  }

  /** What becomes of a file that is there. */
  enum Content {
    STAYS(StandardOpenOption.APPEND),
    GOES(StandardOpenOption.TRUNCATE_EXISTING);

    private final StandardOpenOption option;

    Content(StandardOpenOption option) {
      this.option = option;
    }
  }

  /** The owner may always write. {@code logfile_open: umask}. */
  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions = EnumSet.of(PosixFilePermission.OWNER_WRITE);
    for (int bit = 0; bit < BITS.length; bit++) {
      if ((mode >> bit & 1) != 0) {
        permissions.add(BITS[bit]);
      }
    }
    return permissions;
  }

  /** As {@code current_logfiles} has it. */
  String name() {
    return name;
  }

  long size() throws IOException {
    return channel.size();
  }

  void write(String text) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  void close() throws IOException {
    channel.close();
  }
}
