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
      boolean opens = Segment.of(packet).filter(Segment::opens).isPresent();
      boolean again = !kept.isEmpty() && kept.get(kept.size() - 1) == packet;
      if (!(opens && again)) {
        kept.add(packet);
      }
    }
    return kept;
  }

  private static int firstOfTwoFromOneSide(List<Packet> packets) {
    for (int i = 8; i + 1 < packets.size(); i++) {
      Segment one = Segment.of(packets.get(i)).orElseThrow();
      Segment next = Segment.of(packets.get(i + 1)).orElseThrow();
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
