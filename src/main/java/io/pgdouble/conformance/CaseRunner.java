package io.pgdouble.conformance;

import io.pgdouble.trace.Direction;
import io.pgdouble.trace.TraceLine;
import io.pgdouble.trace.TraceSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Plays cases on one server, one after the other. */
public final class CaseRunner {

  /** The name of an answer that stands for a step that could not be played. */
  static final String UNPLAYABLE = "Unplayable";

  private final Server server;
  private final Patience patience;

  public CaseRunner(Server server, Patience patience) {
    this.server = server;
    this.patience = patience;
  }

  /** Whether the server has what the case needs. */
  public boolean canPlay(Case played) {
    boolean startable = played.header().server().isNone() || server.starter().isPresent();
    return startable && played.header().needs().stream().allMatch(need -> need.isMetBy(server));
  }

  /**
   * Plays the whole script and then finishes the connections that it left open.
   *
   * @throws CaseSyntaxException if the script asks for what cannot be done
   */
  public Run play(Case played) {
    return play(played, step -> true);
  }

  /** Plays as long as the steps that have been played are worth going on. */
  Run play(Case played, Predicate<PlayedStep> goOn) {
    if (played.header().server().isNone()) {
      return playOn(server, played, goOn);
    }
    OwnServer.Starter starter =
        server
            .starter()
            .orElseThrow(() -> new IllegalStateException(server.name() + " cannot be had twice"));
    try (OwnServer own = starter.start(played.header().server())) {
      return playOn(own, played, goOn);
    }
  }

  private Run playOn(Server one, Case played, Predicate<PlayedStep> goOn) {
    long start = System.nanoTime();
    List<PlayedStep> steps = new ArrayList<>();
    try (Stage stage = new Stage(played.header(), one, patience)) {
      List<Step> script = played.script().stream().map(Case.Scripted::step).toList();
      if (playAll(script, stage, steps, goOn)) {
        List<Step> rest = new ArrayList<>();
        stage.openConnections().forEach(connection -> rest.add(new Step.Finish(connection)));
        playAll(rest, stage, steps, goOn);
      }
    } catch (CaseSyntaxException e) {
      throw new CaseSyntaxException(played.address() + ": " + e.getMessage(), e);
    } finally {
      continuePostmaster(one, played);
    }
    return new Run(server.name(), steps, (System.nanoTime() - start) / 1000);
  }

  private static boolean playAll(
      List<Step> script, Stage stage, List<PlayedStep> played, Predicate<PlayedStep> goOn) {
    for (Step step : script) {
      PlayedStep last = play(step, stage);
      played.add(last);
      if (!goOn.test(last)) {
        return false;
      }
    }
    return true;
  }

  /** A name that the server gave no value for keeps the step from being played, and says so. */
  private static PlayedStep play(Step step, Stage stage) {
    try {
      return new PlayedStep(step, step.play(stage));
    } catch (TraceSyntaxException e) {
      return new PlayedStep(step, List.of(unplayable(e.getMessage())));
    }
  }

  static Answer unplayable(String reason) {
    String columns = "\"" + reason.replace("\"", "'") + "\"";
    TraceLine line = new TraceLine(Direction.BACKEND, TraceLine.NO_LENGTH, UNPLAYABLE, columns);
    return new Answer("-", line);
  }

  private static void continuePostmaster(Server one, Case played) {
    if (played.header().needs().contains(Need.POSTMASTER_SIGNALS)) {
      one.postmasterSignals().ifPresent(signals -> signals.send(Signal.CONTINUE));
    }
  }
}
