package io.pgdouble.engine.function;

import io.pgdouble.type.Inet;
import java.util.Optional;

/** Functions of addresses. Manual: {@code functions-net}. A table. */
final class NetworkFunctions {
  private NetworkFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "inet_client_addr" -> (c, a) -> host(c.execution().session().clientAddress());
      case "inet_server_addr" -> (c, a) -> host(c.execution().session().serverAddress());
      case "network_cmp" -> (c, a) -> compare(a);
      case "network_eq" -> (c, a) -> compare(a) == 0;
      case "network_ne" -> (c, a) -> compare(a) != 0;
      case "network_lt" -> (c, a) -> compare(a) < 0;
      case "network_le" -> (c, a) -> compare(a) <= 0;
      case "network_gt" -> (c, a) -> compare(a) > 0;
      case "network_ge" -> (c, a) -> compare(a) >= 0;
      case "network_host" -> (c, a) -> ((Inet) a[0]).host();
      case "network_show" -> (c, a) -> ((Inet) a[0]).withBits();
      case "network_family" -> (c, a) -> ((Inet) a[0]).family();
      case "network_masklen" -> (c, a) -> ((Inet) a[0]).bits();
      default -> null;
    };
  }

  private static Inet host(Optional<String> address) {
    return address.map(Inet::ofHost).orElse(null);
  }

  private static int compare(Object[] arguments) {
    return ((Inet) arguments[0]).compareTo((Inet) arguments[1]);
  }
}
