package io.pgdouble.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.cli.OwnDouble;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JuryTest {
  private static final String PLAIN =
      """
      pgdouble-trace 1
      title A plain question
      majors 14-18

      A connect
      A F Query "SELECT 1"
      A until ReadyForQuery
      """;

  private static final String OWN = PLAIN.replace("majors 14-18", "majors 14-18\nroles nobody");

  /** A server of which no second can be started. */
  private record Lonely(Server one) implements Server {
    @Override
    public String name() {
      return one.name();
    }

    @Override
    public InetSocketAddress address() {
      return one.address();
    }

    @Override
    public Optional<PostmasterSignals> postmasterSignals() {
      return Optional.empty();
    }

    @Override
    public Optional<OwnServer.Starter> starter() {
      return Optional.of(
          wish -> {
            throw new IllegalStateException("no second server", new RuntimeException("no room"));
          });
    }
  }

  @Test
  void a_case_that_cannot_be_played_differs_and_keeps_no_other_from_being_judged() {
    try (OwnDouble pgdouble = OwnDouble.start(16)) {
      Judge judge = new Judge(new Lonely(pgdouble), 16, pgdouble);
      List<Case> cases = List.of(CaseReader.read("a/own", OWN), CaseReader.read("b/plain", PLAIN));
      List<Outcome> outcomes = new Jury(judge).judge(cases, outcome -> {});
      assertThat(outcomes)
          .extracting(Outcome::verdict)
          .containsExactly(Verdict.DIFFERS, Verdict.SAME);
      assertThat(outcomes.get(0).fidelity().firstDifference())
          .contains("Unplayable", "no second server", "no room");
    }
  }
}
