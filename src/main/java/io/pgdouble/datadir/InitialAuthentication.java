package io.pgdouble.datadir;

/**
 * The authentication files of a new cluster: {@code initdb.c: setup_config}.
 *
 * @param local the method, with its options, for Unix sockets
 * @param host the same for TCP from this machine
 */
public record InitialAuthentication(String local, String host) {
  private static final String HBA =
      """
      # PostgreSQL client authentication: who may connect from where, and how it is proved.
      # The first line counts that fits connection type, database, user and address.
      #
      # TYPE  DATABASE        USER            ADDRESS                 METHOD

      """;

  private static final String IDENT =
      """
      # PostgreSQL user name maps: which user of a system may connect as which database user.
      #
      # MAPNAME       SYSTEM-USERNAME         DATABASE-USERNAME
      """;

  String hba() {
    return HBA
        + line("local", "all", "", local)
        + line("host", "all", "127.0.0.1/32", host)
        + line("host", "all", "::1/128", host)
        + line("local", "replication", "", local)
        + line("host", "replication", "127.0.0.1/32", host)
        + line("host", "replication", "::1/128", host);
  }

  private static String line(String type, String database, String address, String method) {
    return "%-7s %-15s %-15s %-23s %s\n".formatted(type, database, "all", address, method);
  }

  String ident() {
    return IDENT;
  }
}
