package io.pgdouble.backend;

import io.pgdouble.auth.IpAddress;
import io.pgdouble.auth.Network;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Names and addresses as the system knows them. */
final class SystemNetwork implements Network {
  @Override
  public List<Interface> interfaces() {
    List<Interface> all = new ArrayList<>();
    try {
      for (NetworkInterface device : NetworkInterface.networkInterfaces().toList()) {
        device.getInterfaceAddresses().forEach(address -> all.add(of(address)));
      }
    } catch (SocketException e) {
      return List.of();
    }
    return all;
  }

  private static Interface of(InterfaceAddress address) {
    byte[] bytes = address.getAddress().getAddress();
    byte[] mask = new byte[bytes.length];
    for (int i = 0; i < address.getNetworkPrefixLength(); i++) {
      mask[i / 8] |= (byte) (0x80 >> i % 8);
    }
    return new Interface(IpAddress.of(bytes), IpAddress.of(mask));
  }

  @Override
  public Optional<String> nameOf(IpAddress address) {
    try {
      InetAddress inet = InetAddress.getByAddress(address.bytes());
      String name = inet.getCanonicalHostName();
      return name.equals(inet.getHostAddress()) ? Optional.empty() : Optional.of(name);
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<IpAddress> addressesOf(String name) {
    try {
      return Stream.of(InetAddress.getAllByName(name))
          .map(address -> IpAddress.of(address.getAddress()))
          .toList();
    } catch (UnknownHostException e) {
      return List.of();
    }
  }
}
