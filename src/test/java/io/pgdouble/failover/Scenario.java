package io.pgdouble.failover;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.cli.OwnDouble;
import io.pgdouble.conformance.ReferenceServer;
import io.pgdouble.conformance.ServerKind;
import io.pgdouble.reference.SharedReference;
import java.util.List;

/** What happens to servers, and what a frontend does meanwhile. */
@FunctionalInterface
interface Scenario {

  /**
   * Plays it.
   *
   * @param hosts for this scenario alone
   * @param seen where it writes down what the frontend sees
   */
  void play(Hosts hosts, Sightings seen) throws Exception;

  /** The servers of both makes. */
  final class Stocks {
    private static final ReferenceServer REFERENCE = new ReferenceServer(SharedReference.get());
    private static final Stock REAL = new Stock(REFERENCE.starter().orElseThrow());
    private static final Stock DOUBLES =
        new Stock(OwnDouble.ofMajor(REFERENCE.reference().major()));

    private Stocks() {}
  }

  /**
   * Plays a scenario on real servers and on doubles, and has them compared.
   *
   * @return what the frontend saw on either
   */
  static List<String> onBoth(Scenario scenario, ServerKind... kinds) {
    List<String> real = scenario.on(Stocks.REAL, kinds);
    List<String> doubled = scenario.on(Stocks.DOUBLES, kinds);
    assertThat(doubled).as("on doubles, compared with real servers").isEqualTo(real);
    assertThat(real).isNotEmpty();
    return real;
  }

  /** Plays it on servers of one make. */
  private List<String> on(Stock stock, ServerKind... kinds) {
    try (Hosts hosts = Hosts.from(stock, kinds)) {
      Sightings seen = new Sightings(hosts::named);
      play(hosts, seen);
      return seen.all();
    } catch (Exception e) {
      throw new AssertionError("the scenario cannot be played: " + e, e);
    }
  }
}
