package io.pgdouble.conformance;

import java.util.List;

/**
 * Plays cases on the reference and on the double, and says of each how the double fared.
 *
 * <p>The double is compared with what the reference answers <em>now</em>; what was recorded is
 * compared with it too, for a golden trace that PostgreSQL no longer agrees with is wrong.
 */
public final class Judge {

  private static final Comparison NOTHING = new Comparison(List.of());

  private final Server subject;
  private final int major;
  private final CaseRunner referee;
  private final CaseRunner player;

  /**
   * A judge of one double.
   *
   * @param major of the reference
   */
  public Judge(Server reference, int major, Server subject) {
    this(reference, major, subject, Patience.USUAL);
  }

  /**
   * A judge who waits for the double only so long.
   *
   * @param patience with the double; the reference has all the time it needs
   */
  public Judge(Server reference, int major, Server subject, Patience patience) {
    this.subject = subject;
    this.major = major;
    this.referee = new CaseRunner(reference, Patience.USUAL);
    this.player = new CaseRunner(subject, patience);
  }

  /** Plays one case on both. */
  public Outcome judge(Case played) {
    if (!isPlayable(played) || !referee.canPlay(played) || !player.canPlay(played)) {
      return new Outcome(played, Verdict.NOT_PLAYED, NOTHING, NOTHING, 0, 0);
    }
    Run expected = referee.play(played);
    Run actual = player.play(played);
    Comparison fidelity = Comparison.of(expected, actual);
    return new Outcome(
        played,
        verdict(fidelity),
        fidelity,
        holdsHere(played) ? Comparison.of(played.golden(), expected) : NOTHING,
        expected.micros(),
        actual.micros());
  }

  /** A server of another major may not know the settings that a case needs from its start. */
  private boolean isPlayable(Case played) {
    return played.header().server().settings().isEmpty() || holdsHere(played);
  }

  /** Another major may answer otherwise without being wrong. */
  private boolean holdsHere(Case played) {
    return played.header().majors().contains(major);
  }

  static Verdict verdict(Comparison fidelity) {
    if (fidelity.isSame()) {
      return Verdict.SAME;
    }
    boolean refused =
        fidelity.steps().stream()
            .flatMap(step -> step.rungs().stream())
            .filter(rung -> !rung.isSame())
            .flatMap(rung -> rung.actual().stream())
            .anyMatch(Judge::isRefusal);
    return refused ? Verdict.REFUSED : Verdict.DIFFERS;
  }

  private static boolean isRefusal(Answer answer) {
    return answer.line().columns().contains("C \"0A000\" M \"pgdouble does not simulate");
  }

  /** The server under test. */
  public Server subject() {
    return subject;
  }
}
