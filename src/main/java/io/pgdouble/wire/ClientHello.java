package io.pgdouble.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The first message of a handshake, as far as it has come, read only to see whether it is one and
 * which protocols it names. RFC 8446; RFC 7301.
 */
final class ClientHello {
  static final int RECORD_HEADER = 5;
  private static final int HANDSHAKE = 0x16;
  private static final int CLIENT_HELLO = 1;
  private static final int MESSAGE_HEADER = 4;
  private static final int VERSION_AND_RANDOM = 34;
  private static final int ALPN = 16;
  private static final int TLS_1_2 = 0x0303;

  /** {@code alpn_cb}: the only protocol a server knows. */
  private static final String POSTGRESQL = "postgresql";

  private final ByteBuf bytes;

  ClientHello(ByteBuf bytes) {
    this.bytes = bytes;
  }

  /** What is wrong with how it begins, and the alert that says so to the frontend. */
  record Fault(String reason, Optional<Alert> alert) {
    /** Whether no more than a record's header was read of it. */
    boolean isForeign() {
      return alert.isEmpty();
    }
  }

  /**
   * A fatal alert.
   *
   * @param version of the record, as on the wire
   */
  record Alert(int version, int description) {
    static final int UNEXPECTED_MESSAGE = 10;
    static final int NO_APPLICATION_PROTOCOL = 120;

    ByteBuf record() {
      return Unpooled.buffer(7)
          .writeByte(0x15)
          .writeShort(version)
          .writeShort(2)
          .writeByte(2)
          .writeByte(description);
    }
  }

  /** Whether enough has come to see if it is one. */
  boolean hasBegun() {
    return bytes.readableBytes() > RECORD_HEADER;
  }

  /** {@code ssl3_record.c: ssl3_get_record}, {@code statem_srvr.c}. */
  Optional<Fault> fault() {
    int at = bytes.readerIndex();
    if (bytes.getByte(at + 1) != 3) {
      return Optional.of(new Fault(foreign(), Optional.empty()));
    }
    if (bytes.getByte(at) != HANDSHAKE) {
      return unexpected(bytes.getUnsignedShort(at + 1));
    }
    return bytes.getByte(at + RECORD_HEADER) == CLIENT_HELLO
        ? Optional.empty()
        : unexpected(TLS_1_2);
  }

  private static Optional<Fault> unexpected(int version) {
    Alert alert = new Alert(version, Alert.UNEXPECTED_MESSAGE);
    return Optional.of(new Fault("unexpected message", Optional.of(alert)));
  }

  private String foreign() {
    String start = bytes.toString(bytes.readerIndex(), RECORD_HEADER, StandardCharsets.ISO_8859_1);
    if (start.equals("CONNE")) {
      return "https proxy request";
    }
    boolean http =
        start.startsWith("GET ")
            || start.startsWith("PUT ")
            || start.equals("POST ")
            || start.equals("HEAD ");
    return http ? "http request" : "wrong version number";
  }

  /** Whether all of it has come, or what has come cannot become one. */
  boolean isComplete() {
    ByteBuf message = message();
    return message.readableBytes() >= MESSAGE_HEADER
        && message.readableBytes() - MESSAGE_HEADER >= message.getUnsignedMedium(1);
  }

  /** What the records hold that have come whole. */
  private ByteBuf message() {
    ByteBuf message = Unpooled.buffer(bytes.readableBytes());
    int at = bytes.readerIndex();
    while (bytes.writerIndex() - at >= RECORD_HEADER) {
      int length = bytes.getUnsignedShort(at + 3);
      if (bytes.writerIndex() - at - RECORD_HEADER < length) {
        return message;
      }
      message.writeBytes(bytes, at + RECORD_HEADER, length);
      at += RECORD_HEADER + length;
    }
    return message;
  }

  /** Which protocols it names: none, this one among them, or only others. */
  enum Protocols {
    NONE,
    OURS,
    OTHERS
  }

  /** What is malformed names none: whoever reads all of it will say so. */
  Protocols protocols() {
    try {
      ByteBuf in = message().skipBytes(MESSAGE_HEADER + VERSION_AND_RANDOM);
      in.skipBytes(in.readUnsignedByte());
      in.skipBytes(in.readUnsignedShort());
      in.skipBytes(in.readUnsignedByte());
      ByteBuf extensions = in.readSlice(in.readUnsignedShort());
      return namedAmong(extensions);
    } catch (IndexOutOfBoundsException e) {
      return Protocols.NONE;
    }
  }

  private static Protocols namedAmong(ByteBuf extensions) {
    while (extensions.isReadable()) {
      int type = extensions.readUnsignedShort();
      ByteBuf extension = extensions.readSlice(extensions.readUnsignedShort());
      if (type == ALPN) {
        return named(extension.skipBytes(2));
      }
    }
    return Protocols.NONE;
  }

  private static Protocols named(ByteBuf names) {
    while (names.isReadable()) {
      ByteBuf name = names.readSlice(names.readUnsignedByte());
      if (name.toString(StandardCharsets.ISO_8859_1).equals(POSTGRESQL)) {
        return Protocols.OURS;
      }
    }
    return Protocols.OTHERS;
  }

  /** What a frontend is told that names only other protocols. */
  static Fault noProtocol() {
    Alert alert = new Alert(TLS_1_2, Alert.NO_APPLICATION_PROTOCOL);
    return new Fault("no application protocol", Optional.of(alert));
  }
}
