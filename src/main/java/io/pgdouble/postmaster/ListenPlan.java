package io.pgdouble.postmaster;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.settings.ServerSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a server is to listen: what its options say, unless its settings say otherwise. A session
 * is shown what became of it.
 *
 * @param listenAddresses names or addresses, {@code *} among them
 * @param port 0 lets the system choose
 */
record ListenPlan(
    ServerSettings settings, List<String> listenAddresses, int port, List<Path> socketDirectories) {

  /** {@code DEF_PGPORT}: for a server whose port no system chooses, because it has no address. */
  private static final int DEFAULT_PORT = 5432;

  private static final String PORT = "port";
  private static final String ADDRESSES = "listen_addresses";
  private static final String DIRECTORIES = "unix_socket_directories";

  ListenPlan {
    port = port == 0 && listenAddresses.isEmpty() ? DEFAULT_PORT : port;
  }

  /**
   * @throws io.pgdouble.error.ReportedError FATAL if a setting makes no sense
   */
  static ListenPlan of(PostmasterOptions options) {
    ServerSettings settings = options.home().configuration().settings();
    return new ListenPlan(
        settings,
        settings.isGiven(ADDRESSES)
            ? PlaceList.of(ADDRESSES, settings.text(ADDRESSES), PlaceList.Blanks.END_IT)
            : options.listenAddresses(),
        settings.isGiven(PORT) ? settings.integer(PORT) : options.port(),
        settings.isGiven(DIRECTORIES)
            ? directories(settings.text(DIRECTORIES))
            : options.socketDirectory().stream().toList());
  }

  private static List<Path> directories(String list) {
    return PlaceList.of(DIRECTORIES, list, PlaceList.Blanks.BELONG_TO_IT).stream()
        .map(Path::of)
        .toList();
  }

  /**
   * The addresses that the names mean.
   *
   * @throws io.pgdouble.error.ReportedError FATAL if nobody knows a name
   */
  List<InetAddress> addresses() {
    List<InetAddress> addresses = new ArrayList<>();
    for (String name : listenAddresses) {
      String host = name.equals("*") ? "0.0.0.0" : name;
      try {
        addresses.addAll(List.of(InetAddress.getAllByName(host)));
      } catch (UnknownHostException e) {
        throw ErrorReport.fatal(
                SqlState.SYSTEM_ERROR,
                "could not translate host name \"" + name + "\" to address: " + e.getMessage())
            .toException();
      }
    }
    return addresses;
  }

  /** The settings, once the port is known: as they are, but for what they do not say. */
  ServerSettings settingsAt(int chosen) {
    Map<String, String> became = new LinkedHashMap<>();
    if (settings.integer(PORT) != chosen) {
      became.put(PORT, Integer.toString(chosen));
    }
    putUnlessSo(became, ADDRESSES, String.join(",", listenAddresses));
    putUnlessSo(
        became,
        DIRECTORIES,
        String.join(", ", socketDirectories.stream().map(Path::toString).toList()));
    return settings.with(became);
  }

  private void putUnlessSo(Map<String, String> became, String name, String value) {
    if (!settings.isGiven(name) && !settings.text(name).equals(value)) {
      became.put(name, value);
    }
  }

  /** Where the first Unix socket goes; empty for nowhere. */
  String firstDirectory() {
    return socketDirectories.stream().findFirst().map(Path::toString).orElse("");
  }

  /** The first address, as the settings spell it; empty for none. */
  String firstAddress() {
    return listenAddresses.stream().findFirst().orElse("");
  }
}
