package io.pgdouble.report;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Happening;
import io.pgdouble.trace.Notation;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Recording;
import io.pgdouble.trace.TraceLine;
import io.pgdouble.validation.Judgement;
import io.pgdouble.validation.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One line of a ladder.
 *
 * @param micros since the beginning; negative if nobody knows
 * @param connection its name; empty where none is concerned
 * @param kind who said it, or that it was not said
 * @param name of the message
 * @param columns of its fields
 * @param rulings what was found wrong with it
 */
record LadderStep(
    long micros, String connection, Kind kind, String name, String columns, List<Ruling> rulings) {

  enum Kind {
    FRONTEND,
    BACKEND,
    /** Something happened to the connection. */
    EVENT,
    REMARK
  }

  /** The ladder of a recording, with the verdicts beside the messages they are about. */
  static List<LadderStep> of(Recording recording, Judgement judgement) {
    Map<Integer, List<Ruling>> rulings =
        judgement.rulings().stream().collect(Collectors.groupingBy(Ruling::event));
    List<LadderStep> steps = new ArrayList<>();
    for (int i = 0; i < recording.events().size(); i++) {
      Recorded event = recording.events().get(i);
      steps.add(step(event, rulings.getOrDefault(i, List.of())));
    }
    return steps;
  }

  private static LadderStep step(Recorded event, List<Ruling> rulings) {
    Happening happening = event.happening();
    String text = "";
    Kind kind = Kind.EVENT;
    if (happening instanceof Happening.Crossed crossed) {
      return crossed(event, crossed.crossing(), rulings);
    } else if (happening instanceof Happening.Remark remark) {
      kind = Kind.REMARK;
      text = remark.text().replace('\t', ' ');
    } else if (happening instanceof Happening.Opened) {
      text = "open";
    } else if (happening instanceof Happening.Left left) {
      text = left.departure().name().toLowerCase(Locale.ROOT);
    }
    return new LadderStep(event.micros(), event.connection(), kind, text, "", rulings);
  }

  private static LadderStep crossed(Recorded event, Crossing crossing, List<Ruling> rulings) {
    TraceLine line = crossing.line(Notation.PLAIN);
    boolean nothing =
        crossing instanceof Crossing.Closed
            || crossing instanceof Crossing.Refused
            || crossing instanceof Crossing.TimedOut;
    Kind said = crossing.direction() == Direction.FRONTEND ? Kind.FRONTEND : Kind.BACKEND;
    return new LadderStep(
        event.micros(),
        event.connection(),
        nothing ? Kind.EVENT : said,
        line.name(),
        line.columns(),
        rulings);
  }

  /** Whether it is one of many that look alike. */
  boolean isData() {
    return name.equals("DataRow") || name.equals("CopyData");
  }

  /** Whether this goes on with what that began. */
  boolean continues(LadderStep before) {
    return isData()
        && before.name.equals(name)
        && before.kind == kind
        && before.connection.equals(connection);
  }
}
