package io.pgdouble.relay;

import io.pgdouble.trace.Comparison;
import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Dissection;
import io.pgdouble.trace.Happening;
import io.pgdouble.trace.Happening.Departure;
import io.pgdouble.trace.Happening.Medium;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Recording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Compares what crosses a relay with a recording, connection by connection, when each has ended:
 * those with the same StartupMessage in the order of their opening. Used by many threads.
 */
public final class DiffTap implements Tap {
  private final Comparison live;
  private final List<Transcript> recorded;
  private final Consumer<ReplayDifference> follower;
  private final List<ReplayDifference> differences = new ArrayList<>();
  private int opened;

  /**
   * @param options which columns may have other values
   * @param follower is told of each difference
   */
  public DiffTap(Recording recording, ReplayOptions options, Consumer<ReplayDifference> follower) {
    this.follower = follower;
    live = new Comparison(options.volatileColumns());
    Comparison before = new Comparison(options.volatileColumns());
    Map<String, Transcript> all = new LinkedHashMap<>();
    for (Recorded event : recording.events()) {
      if (event.happening() instanceof Happening.Crossed crossed) {
        all.computeIfAbsent(event.connection(), Transcript::new).add(crossed.crossing(), before);
      }
    }
    recorded = new ArrayList<>(all.values());
    recorded.removeIf(transcript -> transcript.startup().isEmpty());
  }

  /** What was found so far, of connections that have ended. */
  public synchronized List<ReplayDifference> differences() {
    return List.copyOf(differences);
  }

  @Override
  public synchronized Line opened(Medium medium) {
    return new Diffed(new Transcript(Recorder.name(opened++)));
  }

  private synchronized void add(Diffed line, Crossing crossing) {
    line.transcript.add(crossing, live);
    if (line.part.isEmpty() && !line.transcript.startup().isEmpty()) {
      line.part = part(line.transcript);
    }
  }

  /** Whom a connection is compared with that has just said who it is. */
  private Optional<Transcript> part(Transcript transcript) {
    Optional<Transcript> part =
        recorded.stream().filter(other -> other.startup().equals(transcript.startup())).findFirst();
    part.ifPresent(recorded::remove);
    part.ifPresent(transcript::takesPartOf);
    return part;
  }

  private synchronized void ended(Diffed line) {
    String startup = line.transcript.startup();
    if (line.part.isPresent()) {
      line.part.get().compare(line.transcript, this::found);
    } else if (!startup.isEmpty()) {
      found(
          new ReplayDifference(
              "a connection", "its start", Optional.empty(), Optional.of(startup)));
    }
  }

  private void found(ReplayDifference difference) {
    differences.add(difference);
    follower.accept(difference);
  }

  /** One connection. */
  private final class Diffed implements Line {
    private final Transcript transcript;
    private final Dissection dissection = new Dissection();
    private Optional<Transcript> part = Optional.empty();
    private boolean over;

    Diffed(Transcript transcript) {
      this.transcript = transcript;
    }

    @Override
    public void crossed(Direction direction, byte[] bytes) {
      List<Crossing> crossings =
          switch (direction) {
            case FRONTEND -> dissection.frontend(bytes);
            case BACKEND -> dissection.backend(bytes);
          };
      crossings.forEach(crossing -> add(this, crossing));
    }

    @Override
    public void left(Departure departure) {}

    @Override
    public void closed() {
      if (!over) {
        over = true;
        add(this, new Crossing.Closed());
        ended(this);
      }
    }
  }
}
