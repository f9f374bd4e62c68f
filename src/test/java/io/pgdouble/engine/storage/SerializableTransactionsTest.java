package io.pgdouble.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ReportedError;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SerializableTransactionsTest {
  private static final PredicateTarget TABLE = PredicateTarget.relation(5, 20_001);
  private static final PredicateTarget OTHER = PredicateTarget.relation(5, 20_002);

  private final CommitLog log = new CommitLog();
  private final SerializableTransactions all = new SerializableTransactions(log);

  private Optional<SerializableXact> begin(SerializableAccess access) {
    ThreadedSession session = new ThreadedSession(log, 1);
    session.transaction.started();
    return all.begin(session.transaction, access, () -> {});
  }

  private SerializableXact begin() {
    return begin(SerializableAccess.READ_WRITE).orElseThrow();
  }

  private void commit(SerializableXact one) {
    all.preCommit(one);
    all.committed(one);
  }

  private static void fails(ThrowingCallable call, String reason) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ReportedError.class,
            error ->
                assertThat(error.report().field(ErrorField.DETAIL))
                    .hasValue("Reason code: " + reason));
  }

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(ReportedError.class)
        .hasMessageContaining("does not simulate");
  }

  private void crossing(Certainty certainty, SerializableXact first, SerializableXact second) {
    all.reads(first, TABLE, certainty);
    all.reads(second, OTHER, certainty);
    all.writes(first, OTHER, Certainty.CERTAIN);
    all.writes(second, TABLE, Certainty.CERTAIN);
  }

  @Test
  void of_two_that_read_what_the_other_writes_the_second_fails_when_it_commits() {
    SerializableXact first = begin();
    SerializableXact second = begin();
    crossing(Certainty.CERTAIN, first, second);
    assertThatCode(() -> commit(first)).doesNotThrowAnyException();
    fails(() -> commit(second), "Canceled on identification as a pivot, during commit attempt.");
  }

  @Test
  void who_would_fail_under_some_plans_only_is_refused() {
    SerializableXact first = begin();
    SerializableXact second = begin();
    crossing(Certainty.POSSIBLE, first, second);
    assertThatCode(() -> commit(first)).doesNotThrowAnyException();
    refused(() -> commit(second));
  }

  @Test
  void one_after_the_other_may_read_and_write_what_they_want() {
    SerializableXact first = begin();
    all.reads(first, TABLE, Certainty.CERTAIN);
    all.writes(first, OTHER, Certainty.CERTAIN);
    commit(first);
    SerializableXact second = begin();
    all.reads(second, OTHER, Certainty.CERTAIN);
    all.writes(second, TABLE, Certainty.CERTAIN);
    assertThatCode(() -> commit(second)).doesNotThrowAnyException();
  }

  @Test
  void who_only_reads_while_nobody_may_write_is_not_tracked() {
    assertThat(begin(SerializableAccess.READ_ONLY)).isEmpty();
    begin();
    assertThat(begin(SerializableAccess.READ_ONLY)).isPresent();
  }

  @Test
  void a_snapshot_is_safe_once_those_that_may_write_have_ended() {
    SerializableXact writer = begin();
    SerializableXact reader = begin(SerializableAccess.READ_ONLY).orElseThrow();
    assertThat(reader.isOver()).isFalse();
    commit(writer);
    assertThat(reader.safety).isEqualTo(SerializableXact.Safety.SAFE);
  }

  @Test
  void more_than_two_rows_of_a_page_are_the_whole_page() {
    SerializableXact reader = begin();
    for (int offset = 1; offset <= 3; offset++) {
      all.reads(reader, new PredicateTarget(5, 20_001, 0, offset), Certainty.CERTAIN);
    }
    assertThat(reader.locks).containsOnlyKeys(TABLE.page(0));
  }
}
