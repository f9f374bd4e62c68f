package io.pgdouble.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslHandler;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.CancelRequest;
import io.pgdouble.message.GSSENCRequest;
import io.pgdouble.message.SSLRequest;
import io.pgdouble.message.StartupMessage;
import io.pgdouble.message.StartupPacket;
import io.pgdouble.message.StartupPacketReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is expected here was recorded from PostgreSQL 16.9 with raw sockets. */
class StartupPacketHandlerTest {
  private static final StartupMessage HELLO = StartupMessage.of(3, 0, "user", "postgres");

  private final Recorder recorder = new Recorder();
  private final EmbeddedChannel channel = new EmbeddedChannel(handler(recorder));

  private static StartupPacketHandler handler(Recorder recorder) {
    return new StartupPacketHandler(new StartupPacketReader(0), StartupProfile.BEFORE_17, recorder);
  }

  private static final class Recorder implements StartupListener {
    private final List<StartupMessage> startups = new ArrayList<>();
    private final List<CancelRequest> cancels = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final List<String> crossed = new ArrayList<>();
    private int closed;

    @Override
    public void onPacket(byte[] packet) {
      crossed.add("packet of " + packet.length);
    }

    @Override
    public void onImpossibleLength() {
      crossed.add("impossible length");
    }

    @Override
    public void onCutShort(int length) {
      crossed.add("cut after " + length);
    }

    @Override
    public Optional<TlsOffer> tls() {
      return Optional.empty();
    }

    @Override
    public Optional<OddAnswer> oddAnswer() {
      return Optional.empty();
    }

    @Override
    public void onEncryptionAccepted() {
      crossed.add("S");
    }

    @Override
    public Optional<ErrorReport> onEncrypted(SslHandler handler) {
      return Optional.empty();
    }

    @Override
    public void onBroken(Throwable cause) {
      log.add(String.valueOf(cause.getMessage()));
    }

    @Override
    public void onEncryptionRefused() {
      crossed.add("N");
    }

    @Override
    public void onLastWords(byte[] words) {
      crossed.add(String.valueOf((char) words[0]));
    }

    @Override
    public void onStartup(ChannelHandlerContext context, StartupMessage message) {
      startups.add(message);
    }

    @Override
    public void onCancel(CancelRequest request) {
      cancels.add(request);
    }

    @Override
    public void onRefused(ErrorReport report) {
      log.add(report.message());
    }

    @Override
    public void onClosedBeforeStartup() {
      closed++;
    }
  }

  private static byte[] bytes(StartupPacket... packets) {
    BytesWriter out = new BytesWriter();
    for (StartupPacket packet : packets) {
      out.startup(packet);
    }
    return out.toByteArray();
  }

  private void send(byte[] bytes) {
    channel.writeInbound(Unpooled.wrappedBuffer(bytes));
  }

  private String answers() {
    StringBuilder text = new StringBuilder();
    for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
      text.append(out.toString(StandardCharsets.ISO_8859_1));
      out.release();
    }
    return text.toString();
  }

  @Test
  void encryption_is_refused_with_a_single_byte_in_either_order() {
    send(bytes(SSLRequest.INSTANCE));
    send(bytes(GSSENCRequest.INSTANCE));
    send(bytes(SSLRequest.INSTANCE));
    send(bytes(HELLO));
    assertThat(answers()).isEqualTo("NNN");
    assertThat(recorder.startups).containsExactly(HELLO);
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void the_listener_is_told_of_all_that_crosses_before_a_session_begins() {
    send(bytes(SSLRequest.INSTANCE));
    send(bytes(SSLRequest.INSTANCE));
    assertThat(recorder.crossed).containsExactly("packet of 4", "N", "packet of 4", "E");
    recorder.crossed.clear();
    EmbeddedChannel other = new EmbeddedChannel(handler(recorder));
    other.writeInbound(Unpooled.wrappedBuffer(new byte[] {0, 0, 0, 9, 1}));
    other.close();
    assertThat(recorder.crossed).containsExactly("cut after 5");
    recorder.crossed.clear();
    new EmbeddedChannel(handler(recorder))
        .writeInbound(Unpooled.wrappedBuffer(new byte[] {0, 0, 0, 3}));
    assertThat(recorder.crossed).containsExactly("impossible length");
  }

  @Test
  void the_same_request_twice_is_taken_for_a_protocol_version() {
    send(bytes(SSLRequest.INSTANCE));
    send(bytes(SSLRequest.INSTANCE));
    assertThat(answers())
        .startsWith("NE")
        .contains("unsupported frontend protocol 1234.5679: server supports 3.0 to 3.0");
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void bytes_stuffed_after_a_request_end_the_connection() {
    byte[] request = bytes(SSLRequest.INSTANCE);
    send(Arrays.copyOf(request, request.length + 1));
    assertThat(answers())
        .startsWith("NE")
        .contains("received unencrypted data after SSL request")
        .contains("DThis could be either a client-software bug");
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void a_frontend_of_protocol_2_is_told_in_its_own_form() {
    send(bytes(StartupMessage.of(2, 0, "user", "postgres")));
    assertThat(answers())
        .isEqualTo("EFATAL:  unsupported frontend protocol 2.0: server supports 3.0 to 3.0\n\0");
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void foreign_first_packets_are_closed_without_a_word() {
    send("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(answers()).isEmpty();
    assertThat(channel.isOpen()).isFalse();
    assertThat(recorder.log).containsExactly("invalid length of startup packet");
    assertThat(recorder.closed).isEqualTo(1);
  }

  @Test
  void a_tls_client_hello_is_closed_without_a_word() {
    send(new byte[] {0x16, 3, 1, 0, (byte) 200, 1, 0, 0, (byte) 196, 3, 3});
    assertThat(answers()).isEmpty();
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void lengths_are_judged_as_soon_as_they_are_there() {
    send(new byte[] {0, 0, 0x27, 0x15});
    assertThat(channel.isOpen()).isFalse();
    assertThat(recorder.log).containsExactly("invalid length of startup packet");
  }

  @Test
  void the_greatest_length_is_waited_for() {
    send(new byte[] {0, 0, 0x27, 0x14});
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void a_cancel_request_of_the_wrong_length_is_only_logged() {
    send(new byte[] {0, 0, 0, 12, 4, (byte) 210, 22, 46, 0, 0, 0, 1});
    assertThat(recorder.cancels).isEmpty();
    assertThat(recorder.log).containsExactly("invalid length of startup packet");
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void a_cancel_request_is_routed_and_its_connection_closed() {
    CancelRequest cancel = new CancelRequest(7, new byte[] {1, 2, 3, 4});
    send(bytes(cancel));
    assertThat(recorder.cancels).containsExactly(cancel);
    assertThat(answers()).isEmpty();
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void a_missing_terminator_is_told() {
    byte[] hello = bytes(HELLO);
    byte[] cut = Arrays.copyOf(hello, hello.length - 1);
    cut[3]--;
    send(cut);
    assertThat(answers())
        .contains("invalid startup packet layout: expected terminator as last byte");
  }

  @Property
  void any_split_of_the_first_packets_gives_the_same_session(
      @ForAll @IntRange(min = 1, max = 36) int first) {
    new StartupPacketHandlerTest().splitAt(first);
  }

  private void splitAt(int first) {
    StartupMessage hello = StartupMessage.of(3, 0, "user", "u", "database", "a");
    byte[] packet = bytes(hello);
    int cut = Math.min(first, packet.length);
    send(Arrays.copyOf(packet, cut));
    send(Arrays.copyOfRange(packet, cut, packet.length));
    assertThat(recorder.startups).containsExactly(hello);
  }

  @Property
  void any_bytes_leave_the_connection_waiting_answered_or_closed(
      @ForAll @Size(max = 64) byte[] garbage) {
    new StartupPacketHandlerTest().beginWith(garbage);
  }

  private void beginWith(byte[] garbage) {
    send(garbage);
    String answers = answers();
    boolean session = !recorder.startups.isEmpty();
    assertThat(session || answers.isEmpty() || answers.matches("(?s)N?E.*|N")).isTrue();
    channel.close();
    assertThat(recorder.closed).isEqualTo(session ? 0 : 1);
  }
}
