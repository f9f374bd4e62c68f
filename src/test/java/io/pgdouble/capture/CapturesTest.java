package io.pgdouble.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgdouble.trace.Happening;
import io.pgdouble.trace.Notation;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Recording;
import io.pgdouble.trace.TraceSyntaxException;
import io.pgdouble.validation.Hearing;
import io.pgdouble.validation.Judgement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Captures of psql that tcpdump made: two sessions with SCRAM and COPY, and one with TLS; {@code
 * editcap} made the pcapng of the first.
 */
class CapturesTest {
  private static byte[] file(String name) throws IOException {
    try (InputStream in = CapturesTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private static List<String> lines(Recording recording) {
    List<String> lines = new ArrayList<>();
    for (Recorded event : recording.events()) {
      String what =
          event.happening() instanceof Happening.Crossed crossed
              ? crossed.crossing().line(Notation.PLAIN).brief()
              : event.happening().toString();
      lines.add(event.connection() + " " + what);
    }
    return lines;
  }

  @Test
  void both_sessions_of_a_capture_are_read_and_break_no_rule() throws IOException {
    Recording recording = Captures.read(file("session.pcap"));
    assertThat(recording.connections()).containsExactly("A", "B");
    assertThat(lines(recording))
        .contains(
            "A Query \"COPY (SELECT 2) TO STDOUT\"",
            "A CopyData '2\\n'",
            "A DataRow 1 1 '1'",
            "B DataRow 1 1 '3'",
            "B Terminate",
            "B Closed");
    Judgement judgement = Hearing.of(recording);
    assertThat(judgement.rulings()).isEmpty();
    assertThat(judgement.messages()).isGreaterThan(50);
  }

  @Test
  void a_pcapng_holds_what_its_pcap_holds() throws IOException {
    Recording pcapng = Captures.read(file("session.pcapng"));
    assertThat(pcapng.text()).isEqualTo(Captures.read(file("session.pcap")).text());
  }

  @Test
  void times_are_told_from_the_first_packet_on() throws IOException {
    List<Recorded> events = Captures.read(file("session.pcap")).events();
    assertThat(events.get(0).micros()).isZero();
    assertThat(events.get(events.size() - 1).micros()).isBetween(1_000L, 10_000_000L);
  }

  @Test
  void segments_that_come_twice_or_in_another_order_make_the_same_conversation()
      throws IOException {
    List<Packet> packets = PcapFile.read(file("session.pcap"));
    List<Packet> twice = new ArrayList<>();
    packets.forEach(packet -> twice.addAll(List.of(packet, packet)));
    List<String> once = lines(TcpConversations.of(packets));
    assertThat(lines(TcpConversations.of(withoutSecondOpenings(twice)))).isEqualTo(once);
    List<Packet> swapped = new ArrayList<>(packets);
    int data = firstOfTwoFromOneSide(packets);
    Collections.swap(swapped, data, data + 1);
    assertThat(lines(TcpConversations.of(swapped))).containsExactlyInAnyOrderElementsOf(once);
  }

  private static List<Packet> withoutSecondOpenings(List<Packet> packets) {
    List<Packet> kept = new ArrayList<>();
    for (Packet packet : packets) {
      boolean opens = SegmentReader.read(packet).filter(Segment::opens).isPresent();
      boolean again = !kept.isEmpty() && kept.get(kept.size() - 1) == packet;
      if (!(opens && again)) {
        kept.add(packet);
      }
    }
    return kept;
  }

  private static int firstOfTwoFromOneSide(List<Packet> packets) {
    for (int i = 8; i + 1 < packets.size(); i++) {
      Segment one = SegmentReader.read(packets.get(i)).orElseThrow();
      Segment next = SegmentReader.read(packets.get(i + 1)).orElseThrow();
      if (one.from().equals(next.from()) && one.payload().length > 0) {
        return i;
      }
    }
    return packets.size() - 3;
  }

  @Test
  void tls_is_refused_with_a_hint() {
    assertThatThrownBy(() -> Captures.read(file("tls.pcap")))
        .isInstanceOf(TraceSyntaxException.class)
        .hasMessageContaining("encrypted by TLS")
        .hasMessageContaining("pgdouble record");
  }

  @Test
  void a_capture_that_began_too_late_or_lost_packets_is_refused() throws IOException {
    List<Packet> packets = PcapFile.read(file("session.pcap"));
    List<Packet> late = packets.subList(4, packets.size() / 2);
    assertThatThrownBy(() -> TcpConversations.of(late)).hasMessageContaining("began before it");
    List<Packet> lossy = new ArrayList<>(packets);
    lossy.removeIf(
        packet ->
            new String(packet.bytes(), StandardCharsets.ISO_8859_1).contains("COPY (SELECT 2)"));
    assertThatThrownBy(() -> TcpConversations.of(lossy)).hasMessageContaining("missing");
  }

  @Test
  void an_end_that_is_seen_before_what_comes_before_it_ends_nothing() throws IOException {
    List<Packet> packets = PcapFile.read(file("session.pcap"));
    int last = lastDataOfBackend(packets);
    Segment data = SegmentReader.read(packets.get(last)).orElseThrow();
    List<Packet> later = new ArrayList<>(packets);
    later.add(endOf(packets, data.from()), later.remove(last));
    List<String> lines = lines(TcpConversations.of(later));
    assertThat(lines).containsExactlyInAnyOrderElementsOf(lines(TcpConversations.of(packets)));
    assertThat(lines.get(lines.size() - 1)).isEqualTo("B Closed");
    List<Packet> never = new ArrayList<>(packets);
    never.remove(last);
    assertThatThrownBy(() -> TcpConversations.of(never)).hasMessageContaining("missing");
  }

  private static int lastDataOfBackend(List<Packet> packets) {
    int last = -1;
    for (int i = 0; i < packets.size(); i++) {
      Segment segment = SegmentReader.read(packets.get(i)).orElseThrow();
      boolean said = segment.from().port() < segment.to().port() && segment.payload().length > 0;
      last = said ? i : last;
    }
    return last;
  }

  private static int endOf(List<Packet> packets, Segment.Endpoint side) {
    int end = -1;
    for (int i = 0; i < packets.size(); i++) {
      Segment segment = SegmentReader.read(packets.get(i)).orElseThrow();
      end = segment.from().equals(side) && segment.ends() ? i : end;
    }
    return end;
  }

  @Test
  void networks_with_tags_and_headers_of_their_own_carry_the_same() throws IOException {
    List<Packet> packets = PcapFile.read(file("session.pcap"));
    List<String> lines = lines(TcpConversations.of(packets));
    byte[] tag = {(byte) 0x81, 0, 0, 5};
    byte[] outer = {(byte) 0x88, (byte) 0xa8, 0, 7};
    assertThat(lines(TcpConversations.of(with(packets, 12, tag)))).isEqualTo(lines);
    List<Packet> twice = with(with(packets, 12, tag), 12, outer);
    assertThat(lines(TcpConversations.of(twice))).isEqualTo(lines);
    assertThat(lines(TcpConversations.of(framed(packets, 101)))).isEqualTo(lines);
    assertThat(
            lines(TcpConversations.of(framed(packets, 0, (byte) 2, (byte) 0, (byte) 0, (byte) 0))))
        .isEqualTo(lines);
    assertThatThrownBy(() -> TcpConversations.of(framed(packets, 147)))
        .hasMessageContaining("link type is 147");
    assertThatThrownBy(() -> TcpConversations.of(List.of())).hasMessageContaining("no packet");
  }

  /** With more in each frame. */
  private static List<Packet> with(List<Packet> packets, int at, byte... more) {
    List<Packet> all = new ArrayList<>();
    for (Packet packet : packets) {
      byte[] rest = Arrays.copyOfRange(packet.bytes(), at, packet.bytes().length);
      byte[] bytes = joined(joined(Arrays.copyOf(packet.bytes(), at), more), rest);
      all.add(new Packet(packet.micros(), packet.link(), bytes.length, bytes));
    }
    return all;
  }

  /** On a network of another kind: with a header in place of Ethernet's. */
  private static List<Packet> framed(List<Packet> packets, int link, byte... header) {
    List<Packet> all = new ArrayList<>();
    for (Packet packet : packets) {
      byte[] ip = Arrays.copyOfRange(packet.bytes(), 14, packet.bytes().length);
      byte[] bytes = joined(header, ip);
      all.add(new Packet(packet.micros(), link, bytes.length, bytes));
    }
    return all;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  @Test
  void a_capture_of_the_beginnings_of_packets_is_called_so() throws IOException {
    List<Packet> packets = PcapFile.read(file("session.pcap"));
    for (int kept : new int[] {40, 60, 80, 100, 150}) {
      List<Packet> cut = new ArrayList<>();
      for (Packet packet : packets) {
        byte[] bytes = Arrays.copyOf(packet.bytes(), Math.min(kept, packet.bytes().length));
        cut.add(new Packet(packet.micros(), packet.link(), packet.length(), bytes));
      }
      assertThatThrownBy(() -> TcpConversations.of(cut)).hasMessageContaining("tcpdump -s 0");
    }
  }

  @Test
  void a_capture_whose_bytes_were_changed_is_read_or_refused() throws IOException {
    Random random = new Random(4);
    for (String name : List.of("session.pcap", "session.pcapng")) {
      byte[] file = file(name);
      for (int i = 0; i < 2_000; i++) {
        readOrRefused(changed(file, random));
      }
    }
  }

  private static byte[] changed(byte[] file, Random random) {
    int length = random.nextInt(8) > 0 ? file.length : 1 + random.nextInt(file.length);
    byte[] changed = Arrays.copyOf(file, length);
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      changed[random.nextInt(length)] = (byte) random.nextInt();
    }
    return changed;
  }

  private static void readOrRefused(byte[] changed) {
    try {
      Hearing.of(Captures.read(changed));
    } catch (TraceSyntaxException told) {
      assertThat(told).hasMessageNotContaining("null");
    }
  }

  @Test
  void what_is_left_out_of_a_capture_is_told() throws IOException {
    List<Packet> packets = PcapFile.read(file("session.pcap"));
    Recording late = TcpConversations.of(packets.subList(4, packets.size()));
    assertThat(late.connections()).containsExactly("A");
    assertThat(lines(late)).contains("A DataRow 1 1 '3'").doesNotContain("A DataRow 1 1 '1'");
    assertThat(Captures.notes(late))
        .containsExactly("left out of the capture: connections that began before it");
    assertThat(Captures.notes(Captures.read(file("session.pcap")))).isEmpty();
  }

  @Test
  void a_capture_that_was_cut_off_ends_with_its_last_whole_packet() throws IOException {
    byte[] whole = file("session.pcap");
    Recording cut = Captures.read(Arrays.copyOf(whole, whole.length - 10));
    assertThat(cut.connections()).containsExactly("A", "B");
    byte[] ng = file("session.pcapng");
    assertThat(Captures.read(Arrays.copyOf(ng, ng.length - 10)).connections())
        .containsExactly("A", "B");
  }

  @Test
  void what_is_none_of_these_is_refused() {
    byte[] text = "{\"json\": true}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Captures.read(text)).hasMessageContaining("this is no conversation");
    byte[] damaged = {(byte) 0xd4, (byte) 0xc3, (byte) 0xb2, (byte) 0xa1, 0, 0};
    assertThatThrownBy(() -> Captures.read(damaged)).hasMessageContaining("damaged");
  }
}
