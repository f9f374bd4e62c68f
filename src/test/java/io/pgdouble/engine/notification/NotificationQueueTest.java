package io.pgdouble.engine.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgdouble.error.ReportedError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotificationQueueTest {
  private static final long PAGES = 1_048_576;

  /** A page has no room for a second one. */
  private static final Notification OF_A_PAGE = new Notification("c", "x".repeat(7999));

  private final NotificationQueue queue = new NotificationQueue();
  private final Session here = new Session(1);
  private final Session alsoHere = new Session(1);
  private final Session elsewhere = new Session(2);

  private record Session(long database, List<String> signals)
      implements NotificationQueue.Listener {
    Session(long database) {
      this(database, new ArrayList<>());
    }

    @Override
    public void signal() {
      signals.add("signal");
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  private List<NotificationQueue.Listener> add(Session sender, int count) {
    return queue.commit(() -> {}, sender, 1, Collections.nCopies(count, OF_A_PAGE));
  }

  @Test
  void who_listens_reads_what_is_added_afterwards_and_only_once() {
    add(here, 1);
    queue.register(here);
    assertThat(queue.read(here)).isEmpty();
    add(here, 2);
    assertThat(queue.read(here)).hasSize(2);
    assertThat(queue.read(here)).isEmpty();
  }

  @Test
  void those_of_the_same_database_are_told_others_when_they_are_four_pages_behind() {
    queue.register(here);
    queue.register(alsoHere);
    queue.register(elsewhere);
    assertThat(add(here, 1)).containsExactlyInAnyOrder(here, alsoHere);
    queue.read(here);
    assertThat(add(here, 2)).containsExactlyInAnyOrder(here, alsoHere);
    assertThat(add(here, 2)).contains(elsewhere);
    assertThat(queue.read(elsewhere)).isEmpty();
  }

  @Test
  void the_queue_is_as_full_as_the_slowest_listener_is_behind() {
    queue.register(here);
    queue.register(alsoHere);
    assertThat(queue.usage(PAGES)).isZero();
    add(here, 3);
    queue.read(here);
    assertThat(queue.usage(PAGES)).isEqualTo(2.0 / PAGES);
    queue.read(alsoHere);
    assertThat(queue.usage(PAGES)).isZero();
  }

  @Test
  void nothing_is_added_to_a_queue_of_which_postgresql_would_warn() {
    queue.register(here);
    add(here, 32);
    queue.requireRoom(64);
    add(here, 1);
    assertThatThrownBy(() -> queue.requireRoom(64))
        .isInstanceOf(ReportedError.class)
        .hasMessageContaining("does not simulate");
    queue.unregister(here);
    queue.requireRoom(64);
  }
}
