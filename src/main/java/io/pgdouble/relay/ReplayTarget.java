package io.pgdouble.relay;

import io.pgdouble.message.BodyReader;
import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.ClientEncoding;
import io.pgdouble.message.Conversion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server to which a recording is said. Where TLS or a Unix socket leads to it, a relay of our
 * own does the rest.
 */
final class ReplayTarget implements AutoCloseable {
  private static final ClientEncoding RAW =
      new ClientEncoding("SQL_ASCII", StandardCharsets.ISO_8859_1, Conversion.NONE);

  private final ServerUrl server;
  private final Optional<Relay> relay;

  ReplayTarget(ServerUrl server) {
    this.server = server;
    boolean plain =
        !server.isUnixSocket() && server.encryption().mode() == ServerUrl.SslMode.DISABLE;
    relay = plain ? Optional.empty() : Optional.of(Relay.start(onLoopback(server), Tap.NONE));
  }

  private static RelayOptions onLoopback(ServerUrl server) {
    return new RelayOptions(List.of("127.0.0.1"), 0, Optional.empty(), Certificate.NONE, server);
  }

  InetSocketAddress address() {
    return relay
        .map(own -> new InetSocketAddress(InetAddress.getLoopbackAddress(), own.port()))
        .orElseGet(() -> new InetSocketAddress(server.host(), server.port()));
  }

  Optional<String> password() {
    return server.password();
  }

  /** A startup packet for the role and the database of the URL, where it names any. */
  byte[] startup(byte[] recorded) {
    BodyReader in = new BodyReader(recorded, RAW);
    int version = in.int32();
    Map<String, String> parameters = parameters(in);
    server.user().ifPresent(user -> parameters.put("user", user));
    server.database().ifPresent(database -> parameters.put("database", database));
    BytesWriter out = new BytesWriter();
    out.encoding(RAW);
    out.int32(version);
    parameters.forEach(
        (name, value) -> {
          out.string(name);
          out.string(value);
        });
    out.byte1(0);
    return out.toByteArray();
  }

  private static Map<String, String> parameters(BodyReader in) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String name = in.string(); !name.isEmpty(); name = in.string()) {
      parameters.put(name, in.string());
    }
    return parameters;
  }

  /** With its length before it. */
  static byte[] packet(byte[] body) {
    return ByteBuffer.allocate(body.length + Integer.BYTES)
        .putInt(body.length + Integer.BYTES)
        .put(body)
        .array();
  }

  static String user(byte[] startup) {
    BodyReader in = new BodyReader(startup, RAW);
    in.int32();
    return parameters(in).getOrDefault("user", "");
  }

  @Override
  public void close() {
    relay.ifPresent(Relay::close);
  }
}
