package io.pgdouble.engine.function;

import io.pgdouble.type.Inet;
import java.math.BigInteger;
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
      case "network_larger" -> (c, a) -> compare(a) > 0 ? a[0] : a[1];
      case "network_smaller" -> (c, a) -> compare(a) < 0 ? a[0] : a[1];
      case "network_network", "inet_to_cidr" -> (c, a) -> inet(a, 0).network();
      case "network_broadcast" -> (c, a) -> Networks.broadcast(inet(a, 0));
      case "network_netmask" -> (c, a) -> inet(a, 0).netmask();
      case "network_hostmask" -> (c, a) -> Networks.hostmask(inet(a, 0));
      case "inet_set_masklen" -> (c, a) -> Networks.withBits(inet(a, 0), (Integer) a[1]);
      case "cidr_set_masklen" -> (c, a) -> Networks.withBits(inet(a, 0), (Integer) a[1]).network();
      case "inet_abbrev" -> (c, a) -> inet(a, 0).toString();
      case "cidr_abbrev" -> (c, a) -> inet(a, 0).abbreviated();
      case "network_sub" -> (c, a) -> Networks.isStrictlyWithin(inet(a, 0), inet(a, 1));
      case "network_subeq" -> (c, a) -> Networks.isWithin(inet(a, 0), inet(a, 1));
      case "network_sup" -> (c, a) -> Networks.isStrictlyWithin(inet(a, 1), inet(a, 0));
      case "network_supeq" -> (c, a) -> Networks.isWithin(inet(a, 1), inet(a, 0));
      case "network_overlap" -> (c, a) -> Networks.overlap(inet(a, 0), inet(a, 1));
      case "inet_same_family" -> (c, a) -> inet(a, 0).family() == inet(a, 1).family();
      case "inet_merge" -> (c, a) -> Networks.merge(inet(a, 0), inet(a, 1));
      case "inetnot" -> (c, a) -> Networks.not(inet(a, 0));
      case "inetand" -> (c, a) -> Networks.and(inet(a, 0), inet(a, 1));
      case "inetor" -> (c, a) -> Networks.or(inet(a, 0), inet(a, 1));
      case "inetpl" -> (c, a) -> Networks.plus(inet(a, 0), BigInteger.valueOf((Long) a[1]));
      case "inetmi_int8" ->
          (c, a) -> Networks.plus(inet(a, 0), BigInteger.valueOf((Long) a[1]).negate());
      case "inetmi" -> (c, a) -> Networks.minus(inet(a, 0), inet(a, 1));
      default -> null;
    };
  }

  private static Inet inet(Object[] a, int index) {
    return (Inet) a[index];
  }

  private static Inet host(Optional<String> address) {
    return address.map(Inet::ofHost).orElse(null);
  }

  private static int compare(Object[] arguments) {
    return ((Inet) arguments[0]).compareTo((Inet) arguments[1]);
  }
}
