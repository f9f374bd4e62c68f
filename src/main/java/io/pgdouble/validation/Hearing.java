package io.pgdouble.validation;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Happening;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Recording;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Judges a recording, or a case, as if it happened now: each of its connections for itself. */
public final class Hearing {
  private static final byte[] USUAL_START =
      "\0\3\0\0user\0postgres\0database\0postgres\0\0".getBytes(StandardCharsets.US_ASCII);

  private final Recording recording;
  private final Map<String, Witness> witnesses = new LinkedHashMap<>();
  private final List<Ruling> rulings = new ArrayList<>();
  private final Map<Witness, List<Integer>> told = new IdentityHashMap<>();
  private int event;
  private int messages;
  private int conversations;

  private Hearing(Recording recording) {
    this.recording = recording;
  }

  /** All that was said, judged. */
  public static Judgement of(Recording recording) {
    Hearing hearing = new Hearing(recording);
    List<Recorded> events = recording.events();
    for (hearing.event = 0; hearing.event < events.size(); hearing.event++) {
      hearing.hear(events.get(hearing.event));
    }
    hearing.event = events.size() - 1;
    List.copyOf(hearing.witnesses.values()).forEach(hearing::end);
    return new Judgement(hearing.conversations, hearing.messages, hearing.rulings);
  }

  private void hear(Recorded recorded) {
    String name = recorded.connection();
    Happening happening = recorded.happening();
    if (happening instanceof Happening.Opened) {
      begin(name, Witness::fromStart);
    } else if (happening instanceof Happening.Left) {
      witness(name).left();
    } else if (happening instanceof Happening.Crossed crossed) {
      if (!witnesses.containsKey(name) && crossed.crossing() instanceof Crossing.Startup) {
        begin(name, Witness::fromStart);
      }
      witness(name).cross(crossed.crossing());
    } else if (happening instanceof Happening.Remark remark && !name.isEmpty()) {
      step(name, remark.text().strip().split("\\s+"));
    }
    if (witnesses.containsKey(name)) {
      Witness witness = witnesses.get(name);
      List<Integer> places = told.get(witness);
      while (places.size() < witness.messages()) {
        places.add(event);
      }
    }
  }

  /** Steps of a case by which something crosses that is not written down. */
  private void step(String name, String... words) {
    if (words[1].equals("connect") && startIsShown(name)) {
      begin(name, Witness::fromStart).packet(USUAL_START);
    } else if (words[1].equals("connect")) {
      begin(name, Witness::amid);
    } else if (words[1].equals("finish")) {
      witness(name).terminate();
    }
  }

  /** Of a session that begins as usual a case shows nothing. */
  private boolean startIsShown(String name) {
    return recording.events().subList(event + 1, recording.events().size()).stream()
        .filter(later -> later.connection().equals(name))
        .findFirst()
        .filter(Hearing::isAuthentication)
        .isPresent();
  }

  private static boolean isAuthentication(Recorded event) {
    return event.happening() instanceof Happening.Crossed crossed
        && crossed.crossing() instanceof Crossing.Message message
        && message.direction() == Direction.BACKEND
        && message.type() == 'R';
  }

  private Witness begin(String name, Function<Consumer<Verdict>, Witness> kind) {
    List<Integer> places = new ArrayList<>();
    Witness begun = kind.apply(verdict -> rulings.add(ruling(name, places, verdict)));
    told.put(begun, places);
    Witness former = witnesses.put(name, begun);
    conversations++;
    if (former != null) {
      former.end();
      messages += former.messages();
    }
    return begun;
  }

  /** What is judged only now may have been said before. */
  private Ruling ruling(String name, List<Integer> places, Verdict verdict) {
    int number = verdict.number();
    int said = number <= places.size() ? places.get(number - 1) : event;
    return new Ruling(name, said, verdict);
  }

  private Witness witness(String name) {
    return witnesses.containsKey(name) ? witnesses.get(name) : begin(name, Witness::amid);
  }

  private void end(Witness witness) {
    if (isCase() && !witness.isOver()) {
      witness.terminate();
      witness.cross(new Crossing.Closed());
    }
    witness.end();
    messages += witness.messages();
  }

  /** Only cases have titles; they end every connection they leave open. */
  private boolean isCase() {
    return !recording.isRecording()
        && recording.header().stream().anyMatch(line -> line.word().equals("title"));
  }
}
