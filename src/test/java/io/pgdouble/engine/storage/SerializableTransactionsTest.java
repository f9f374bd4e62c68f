package io.pgdouble.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgdouble.engine.storage.SerializableTransactions.Member;
import io.pgdouble.error.ReportedError;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SerializableTransactionsTest {
  private static final LockTag TABLE = new Storage.FileId(5, 20_001);
  private static final LockTag OTHER = new Storage.FileId(5, 20_002);

  private final SerializableTransactions all = new SerializableTransactions();

  private Member begin() {
    return all.begin(SerializableAccess.READ_WRITE);
  }

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(ReportedError.class)
        .hasMessageContaining("does not simulate");
  }

  @Test
  void of_two_that_read_what_the_other_writes_the_second_may_fail() {
    Member first = begin();
    Member second = begin();
    first.reads(TABLE);
    second.reads(TABLE);
    first.writes(TABLE);
    second.writes(TABLE);
    assertThatCode(first::commits).doesNotThrowAnyException();
    refused(second::check);
    refused(second::commits);
  }

  @Test
  void a_reader_that_comes_late_may_fail_where_the_pivot_has_committed() {
    Member reader = begin();
    Member pivot = begin();
    Member third = begin();
    third.writes(TABLE);
    third.commits();
    pivot.reads(TABLE);
    pivot.writes(OTHER);
    pivot.commits();
    refused(() -> reader.reads(OTHER));
  }

  @Test
  void who_commits_before_what_he_has_read_is_written_does_not_fail() {
    Member pivot = begin();
    Member other = begin();
    pivot.reads(TABLE);
    pivot.writes(OTHER);
    other.reads(OTHER);
    other.writes(TABLE);
    assertThatCode(pivot::commits).doesNotThrowAnyException();
    refused(other::commits);
  }

  @Test
  void those_that_only_write_and_those_one_after_the_other_do_not_fail() {
    Member first = begin();
    Member second = begin();
    first.writes(TABLE);
    second.writes(TABLE);
    first.commits();
    assertThatCode(second::commits).doesNotThrowAnyException();
    Member third = begin();
    third.reads(TABLE);
    third.writes(TABLE);
    assertThatCode(third::commits).doesNotThrowAnyException();
  }

  @Test
  void who_has_failed_is_no_danger_any_more() {
    Member first = begin();
    Member second = begin();
    first.reads(TABLE);
    second.reads(TABLE);
    first.writes(TABLE);
    second.writes(TABLE);
    first.ended();
    assertThatCode(second::commits).doesNotThrowAnyException();
    assertThat(all.isAnyWriting()).isFalse();
  }
}
