package io.pgdouble.capture;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Dissection;
import io.pgdouble.trace.Happening;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Recording;
import io.pgdouble.trace.TraceSyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The PostgreSQL conversations among the packets of a capture. */
final class TcpConversations {
  private static final int LETTERS = 26;
  private static final String CUT =
      "the capture kept only the beginnings of packets (expected: whole ones, as of tcpdump -s 0)";
  private static final String MISSING = "packets of a connection are missing in the capture";

  private final Map<Segment.Endpoint, Map<Segment.Endpoint, Conversation>> open = new HashMap<>();
  private final List<Conversation> conversations = new ArrayList<>();
  private final List<Heard> heard = new ArrayList<>();
  private long start = -1;
  private long micros;
  private final Set<Integer> links = new TreeSet<>();
  private int begunBefore;
  private boolean cut;

  private TcpConversations() {}

  /** What happened, before it is known whether it is of a PostgreSQL conversation. */
  private record Heard(Conversation conversation, long micros, Happening happening) {}

  /**
   * All of them, from their first byte on.
   *
   * @throws TraceSyntaxException if there is none, or it cannot be read
   */
  static Recording of(List<Packet> packets) {
    TcpConversations all = new TcpConversations();
    packets.forEach(all::see);
    return all.recording();
  }

  private void see(Packet packet) {
    cut |= packet.isCut();
    links.add(packet.link());
    SegmentReader.read(packet).ifPresent(segment -> see(packet, segment));
  }

  private void see(Packet packet, Segment segment) {
    start = start < 0 ? packet.micros() : start;
    micros = Math.max(micros, packet.micros() - start);
    if (segment.opens()) {
      Conversation begun = new Conversation();
      begun.fromFrontend.begin(segment.sequence() + 1);
      find(segment.from()).put(segment.to(), begun);
      conversations.add(begun);
      begun.happened(new Happening.Opened(Happening.Medium.TCP));
      return;
    }
    Conversation forth = find(segment.from()).get(segment.to());
    Conversation back = find(segment.to()).get(segment.from());
    if (forth != null) {
      forth.frontend(segment);
    } else if (back != null) {
      back.backend(segment);
    } else {
      begunBefore += segment.payload().length > 0 ? 1 : 0;
    }
  }

  private Map<Segment.Endpoint, Conversation> find(Segment.Endpoint from) {
    return open.computeIfAbsent(from, key -> new HashMap<>());
  }

  /** One connection. */
  private final class Conversation {
    private final Dissection dissection = new Dissection();
    private final Stream fromFrontend = new Stream();
    private final Stream fromBackend = new Stream();
    private boolean spoke;
    private boolean cut;
    private boolean frontendEnded;
    private boolean backendEnded;

    void happened(Happening happening) {
      heard.add(new Heard(this, micros, happening));
    }

    private void crossed(List<Crossing> crossings) {
      spoke |= !crossings.isEmpty() && crossings.get(0) instanceof Crossing.Startup;
      crossings.forEach(crossing -> happened(new Happening.Crossed(crossing)));
    }

    void frontend(Segment segment) {
      cut |= segment.missing() > 0;
      crossed(dissection.frontend(fromFrontend.add(segment)));
      if ((fromFrontend.isOver() || segment.resets()) && !frontendEnded) {
        frontendEnded = true;
        dissection.endOfFrontend().ifPresent(rest -> crossed(List.of(rest)));
        happened(new Happening.Left(departure(segment)));
      }
    }

    private Happening.Departure departure(Segment segment) {
      return segment.resets() ? Happening.Departure.RESET : Happening.Departure.CLOSE;
    }

    void backend(Segment segment) {
      if (segment.hasSyn()) {
        fromBackend.begin(segment.sequence() + 1);
        return;
      }
      cut |= segment.missing() > 0;
      crossed(dissection.backend(fromBackend.add(segment)));
      if ((fromBackend.isOver() || segment.resets()) && !backendEnded) {
        backendEnded = true;
        dissection.endOfBackend().ifPresent(rest -> crossed(List.of(rest)));
        happened(new Happening.Crossed(new Crossing.Closed()));
      }
    }

    boolean hasGap() {
      return fromFrontend.hasGap() || fromBackend.hasGap();
    }
  }

  private Recording recording() {
    List<Conversation> ours = conversations.stream().filter(c -> c.spoke).toList();
    refuse(ours);
    List<Recorded> events = new ArrayList<>();
    if (begunBefore > 0) {
      Happening remark = new Happening.Remark(Captures.NOTE + "connections that began before it");
      events.add(new Recorded("", Recorded.UNTIMED, remark));
    }
    for (Heard one : heard) {
      int number = ours.indexOf(one.conversation());
      if (number >= 0) {
        events.add(new Recorded(name(number), one.micros(), one.happening()));
      }
    }
    return new Recording(List.of(io.pgdouble.trace.HeaderLine.RECORDING), events);
  }

  private void refuse(List<Conversation> ours) {
    Optional<String> problem = Optional.empty();
    if (ours.stream().anyMatch(c -> c.dissection.isEncrypted())) {
      problem =
          Optional.of(
              "a connection of the capture is encrypted by TLS (connect with sslmode=disable,"
                  + " or record with pgdouble record, which is where TLS ends)");
    } else if (ours.stream().anyMatch(c -> c.cut)) {
      problem = Optional.of(CUT);
    } else if (ours.stream().anyMatch(Conversation::hasGap)) {
      problem = Optional.of(MISSING);
    } else if (ours.isEmpty()) {
      problem = Optional.of(nothing());
    }
    problem.ifPresent(
        words -> {
          throw new TraceSyntaxException(words);
        });
  }

  private String nothing() {
    if (links.stream().map(LinkLayer::of).allMatch(LinkLayer.UNKNOWN::equals)) {
      return links.isEmpty()
          ? "the capture holds no packet"
          : "no packet of the capture can be read: its link type is "
              + links.stream().map(String::valueOf).collect(Collectors.joining(" and "))
              + " (expected: Ethernet, Linux's cooked captures, a loopback, or IP alone)";
    }
    if (cut) {
      return CUT;
    }
    if (conversations.stream().anyMatch(Conversation::hasGap)) {
      return MISSING;
    }
    return begunBefore > 0
        ? "all connections of the capture began before it (begin to capture before you connect)"
        : "no connection of the capture speaks PostgreSQL's protocol";
  }

  /** A … Z, AA …, as in recordings. */
  private static String name(int number) {
    char last = (char) ('A' + number % LETTERS);
    return number < LETTERS ? String.valueOf(last) : name(number / LETTERS - 1) + last;
  }
}
