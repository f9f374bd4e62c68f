package io.pgdouble.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class MessagePropertiesTest {
  private static final Set<String> COMPLAINTS =
      Set.of(
          "no data left in message",
          "insufficient data left in message",
          "invalid string in message",
          "invalid message format");

  /** {@code proto.c}, {@code worker.c: apply_dispatch}. */
  private static final Pattern SUBSCRIBERS_COMPLAINT =
      Pattern.compile(
          "invalid logical replication message type \"\\?{3} \\(\\d+\\)\""
              + "|expected new tuple but got \\d+"
              + "|expected action 'O' or 'K', got ."
              + "|expected action 'N'(, 'O' or 'K')?, got ."
              + "|unrecognized data representation type '.'",
          Pattern.DOTALL);

  @Provide
  Arbitrary<FrontendMessage> frontendMessages() {
    return AnyMessage.ofFrontend();
  }

  @Provide
  Arbitrary<BackendMessage> backendMessages() {
    return AnyMessage.ofBackend();
  }

  @Provide
  Arbitrary<StartupPacket> startupPackets() {
    return AnyMessage.ofStartup();
  }

  @Provide
  Arbitrary<Payload> payloads() {
    return AnyMessage.ofPayload();
  }

  @Provide
  Arbitrary<Character> frontendTypes() {
    return Arbitraries.of(List.of('B', 'C', 'c', 'D', 'd', 'E', 'F', 'f', 'H', 'P', 'Q', 'S', 'X'));
  }

  /** All of them, and one that is none. */
  @Provide
  Arbitrary<Character> logicalKinds() {
    return Arbitraries.strings()
        .withChars("BMCORYIUDTSEcAbPKrpx")
        .ofLength(1)
        .map(text -> text.charAt(0));
  }

  @Property
  void any_frontend_message_survives_its_bytes(@ForAll("frontendMessages") FrontendMessage any) {
    byte[] bytes = MessageBytes.ofFrontend(any);
    BodyReader in = new BodyReader(Arrays.copyOfRange(bytes, 5, bytes.length));
    assertThat(new BodyReader(Arrays.copyOfRange(bytes, 1, 5)).int32()).isEqualTo(bytes.length - 1);
    assertThat(MessageDictionary.frontend((char) bytes[0], in)).isEqualTo(any);
  }

  @Property
  void any_backend_message_survives_its_bytes(@ForAll("backendMessages") BackendMessage any) {
    byte[] bytes = MessageBytes.ofBackend(any);
    BodyReader in = new BodyReader(Arrays.copyOfRange(bytes, 5, bytes.length));
    assertThat(MessageDictionary.backend((char) bytes[0], in)).isEqualTo(any);
  }

  @Property
  void any_startup_packet_survives_its_bytes(@ForAll("startupPackets") StartupPacket any) {
    byte[] bytes = MessageBytes.ofStartup(any);
    byte[] body = Arrays.copyOfRange(bytes, 4, bytes.length);
    assertThat(new StartupPacketReader(2).read(body, EncryptionRequests.NONE_MADE)).isEqualTo(any);
  }

  @Property
  void any_frontend_message_survives_json(@ForAll("frontendMessages") FrontendMessage any) {
    assertThat(MessageJson.read(MessageJson.write(any))).isEqualTo(any);
  }

  @Property
  void any_backend_message_survives_json(@ForAll("backendMessages") BackendMessage any) {
    assertThat(MessageJson.read(MessageJson.write(any))).isEqualTo(any);
  }

  @Property
  void any_startup_packet_survives_json(@ForAll("startupPackets") StartupPacket any) {
    assertThat(MessageJson.read(MessageJson.write(any))).isEqualTo(any);
  }

  @Property
  void any_payload_survives_its_envelope(@ForAll("payloads") Payload any) {
    assertThat(unpacked(any)).isEqualTo(any);
  }

  private static Payload unpacked(Payload any) {
    if (any instanceof ReplicationPayload replication) {
      return ReplicationPayload.of(replication.toCopyData());
    }
    if (any instanceof BaseBackupPayload backup) {
      return BaseBackupPayload.of(backup.toCopyData());
    }
    if (any instanceof LogicalPayload logical) {
      return LogicalPayload.of(logical.toData(), place(logical));
    }
    PasswordMessage envelope = ((AuthenticationResponse) any).toPasswordMessage();
    return any instanceof SASLInitialResponse
        ? SASLInitialResponse.of(envelope)
        : any instanceof SASLResponse
            ? SASLResponse.of(envelope)
            : any instanceof GSSResponse ? GSSResponse.of(envelope) : Password.of(envelope);
  }

  /** Whether such a message is from within a stream: it is if it carries a transaction's id. */
  private static LogicalPlace place(LogicalPayload any) {
    byte[] data = any.toData();
    try {
      return LogicalPayload.of(data, LogicalPlace.IN_STREAM).equals(any)
          ? LogicalPlace.IN_STREAM
          : LogicalPlace.OUTSIDE_STREAM;
    } catch (ReportedError e) {
      return LogicalPlace.OUTSIDE_STREAM;
    }
  }

  @Property
  void any_data_of_logical_replication_is_a_message_or_refused_in_the_servers_words(
      @ForAll("logicalKinds") char kind,
      @ForAll LogicalPlace place,
      @ForAll @Size(max = 60) byte[] body) {
    byte[] data = new byte[body.length + 1];
    data[0] = (byte) kind;
    System.arraycopy(body, 0, data, 1, body.length);
    try {
      assertThat(LogicalPayload.of(data, place).kind()).isEqualTo(kind);
    } catch (ReportedError e) {
      String text = e.report().message();
      boolean known = COMPLAINTS.contains(text);
      boolean encoding = text.startsWith("invalid byte sequence for encoding \"UTF8\": 0x");
      assertThat(known || encoding || SUBSCRIBERS_COMPLAINT.matcher(text).matches())
          .as(text)
          .isTrue();
    }
  }

  @Property
  void any_payload_survives_json(@ForAll("payloads") Payload any) {
    assertThat(MessageJson.read(MessageJson.write(any))).isEqualTo(any);
  }

  @Property
  void any_answer_to_an_authentication_request_is_read_or_refused_in_the_servers_words(
      @ForAll @Size(max = 40) byte[] body) {
    PasswordMessage envelope = new PasswordMessage(body);
    assertReadOrRefused(() -> Password.of(envelope));
    assertReadOrRefused(() -> SASLInitialResponse.of(envelope));
    assertThat(SASLResponse.of(envelope).data()).isEqualTo(body);
    assertThat(GSSResponse.of(envelope).data()).isEqualTo(body);
  }

  private static void assertReadOrRefused(Supplier<AuthenticationResponse> read) {
    try {
      assertThat(read.get()).isNotNull();
    } catch (ReportedError e) {
      String text = e.report().message();
      boolean encoding = text.startsWith("invalid byte sequence for encoding \"UTF8\": 0x");
      boolean known = COMPLAINTS.contains(text) || text.equals("invalid password packet size");
      assertThat(encoding || known).as(text).isTrue();
    }
  }

  @Property
  void any_body_of_a_known_type_is_a_message_or_the_servers_own_complaint(
      @ForAll("frontendTypes") char type, @ForAll @Size(max = 60) byte[] body) {
    FrontendMessage decoded = MessageDictionary.decode(type, body, ClientEncoding.UTF8);
    if (decoded instanceof MalformedMessage malformed) {
      String text = malformed.report().message();
      boolean encoding = text.startsWith("invalid byte sequence for encoding \"UTF8\": 0x");
      assertThat(malformed.report().code()).isEqualTo(encoding ? "22021" : "08P01");
      assertThat(encoding || COMPLAINTS.contains(text)).as(text).isTrue();
      assertThat(MessageJson.read(MessageJson.write(malformed))).isEqualTo(malformed);
    } else {
      assertThat(decoded.type()).isEqualTo(type);
    }
  }

  @Property
  void any_body_cut_short_is_never_taken_for_another_message(
      @ForAll("frontendMessages") FrontendMessage any, @ForAll int where) {
    byte[] whole = MessageBytes.body(any);
    byte[] cut = Arrays.copyOf(whole, whole.length == 0 ? 0 : Math.floorMod(where, whole.length));
    FrontendMessage decoded = MessageDictionary.decode(any.type(), cut, ClientEncoding.UTF8);
    boolean unstructured = any instanceof CopyData || any instanceof PasswordMessage;
    assertThat(decoded instanceof MalformedMessage || unstructured || whole.length == 0).isTrue();
  }

  @Property
  void any_first_packet_is_known_or_refused_in_the_servers_words(
      @ForAll @Size(max = 200) byte[] packet) {
    assertKnownOrRefused(packet);
  }

  @Property
  void any_first_packet_of_version_3_is_known_or_refused_in_the_servers_words(
      @ForAll @Size(max = 60) byte[] parameters) {
    byte[] packet = new byte[parameters.length + 4];
    packet[1] = 3;
    System.arraycopy(parameters, 0, packet, 4, parameters.length);
    assertKnownOrRefused(packet);
  }

  private static void assertKnownOrRefused(byte[] packet) {
    try {
      StartupPacket known = new StartupPacketReader(0).read(packet, EncryptionRequests.NONE_MADE);
      assertThat(known).isNotNull();
    } catch (ReportedError e) {
      boolean logged = e.report().message().equals("invalid length of startup packet");
      assertThat(e.report().severity()).isEqualTo(logged ? Severity.LOG : Severity.FATAL);
      assertThat(e.report().message())
          .matches(
              "invalid length of startup packet"
                  + "|unsupported frontend protocol \\d+\\.\\d+: server supports 3.0 to 3.0"
                  + "|invalid startup packet layout: expected terminator as last byte");
    }
  }
}
