package io.pgdouble.datadir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the system knows of the process that runs here. */
final class OwnProcess {
  private static final Path SELF = Path.of("/proc/self");

  private OwnProcess() {}

  /** The user's id; 0 where the system does not tell. */
  static int user() {
    try {
      return (Integer) Files.getAttribute(SELF, "unix:uid");
    } catch (IOException | UnsupportedOperationException e) {
      return 0;
    }
  }

  /**
   * Whether a process is our user's, as that of another postmaster on our files would have to be.
   */
  static boolean mayBeOfOurUser(long pid) {
    try {
      Object owner = Files.getAttribute(Path.of("/proc/" + pid), "unix:uid");
      return user() == 0 || owner.equals(user());
    } catch (IOException | UnsupportedOperationException e) {
      return true;
    }
  }
}
