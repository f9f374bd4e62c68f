package io.pgdouble.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.message.AnyMessage;
import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.ClientEncoding;
import io.pgdouble.message.CopyData;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.MessageDictionary;
import io.pgdouble.message.PasswordMessage;
import io.pgdouble.message.Sync;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
  private static final int PLENTY = 1 << 20;

  @Provide
  Arbitrary<List<FrontendMessage>> conversations() {
    return AnyMessage.ofFrontend()
        .filter(message -> !(message instanceof PasswordMessage))
        .list()
        .ofMaxSize(8);
  }

  @Property
  void any_split_of_the_stream_gives_the_same_messages(
      @ForAll("conversations") List<FrontendMessage> messages,
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 40) Integer> sizes) {
    byte[] stream = bytes(messages);
    FrameReader reader = new FrameReader(FrameLimits.COMMANDS, PLENTY);
    List<FrontendMessage> seen = new ArrayList<>();
    int at = 0;
    for (int i = 0; at < stream.length; i++) {
      int end = Math.min(stream.length, at + sizes.get(i % sizes.size()));
      seen.addAll(read(reader, Arrays.copyOfRange(stream, at, end)));
      at = end;
    }
    assertThat(seen).isEqualTo(messages);
    assertThat(reader.cut()).isEmpty();
  }

  @Property
  void any_bytes_are_frames_or_one_of_two_complaints(@ForAll @Size(max = 300) byte[] bytes) {
    FrameReader reader = new FrameReader(FrameLimits.COMMANDS, PLENTY);
    try {
      read(reader, bytes);
    } catch (ReportedError e) {
      boolean fatal = e.report().message().matches("invalid frontend message type \\d+");
      assertThat(fatal || e.report().message().equals("invalid message length")).isTrue();
      assertThat(e.report().severity()).isEqualTo(fatal ? Severity.FATAL : Severity.LOG);
    }
  }

  @Test
  void what_comes_behind_a_frame_is_told_by_its_type_once_it_is_whole() {
    byte[] bytes = bytes(List.of(new CopyData(new byte[3]), new CopyData(new byte[2]), new Sync()));
    FrameReader reader = new FrameReader(FrameLimits.COMMANDS, PLENTY);
    ByteBuf cut = Unpooled.wrappedBuffer(bytes, 0, bytes.length - 6);
    ByteBuf all = Unpooled.wrappedBuffer(bytes);
    assertThat(reader.isNext(CopyData.TYPE, all)).isFalse();
    assertThat(reader.next(cut)).isTrue();
    assertThat(reader.isNext(CopyData.TYPE, cut)).isFalse();
    all.skipBytes(cut.readerIndex());
    assertThat(reader.isNext(CopyData.TYPE, all)).isTrue();
    assertThat(reader.next(all)).isTrue();
    assertThat(reader.isNext(CopyData.TYPE, all)).isFalse();
    assertThat(reader.isNext(Sync.TYPE, all)).isTrue();
  }

  @Test
  void an_unknown_type_is_refused_before_its_length_is_read() {
    FrameReader reader = new FrameReader(FrameLimits.COMMANDS, PLENTY);
    assertThatThrownBy(() -> reader.next(Unpooled.wrappedBuffer(new byte[] {'!'})))
        .hasMessage("invalid frontend message type 33");
  }

  @Test
  void while_authenticating_only_a_password_is_expected() {
    FrameReader reader = new FrameReader(FrameLimits.AUTHENTICATION, PLENTY);
    assertThatThrownBy(() -> reader.next(Unpooled.wrappedBuffer(new byte[] {'Q'})))
        .hasMessage("expected password response, got message type 81");
  }

  @Test
  void the_length_of_a_small_message_ends_at_its_limit() {
    byte[] greatest = {'S', 0, 0, 0x27, 0x10};
    byte[] tooGreat = {'S', 0, 0, 0x27, 0x11};
    FrameReader reader = new FrameReader(FrameLimits.COMMANDS, PLENTY);
    assertThat(reader.next(Unpooled.wrappedBuffer(greatest))).isFalse();
    FrameReader other = new FrameReader(FrameLimits.COMMANDS, PLENTY);
    assertThatThrownBy(() -> other.next(Unpooled.wrappedBuffer(tooGreat)))
        .hasMessage("invalid message length");
  }

  @Test
  void a_body_beyond_the_memory_limit_is_read_over_and_the_next_frame_is_found() {
    FrameReader reader = new FrameReader(FrameLimits.COMMANDS, 10);
    byte[] stream = {'Q', 0, 0, 0, 15, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 'S', 0, 0, 0, 4};
    ByteBuf in = Unpooled.wrappedBuffer(stream);
    assertThat(reader.next(in)).isTrue();
    assertThat(reader.tooGreat()).isTrue();
    assertThat(reader.outOfMemory().code()).isEqualTo("53200");
    assertThat(reader.next(in)).isTrue();
    assertThat(reader.tooGreat()).isFalse();
    assertThat(reader.type()).isEqualTo('S');
  }

  private static byte[] bytes(List<FrontendMessage> messages) {
    BytesWriter out = new BytesWriter();
    messages.forEach(out::frontend);
    return out.toByteArray();
  }

  private static List<FrontendMessage> read(FrameReader reader, byte[] bytes) {
    List<FrontendMessage> seen = new ArrayList<>();
    ByteBuf in = Unpooled.wrappedBuffer(bytes);
    while (reader.next(in)) {
      seen.add(MessageDictionary.decode(reader.type(), reader.body(), ClientEncoding.UTF8));
    }
    return seen;
  }
}
