package io.pgdouble.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.type.Tid;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What snapshots see of a table that others write to. */
class HeapTest {
  private final Storage storage = new Storage();
  private final Heap heap = storage.heap(new Storage.FileId(5, 16_384), Heap.Keeping.PERMANENT);
  private final ThreadedSession one = new ThreadedSession(storage.log(), 1);
  private final ThreadedSession other = new ThreadedSession(storage.log(), 2);

  private List<Object> seen(Snapshot snapshot) {
    return seen(heap, snapshot);
  }

  private static List<Object> seen(Heap heap, Snapshot snapshot) {
    List<Object> values = new ArrayList<>();
    HeapScan scan = heap.scan(snapshot);
    for (RowVersion row = scan.next(); row != null; row = scan.next()) {
      values.add(row.values()[0]);
    }
    return values;
  }

  @Test
  void a_row_is_seen_by_later_commands_and_by_others_once_it_is_committed() {
    Snapshot first = one.begin();
    one.insert(heap, "a");
    assertThat(seen(first)).isEmpty();
    assertThat(seen(one.next())).containsExactly("a");
    Snapshot before = other.begin();
    assertThat(seen(before)).isEmpty();
    one.transaction.commit();
    assertThat(seen(before)).isEmpty();
    assertThat(seen(other.next())).containsExactly("a");
  }

  @Test
  void what_a_savepoint_did_is_undone_alone() {
    one.begin();
    one.insert(heap, "kept");
    one.transaction.subStarted();
    one.insert(heap, "undone");
    one.transaction.subAborted();
    one.transaction.subStarted();
    one.insert(heap, "released");
    one.transaction.subCommitted();
    assertThat(seen(one.next())).containsExactly("kept", "released");
    one.transaction.commit();
    assertThat(seen(other.begin())).containsExactly("kept", "released");
  }

  @Test
  void an_update_is_a_new_version_at_the_end_and_the_old_one_is_seen_until_it_commits() {
    one.begin();
    RowVersion a = one.insert(heap, "a");
    one.insert(heap, "b");
    one.transaction.commit();
    Snapshot before = other.begin();
    one.begin();
    Attempt.Done done = (Attempt.Done) one.update(heap, a, "A");
    assertThat(done.version().tid()).isEqualTo(new Tid(0, 3));
    assertThat(seen(one.next())).containsExactly("b", "A");
    assertThat(seen(before)).containsExactly("a", "b");
    one.transaction.commit();
    assertThat(seen(before)).containsExactly("a", "b");
    assertThat(seen(other.next())).containsExactly("b", "A");
  }

  @Test
  void a_row_that_another_changes_is_pending_and_then_changed_or_free() {
    one.begin();
    RowVersion row = one.insert(heap, "a");
    one.transaction.commit();
    one.begin();
    other.begin();
    Attempt.Done mine = (Attempt.Done) one.update(heap, row, "b");
    assertThat(other.update(heap, row, "c")).isInstanceOf(Attempt.Pending.class);
    one.transaction.aborted();
    assertThat(other.update(heap, row, "c")).isInstanceOf(Attempt.Done.class);
    other.transaction.commit();
    one.begin();
    assertThat(one.delete(heap, row)).isInstanceOf(Attempt.Updated.class);
    assertThat(one.delete(heap, mine.version())).isInstanceOf(Attempt.Invisible.class);
  }

  @Test
  void shared_locks_go_together_and_keep_others_from_changing() {
    one.begin();
    RowVersion row = one.insert(heap, "a");
    one.transaction.commit();
    one.begin();
    other.begin();
    assertThat(lock(one, row, LockStrength.SHARE)).isInstanceOf(Attempt.Done.class);
    assertThat(lock(other, row, LockStrength.KEY_SHARE)).isInstanceOf(Attempt.Done.class);
    assertThat(other.update(heap, row, "b")).isInstanceOf(Attempt.Pending.class);
    one.transaction.commit();
    assertThat(other.update(heap, row, "b")).isInstanceOf(Attempt.Done.class);
  }

  private static Attempt lock(ThreadedSession session, RowVersion row, LockStrength strength) {
    SessionTransaction transaction = session.transaction;
    return transaction.claims().lock(row, new RowClaims.Wish(transaction.writing(), strength));
  }

  @Test
  void another_storage_that_does_it_again_shows_the_same_rows() {
    Storage follower = new Storage();
    one.begin();
    RowVersion a = one.insert(heap, "a");
    RowVersion b = one.insert(heap, "b");
    one.transaction.subStarted();
    one.insert(heap, "undone");
    one.transaction.subAborted();
    follower.replay(one.transaction.commit());
    one.begin();
    one.update(heap, a, "A");
    one.delete(heap, b);
    one.insert(heap, "c");
    follower.replay(one.transaction.commit());
    Storage later = new Storage();
    later.replay(storage.all(Heap.Keeping.PERMANENT));
    assertThat(seen(one.begin())).containsExactly("A", "c");
    assertThat(seenIn(follower)).containsExactly("A", "c");
    assertThat(seenIn(later)).containsExactly("A", "c");
  }

  private static List<Object> seenIn(Storage storage) {
    Heap heap = storage.heap(new Storage.FileId(5, 16_384), Heap.Keeping.PERMANENT);
    return seen(heap, new ThreadedSession(storage.log(), 9).begin());
  }

  @Test
  void a_row_that_is_updated_again_and_again_needs_one_block() {
    one.begin();
    RowVersion row = one.insert(heap, 0);
    one.transaction.commit();
    for (int i = 1; i <= 10_000; i++) {
      one.begin();
      row = ((Attempt.Done) one.update(heap, row, i)).version();
      one.transaction.commit();
    }
    assertThat(heap.blocks()).isEqualTo(1);
    assertThat(seen(other.begin())).containsExactly(10_000);
  }

  @Test
  void rows_that_come_and_go_leave_nothing_behind() {
    for (int i = 0; i < 50_000; i++) {
      one.begin();
      RowVersion row = one.insert(heap, i);
      one.transaction.commit();
      one.begin();
      one.delete(heap, row);
      one.transaction.commit();
    }
    int left = 0;
    for (int block = 0; block < heap.blocks(); block++) {
      HeapPage page = heap.page(block);
      for (int slot = 0; slot < page.used(); slot++) {
        left += page.get(slot) == null ? 0 : 1;
      }
    }
    assertThat(heap.blocks()).isGreaterThan(100);
    assertThat(left).isLessThan(1_000);
  }

  /** Money is moved between accounts; whoever looks finds the same sum at any moment. */
  @Test
  void the_sum_over_rows_that_threads_update_is_the_same_in_every_snapshot() throws Exception {
    int accounts = 20;
    one.begin();
    for (int i = 0; i < accounts; i++) {
      one.insert(heap, i, 100);
    }
    one.transaction.commit();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<Integer>> ends = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int seed = t;
      ends.add(threads.submit(() -> transfers(seed)));
    }
    for (int i = 0; i < 2_000; i++) {
      assertThat(sum(other.begin())).isEqualTo(accounts * 100);
      other.transaction.commit();
    }
    int moved = 0;
    for (Future<Integer> end : ends) {
      moved += end.get();
    }
    threads.shutdown();
    assertThat(moved).isPositive();
    assertThat(sum(other.begin())).isEqualTo(accounts * 100);
  }

  private int sum(Snapshot snapshot) {
    int sum = 0;
    HeapScan scan = heap.scan(snapshot);
    for (RowVersion row = scan.next(); row != null; row = scan.next()) {
      sum += (Integer) row.values()[1];
    }
    return sum;
  }

  /** Those that another stands in the way of are given up, so that nobody waits in a circle. */
  private int transfers(int seed) {
    Random random = new Random(seed);
    ThreadedSession session = new ThreadedSession(storage.log(), 10 + seed);
    int done = 0;
    for (int i = 0; i < 5_000; i++) {
      Snapshot snapshot = session.begin();
      boolean moved =
          add(session, snapshot, random.nextInt(20), -1)
              && add(session, session.next(), random.nextInt(20), 1);
      if (moved) {
        session.transaction.commit();
        done++;
      } else {
        session.transaction.aborted();
      }
    }
    session.transaction.leave();
    return done;
  }

  private boolean add(ThreadedSession session, Snapshot snapshot, int account, int amount) {
    HeapScan scan = heap.scan(snapshot);
    for (RowVersion row = scan.next(); row != null; row = scan.next()) {
      if (row.values()[0].equals(account)) {
        int balance = (Integer) row.values()[1] + amount;
        return session.update(heap, row, account, balance) instanceof Attempt.Done;
      }
    }
    return false;
  }
}
