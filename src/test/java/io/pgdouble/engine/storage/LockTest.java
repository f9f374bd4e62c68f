package io.pgdouble.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LockTest {
  private final CommitLog log = new CommitLog();
  private final SessionTransaction first = new ThreadedSession(log, 1).transaction;
  private final SessionTransaction second = new ThreadedSession(log, 2).transaction;
  private final SessionTransaction third = new ThreadedSession(log, 3).transaction;
  private final Lock table = new Lock(new Storage.FileId(5, 16_384));

  @Test
  void nobody_is_let_go_before_those_ahead_of_him_whom_he_conflicts_with() {
    table.request(first, LockMode.ACCESS_SHARE);
    Lock.Request exclusive = table.request(second, LockMode.ACCESS_EXCLUSIVE);
    Lock.Request shared = table.request(third, LockMode.ACCESS_SHARE);
    assertThat(exclusive.blockers()).containsExactly(first);
    assertThat(shared.blockers()).containsExactly(second);
    table.reduce(first, 0);
    assertThat(exclusive.isOver()).isTrue();
    assertThat(shared.isOver()).isFalse();
    table.reduce(second, 0);
    assertThat(shared.isOver()).isTrue();
  }

  @Test
  void who_holds_what_another_waits_for_goes_before_him() {
    table.request(first, LockMode.ACCESS_SHARE);
    table.request(third, LockMode.ACCESS_SHARE);
    Lock.Request waiting = table.request(second, LockMode.ACCESS_EXCLUSIVE);
    assertThat(table.request(first, LockMode.ROW_EXCLUSIVE).isOver()).isTrue();
    assertThat(waiting.isOver()).isFalse();
  }

  @Test
  void who_holds_nothing_that_matters_to_those_who_wait_queues_behind_them() {
    table.request(first, LockMode.ACCESS_SHARE);
    table.request(second, LockMode.ROW_EXCLUSIVE);
    Lock.Request share = table.request(third, LockMode.SHARE);
    Lock.Request behind = table.request(first, LockMode.ROW_EXCLUSIVE);
    assertThat(behind.isOver()).isFalse();
    assertThat(behind.blockers()).containsExactly(third);
    share.cancel();
    assertThat(behind.isOver()).isTrue();
  }

  @Test
  void an_advisory_lock_that_nobody_has_is_forgotten_and_asked_for_anew() {
    Lock advisory = new Lock(AdvisoryTag.of(5, 1L));
    advisory.request(first, LockMode.EXCLUSIVE);
    advisory.reduce(first, 0);
    assertThat(advisory.isForgotten()).isTrue();
    assertThat(advisory.request(second, LockMode.EXCLUSIVE)).isNull();
    assertThat(advisory.tryRequest(second, LockMode.EXCLUSIVE)).isEqualTo(Lock.Outcome.FORGOTTEN);
  }
}
