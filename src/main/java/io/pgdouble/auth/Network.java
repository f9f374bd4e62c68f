package io.pgdouble.auth;

import java.util.List;
import java.util.Optional;

/** What the system knows of names and addresses; asked while a frontend waits. */
public interface Network {
  /** An address of this machine, and the mask of its network. */
  record Interface(IpAddress address, IpAddress mask) {}

  List<Interface> interfaces();

  /** The name of an address, if it has one. */
  Optional<String> nameOf(IpAddress address);

  /** The addresses of a name; none if nobody knows it. */
  List<IpAddress> addressesOf(String name);
}
