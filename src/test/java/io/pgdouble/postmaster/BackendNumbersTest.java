package io.pgdouble.postmaster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.engine.VirtualTransaction;
import io.pgdouble.facts.Facts;
import io.pgdouble.settings.ServerSettings;
import org.junit.jupiter.api.Test;

/** What {@code pg_locks.virtualtransaction} of PostgreSQL 16 and 17 told of sessions in a row. */
class BackendNumbersTest {
  private static final int LAUNCHER = 11;
  private static final int OTHER_LAUNCHER = 12;

  private static BackendNumbers ofPrimary(int major, int places) {
    BackendNumbers numbers = new BackendNumbers(major, places, 0);
    numbers.enterAuxiliary(LAUNCHER);
    numbers.enterAuxiliary(OTHER_LAUNCHER);
    return numbers;
  }

  /** A backend comes and begins a transaction. */
  private static String enter(BackendNumbers numbers, int pid) {
    numbers.enter(pid);
    VirtualTransaction transaction = numbers.find(pid).orElseThrow();
    transaction.started();
    return transaction.id();
  }

  private static String pass(BackendNumbers numbers, int pid) {
    String id = enter(numbers, pid);
    numbers.leave(pid);
    numbers.leave(pid);
    return id;
  }

  @Test
  void up_to_16_the_least_number_is_given_with_the_count_of_its_last_owner() {
    BackendNumbers numbers = ofPrimary(16, 100);
    assertThat(pass(numbers, 1)).isEqualTo("3/1");
    assertThat(enter(numbers, 2)).isEqualTo("3/2");
    assertThat(enter(numbers, 3)).isEqualTo("4/1");
    numbers.leave(2);
    assertThat(pass(numbers, 4)).isEqualTo("3/3");
    assertThat(enter(numbers, 5)).isEqualTo("3/4");
    assertThat(enter(numbers, 6)).isEqualTo("5/1");
  }

  @Test
  void from_17_on_places_are_given_in_turn_and_launchers_have_others() {
    BackendNumbers numbers = ofPrimary(17, 3);
    assertThat(pass(numbers, 1)).isEqualTo("0/1");
    assertThat(enter(numbers, 2)).isEqualTo("1/1");
    assertThat(pass(numbers, 3)).isEqualTo("2/1");
    assertThat(pass(numbers, 4)).isEqualTo("0/2");
    numbers.leave(2);
    assertThat(pass(numbers, 5)).isEqualTo("2/2");
    assertThat(pass(numbers, 6)).isEqualTo("0/3");
    assertThat(pass(numbers, 7)).isEqualTo("1/2");
  }

  /** What {@code log_line_prefix = '%v'} of standbys of PostgreSQL 17.6 and 18.1 showed. */
  @Test
  void from_17_on_the_startup_process_has_a_place_behind_all_backends() {
    assertThat(startup(17)).isEqualTo("125/0");
    assertThat(startup(18)).isEqualTo("141/0");
  }

  private static String startup(int major) {
    ServerSettings settings = ServerSettings.of(Facts.of(major), ServerSettings.Base.BOOT);
    BackendNumbers numbers = BackendNumbers.of(settings);
    numbers.enterStartup(LAUNCHER);
    String id = numbers.find(LAUNCHER).orElseThrow().id();
    numbers.leave(LAUNCHER);
    assertThat(enter(numbers, 1)).isEqualTo("0/1");
    return id;
  }

  @Test
  void a_standby_gives_the_first_number_to_whoever_comes_first_and_a_crash_forgets_all() {
    BackendNumbers numbers = ofPrimary(16, 100);
    numbers.leave(LAUNCHER);
    assertThat(enter(numbers, 1)).isEqualTo("1/1");
    numbers.reinitialize();
    assertThat(numbers.find(1)).isEmpty();
    assertThat(enter(numbers, 2)).isEqualTo("1/1");
  }
}
