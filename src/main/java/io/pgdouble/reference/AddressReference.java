package io.pgdouble.reference;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** A server that was there and stays. */
record AddressReference(ReferenceSpec.Address address, String version) implements Reference {

  static Reference find(ReferenceSpec.Address address) {
    try (ServerConnection connection = ServerConnection.open(address)) {
      return new AddressReference(address, connection.parameter("server_version"));
    }
  }

  @Override
  public String spec() {
    return address.spec();
  }

  @Override
  public String host() {
    return address.host();
  }

  @Override
  public int port() {
    return address.port();
  }

  @Override
  public String user() {
    return address.user();
  }

  @Override
  public Optional<String> password() {
    return address.password();
  }

  @Override
  public String database() {
    return address.database();
  }

  @Override
  public OptionalLong postmasterPid() {
    return OptionalLong.empty();
  }

  @Override
  public Optional<Path> dataDirectory() {
    return Optional.empty();
  }

  @Override
  public Optional<Path> socketDirectory() {
    return Optional.empty();
  }

  @Override
  public void close() {
    // It is not ours.
  }
}
