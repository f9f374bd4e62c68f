package io.pgdouble.message;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.error.UncheckedText;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads startup packets. What PostgreSQL only logs (its COMMERROR, after which it closes the
 * connection in silence) is thrown with severity LOG, what it tells the frontend with severity
 * FATAL. {@code backend_startup.c: ProcessStartupPacket}.
 */
public final class StartupPacketReader {
  private static final int CODE_BYTES = 4;
  private static final int CANCEL_BYTES = 12;

  /** The longest secret key of protocol 3.2, in bytes. */
  private static final int MAX_CANCEL_KEY_LENGTH = 256;

  private final int newestMinor;

  /**
   * A reader of a server that speaks protocol 3.
   *
   * @param newestMinor the newest minor version it speaks: 0, or 2 from PostgreSQL 18 on
   */
  public StartupPacketReader(int newestMinor) {
    this.newestMinor = newestMinor;
  }

  /** Whether a packet may be so long, in bytes, without its length word. */
  public static boolean isValidLength(int length) {
    return length >= CODE_BYTES && length <= StartupPacket.MAX_STARTUP_PACKET_LENGTH;
  }

  /** What PostgreSQL logs about any other length. */
  public static ReportedError invalidLength() {
    return logOnly("invalid length of startup packet");
  }

  /** What PostgreSQL logs if the frontend leaves within its packet. */
  public static ReportedError incomplete() {
    return logOnly("incomplete startup packet");
  }

  /**
   * The packet of these bytes, without their length word. A request for encryption is only taken
   * for one where it is expected; the caller knows which of them was made before.
   *
   * @throws ReportedError LOG or FATAL
   */
  public StartupPacket read(byte[] packet, EncryptionRequests requests) {
    if (!isValidLength(packet.length)) {
      throw invalidLength();
    }
    BodyReader in = new BodyReader(packet);
    int major = in.int16();
    int minor = in.int16();
    if (major == StartupPacket.REQUEST_MAJOR) {
      if (minor == StartupPacket.CANCEL_REQUEST_MINOR) {
        return cancel(packet.length, in);
      }
      if (minor == StartupPacket.SSL_REQUEST_MINOR && requests.mayAskForTls()) {
        return SSLRequest.INSTANCE;
      }
      if (minor == StartupPacket.GSSENC_REQUEST_MINOR && requests.mayAskForGss()) {
        return GSSENCRequest.INSTANCE;
      }
    }
    if (major != 3) {
      throw unsupported(major, minor);
    }
    return new StartupMessage(major, minor, parameters(packet));
  }

  private CancelRequest cancel(int length, BodyReader in) {
    boolean longKeys = newestMinor >= 2;
    int greatest = longKeys ? CANCEL_BYTES - 4 + MAX_CANCEL_KEY_LENGTH : CANCEL_BYTES;
    if (length < (longKeys ? CANCEL_BYTES - 3 : CANCEL_BYTES) || length > greatest) {
      throw invalidLength();
    }
    return new CancelRequest(in.int32(), in.rest());
  }

  private ReportedError unsupported(int major, int minor) {
    return ErrorReport.fatal(
            SqlState.FEATURE_NOT_SUPPORTED,
            "unsupported frontend protocol "
                + major
                + "."
                + minor
                + ": server supports 3.0 to 3."
                + newestMinor)
        .toException();
  }

  /** Every string ends at a zero byte or at the end of the packet, as in PostgreSQL's buffer. */
  private static List<StartupMessage.Parameter> parameters(byte[] packet) {
    List<StartupMessage.Parameter> parameters = new ArrayList<>();
    int offset = CODE_BYTES;
    while (offset < packet.length && packet[offset] != 0) {
      int valueAt = endOfString(packet, offset) + 1;
      if (valueAt >= packet.length) {
        break;
      }
      String name = string(packet, offset);
      parameters.add(new StartupMessage.Parameter(name, string(packet, valueAt)));
      offset = endOfString(packet, valueAt) + 1;
    }
    if (offset != packet.length - 1) {
      throw ErrorReport.fatal(
              SqlState.PROTOCOL_VIOLATION,
              "invalid startup packet layout: expected terminator as last byte")
          .toException();
    }
    return parameters;
  }

  private static int endOfString(byte[] packet, int from) {
    int end = from;
    while (end < packet.length && packet[end] != 0) {
      end++;
    }
    return end;
  }

  private static String string(byte[] packet, int from) {
    return UncheckedText.of(packet, from, endOfString(packet, from) - from);
  }

  private static ReportedError logOnly(String message) {
    return ErrorReport.of(Severity.LOG, SqlState.PROTOCOL_VIOLATION, message).toException();
  }
}
