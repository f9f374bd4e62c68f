package io.pgdouble.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Judges many cases, several at once: most of a case's time is spent in waiting. A case that needs
 * the common server for itself is judged after the others, alone.
 */
public final class Jury {

  private static final int AT_ONCE = 4;

  private final Judge judge;

  public Jury(Judge judge) {
    this.judge = judge;
  }

  /**
   * Judges all cases.
   *
   * @param seen told of each outcome as it comes, from any thread
   * @return outcomes in the order of their addresses
   */
  public List<Outcome> judge(List<Case> cases, Consumer<Outcome> seen) {
    List<Outcome> outcomes = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<Outcome>> running = new ArrayList<>();
      cases.stream()
          .filter(played -> !playsAlone(played))
          .forEach(played -> running.add(threads.submit(() -> judgeOne(played, seen))));
      for (Future<Outcome> outcome : running) {
        outcomes.add(await(outcome));
      }
    } finally {
      threads.shutdownNow();
    }
    cases.stream().filter(Jury::playsAlone).forEach(played -> outcomes.add(judgeOne(played, seen)));
    outcomes.sort(Comparator.comparing(outcome -> outcome.played().address()));
    return outcomes;
  }

  /** Who asks something of a server that others use; a server of its own disturbs nobody. */
  private static boolean playsAlone(Case played) {
    return !played.header().needs().isEmpty() && played.header().server().isNone();
  }

  private Outcome judgeOne(Case played, Consumer<Outcome> seen) {
    Outcome outcome = judgedOrFailed(played);
    seen.accept(outcome);
    return outcome;
  }

  /** A server that cannot be brought where a case wants it spoils that case and no other. */
  private Outcome judgedOrFailed(Case played) {
    try {
      return judge.judge(played);
    } catch (CaseSyntaxException e) {
      throw e;
    } catch (RuntimeException e) {
      return Outcome.failed(played, e);
    }
  }

  private static Outcome await(Future<Outcome> outcome) {
    try {
      return outcome.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while cases were judged", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a case could not be judged", e.getCause());
    }
  }
}
