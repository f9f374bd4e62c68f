package io.pgdouble.failover;

import io.pgdouble.conformance.ServerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The servers that a frontend may choose from, in the order in which it is told of them. */
final class Hosts implements AutoCloseable {
  private static final List<String> NAMES = List.of("first", "second", "third");

  private final Stock stock;
  private final List<Host> all = new ArrayList<>();

  private Hosts(Stock stock) {
    this.stock = stock;
  }

  static Hosts from(Stock stock, ServerKind... kinds) {
    Hosts hosts = new Hosts(stock);
    for (ServerKind kind : kinds) {
      hosts.all.add(new Host(NAMES.get(hosts.all.size()), kind, stock.take(kind)));
    }
    return hosts;
  }

  Host first() {
    return all.get(0);
  }

  Host second() {
    return all.get(1);
  }

  /**
   * A JDBC URL that names all of them.
   *
   * @param options as {@code name=value&name=value}
   */
  String jdbcUrl(String options) {
    return all.stream()
        .map(host -> "127.0.0.1:" + host.port())
        .collect(Collectors.joining(",", "jdbc:postgresql://", "/postgres?user=postgres&"))
        .concat(options);
  }

  /** A text with names instead of ports. */
  String named(String text) {
    String named = text;
    for (Host host : all) {
      named = named.replaceAll("(127\\.0\\.0\\.1:|\\b)" + host.port() + "\\b", host.name());
    }
    return named;
  }

  @Override
  public void close() {
    all.forEach(host -> stock.giveBack(host.kind(), host.server()));
  }
}
