package io.pgdouble.auth;

import java.util.Locale;

/** Which addresses a record of {@code pg_hba.conf} is for. {@code hba.h: IPCompareMethod}. */
sealed interface HbaAddress {
  /** Whether a frontend's address is one of them. */
  boolean contains(IpAddress client, Network network);

  /** Of a Unix socket, or any at all. */
  record All() implements HbaAddress {
    @Override
    public boolean contains(IpAddress client, Network network) {
      return true;
    }
  }

  /** Those of this machine. */
  record SameHost() implements HbaAddress {
    @Override
    public boolean contains(IpAddress client, Network network) {
      return network.interfaces().stream().anyMatch(own -> own.address().equals(client));
    }
  }

  /** Those of the networks this machine is in. */
  record SameNet() implements HbaAddress {
    @Override
    public boolean contains(IpAddress client, Network network) {
      return network.interfaces().stream()
          .anyMatch(own -> client.isWithin(own.address(), own.mask()));
    }
  }

  /** Those that are the same as one where a mask has ones. */
  record Range(IpAddress address, IpAddress mask) implements HbaAddress {
    @Override
    public boolean contains(IpAddress client, Network network) {
      return client.isWithin(address, mask);
    }
  }

  /** Those of a host, or of all hosts of a domain if the name begins with a dot. */
  record HostName(String name) implements HbaAddress {
    /** The name of the address must fit, and have the address. {@code hba.c: check_hostname}. */
    @Override
    public boolean contains(IpAddress client, Network network) {
      return network
          .nameOf(client)
          .filter(found -> fits(found) && network.addressesOf(found).contains(client))
          .isPresent();
    }

    private boolean fits(String found) {
      String pattern = name.toLowerCase(Locale.ROOT);
      String host = found.toLowerCase(Locale.ROOT);
      return pattern.startsWith(".") ? host.endsWith(pattern) : host.equals(pattern);
    }
  }
}
