package io.pgdouble.conformance;

import io.pgdouble.trace.TraceSyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Plays cases on one server, one after the other. */
public final class CaseRunner {

  private final Server server;
  private final Patience patience;

  public CaseRunner(Server server, Patience patience) {
    this.server = server;
    this.patience = patience;
  }

  /** Whether the server has what the case needs. */
  public boolean canPlay(Case played) {
    return played.header().needs().stream().allMatch(need -> need.isMetBy(server));
  }

  /**
   * Plays the whole script and then finishes the connections that it left open.
   *
   * @throws CaseSyntaxException if the script asks for what cannot be done
   */
  public Run play(Case played) {
    long start = System.nanoTime();
    List<PlayedStep> steps = new ArrayList<>();
    try (Stage stage = new Stage(played.header(), server, patience)) {
      for (Case.Scripted line : played.script()) {
        steps.add(play(line.step(), stage));
      }
      for (String connection : stage.openConnections()) {
        steps.add(play(new Step.Finish(connection), stage));
      }
    } catch (TraceSyntaxException | CaseSyntaxException e) {
      throw new CaseSyntaxException(played.address() + ": " + e.getMessage(), e);
    } finally {
      continuePostmaster(played);
    }
    return new Run(server.name(), steps, (System.nanoTime() - start) / 1000);
  }

  private static PlayedStep play(Step step, Stage stage) {
    return new PlayedStep(step, step.play(stage));
  }

  private void continuePostmaster(Case played) {
    if (played.header().needs().contains(Need.POSTMASTER_SIGNALS)) {
      server.postmasterSignals().ifPresent(signals -> signals.send(Signal.CONTINUE));
    }
  }
}
