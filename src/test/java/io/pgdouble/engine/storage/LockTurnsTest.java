package io.pgdouble.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LockTurnsTest {
  private final CommitLog log = new CommitLog();
  private final SessionTransaction first = new ThreadedSession(log, 1).transaction;
  private final SessionTransaction second = new ThreadedSession(log, 2).transaction;
  private final SessionTransaction third = new ThreadedSession(log, 3).transaction;
  private final Lock table = new Lock(new Storage.FileId(5, 16_384));

  @Test
  void who_waits_only_behind_another_that_waits_is_let_go_when_they_change_turns() {
    table.request(first, LockMode.ACCESS_SHARE);
    Lock.Request exclusive = table.request(second, LockMode.ACCESS_EXCLUSIVE);
    Lock.Request shared = table.request(third, LockMode.ACCESS_SHARE);
    List<Deadlock.Turn> turns = List.of(new Deadlock.Turn(shared, exclusive));
    assertThat(shared.ahead(List.of())).containsExactly(exclusive);
    assertThat(shared.ahead(turns)).isEmpty();
    assertThat(table.allows(turns)).isTrue();
    table.reorder(turns);
    assertThat(shared.isOver()).isTrue();
    assertThat(exclusive.isOver()).isFalse();
    assertThat(exclusive.blockers()).containsExactly(first, third);
  }

  @Test
  void turns_that_contradict_each_other_are_not_possible() {
    table.request(first, LockMode.ACCESS_SHARE);
    Lock.Request one = table.request(second, LockMode.ACCESS_EXCLUSIVE);
    Lock.Request other = table.request(third, LockMode.ACCESS_EXCLUSIVE);
    List<Deadlock.Turn> turns =
        List.of(new Deadlock.Turn(one, other), new Deadlock.Turn(other, one));
    assertThat(table.allows(turns)).isFalse();
  }

  @Test
  void who_has_what_he_waited_for_has_nobody_ahead() {
    table.request(first, LockMode.ACCESS_SHARE);
    Lock.Request waiting = table.request(second, LockMode.ACCESS_EXCLUSIVE);
    table.reduce(first, 0);
    table.request(third, LockMode.ACCESS_SHARE);
    assertThat(waiting.ahead(List.of())).isEmpty();
  }

  @Test
  void two_that_hold_what_the_other_waits_for_are_known_at_once_to_wait_in_vain() {
    table.request(first, LockMode.ACCESS_SHARE);
    table.request(second, LockMode.ACCESS_SHARE);
    Lock.Request one = table.request(first, LockMode.ACCESS_EXCLUSIVE);
    Lock.Request other = table.request(second, LockMode.ACCESS_EXCLUSIVE);
    assertThat(one.isHopeless()).isFalse();
    assertThat(other.isHopeless()).isTrue();
  }
}
