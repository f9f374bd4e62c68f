package io.pgdouble.relay;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a relay is to be.
 *
 * @param listenAddresses names or addresses; empty for none
 * @param port 0 to 65535; 0 lets the system choose
 * @param socketDirectory where the Unix socket goes; empty for none
 * @param certificate what it shows to frontends that ask for TLS; they are told that there is none
 *     where it has none
 * @param server to which it relays
 */
public record RelayOptions(
    List<String> listenAddresses,
    int port,
    Optional<Path> socketDirectory,
    Certificate certificate,
    ServerUrl server) {
  public RelayOptions {
    listenAddresses = List.copyOf(listenAddresses);
  }
}
