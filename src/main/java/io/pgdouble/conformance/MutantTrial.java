package io.pgdouble.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes a right server wrong in every known way, and lists which cases found it out. A case whose
 * recorded answers the right server does not give behind a faultless proxy proves nothing and is
 * left out. Those with a server of their own come last, for it has to be started.
 */
public final class MutantTrial {

  private static final int ENOUGH = 5;
  private static final Set<Need> STEERED = Set.of(Need.SERVER_CONTROL, Need.POSTMASTER_SIGNALS);

  private final Server right;
  private final List<Case> cases;
  private final Map<String, Boolean> passedByRight = new ConcurrentHashMap<>();

  /**
   * A trial.
   *
   * @param right the server that is made wrong
   * @param cases recorded ones
   */
  public MutantTrial(Server right, List<Case> cases) {
    this.right = right;
    this.cases =
        cases.stream()
            .filter(MutantTrial::isPlayable)
            .sorted(Comparator.comparing(c -> !c.header().server().isNone()))
            .toList();
  }

  /** A server of a case's own may be steered through the proxy; the common one is for all. */
  private static boolean isPlayable(Case played) {
    Set<Need> needs = played.header().needs();
    return played.header().server().isNone() ? needs.isEmpty() : STEERED.containsAll(needs);
  }

  /** Tries every mutant. */
  public KillTable tryAll() {
    try (MutantProxy faultless = new MutantProxy("faultless", right, MutantProxy.Wrong.NOTHING)) {
      CaseRunner control = new CaseRunner(faultless, Patience.SHORT);
      return new KillTable(
          Arrays.stream(Mutant.values()).parallel().map(mutant -> trial(mutant, control)).toList());
    }
  }

  private KillTable.Row trial(Mutant mutant, CaseRunner control) {
    String name = mutant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new KillTable.Row(name, mutant.fault(), killersOf(mutant, control));
  }

  /** The first cases that find the mutant out; enough of them to show that it is no accident. */
  private List<String> killersOf(Mutant mutant, CaseRunner control) {
    List<String> killers = new ArrayList<>();
    try (MutantProxy wrong = mutant.before(right)) {
      CaseRunner trial = new CaseRunner(wrong, Patience.SHORT);
      cases.stream()
          .filter(mutant::isNoticeableIn)
          .filter(played -> isPassedByRight(played, control))
          .filter(played -> !passes(trial, played))
          .limit(ENOUGH)
          .forEach(played -> killers.add(played.address()));
    }
    return killers;
  }

  private boolean isPassedByRight(Case played, CaseRunner control) {
    return passedByRight.computeIfAbsent(played.address(), address -> passes(control, played));
  }

  /** Plays until the first answer that is not as it was recorded. */
  private static boolean passes(CaseRunner runner, Case played) {
    Iterator<PlayedStep> golden = played.golden().steps().iterator();
    Run run =
        runner.play(
            played,
            step -> step.answers().equals(golden.hasNext() ? golden.next().answers() : List.of()));
    return Comparison.of(played.golden(), run).isSame();
  }
}
