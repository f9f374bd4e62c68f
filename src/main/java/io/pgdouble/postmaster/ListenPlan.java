package io.pgdouble.postmaster;

import io.pgdouble.settings.ServerSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a server is to listen: what its options say, unless its settings say otherwise. A session
 * is shown what became of it.
 */
final class ListenPlan {
  /** {@code DEF_PGPORT}: for a server whose port no system chooses, because it has no address. */
  private static final int DEFAULT_PORT = 5432;

  private static final String PORT = "port";
  private static final String ADDRESSES = "listen_addresses";
  private static final String DIRECTORIES = "unix_socket_directories";

  private final PostmasterOptions options;
  private final ServerSettings settings;

  ListenPlan(PostmasterOptions options) {
    this.options = options;
    this.settings = options.home().configuration().settings();
  }

  ServerSettings settings() {
    return settings;
  }

  /** 0 lets the system choose. */
  int port() {
    int port = settings.isGiven(PORT) ? settings.integer(PORT) : options.port();
    return port == 0 && listenAddresses().isEmpty() ? DEFAULT_PORT : port;
  }

  /**
   * Names or addresses, {@code *} among them.
   *
   * @throws io.pgdouble.error.ReportedError FATAL if the setting is no list
   */
  List<String> listenAddresses() {
    return settings.isGiven(ADDRESSES)
        ? PlaceList.of(ADDRESSES, settings.text(ADDRESSES), PlaceList.Blanks.END_IT)
        : options.listenAddresses();
  }

  /**
   * Where Unix sockets go.
   *
   * @throws io.pgdouble.error.ReportedError FATAL if the setting is no list
   */
  List<Path> socketDirectories() {
    return settings.isGiven(DIRECTORIES)
        ? directories(settings.text(DIRECTORIES))
        : options.socketDirectory().stream().toList();
  }

  private static List<Path> directories(String list) {
    return PlaceList.of(DIRECTORIES, list, PlaceList.Blanks.BELONG_TO_IT).stream()
        .map(Path::of)
        .toList();
  }

  /** The settings, once the port is known: as they are, but for what they do not say. */
  ServerSettings settingsAt(int chosen) {
    Map<String, String> became = new LinkedHashMap<>();
    if (settings.integer(PORT) != chosen) {
      became.put(PORT, Integer.toString(chosen));
    }
    putUnlessSo(became, ADDRESSES, String.join(",", listenAddresses()));
    putUnlessSo(
        became,
        DIRECTORIES,
        String.join(", ", socketDirectories().stream().map(Path::toString).toList()));
    return settings.with(became);
  }

  private void putUnlessSo(Map<String, String> became, String name, String value) {
    if (!settings.isGiven(name) && !settings.text(name).equals(value)) {
      became.put(name, value);
    }
  }
}
