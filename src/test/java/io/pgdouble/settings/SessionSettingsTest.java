package io.pgdouble.settings;

import static io.pgdouble.settings.SettingScope.LOCAL;
import static io.pgdouble.settings.SettingScope.SESSION;
import static io.pgdouble.settings.TransactionOutcome.ABORTED;
import static io.pgdouble.settings.TransactionOutcome.COMMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionSettingsTest {
  private final LoneHost host = new LoneHost();
  private final SessionSettings session = LoneHost.session(host);

  @BeforeEach
  void begin() {
    session.startupReports();
    session.startTransaction();
  }

  @Test
  void set_local_after_set_hides_the_value_until_commit() {
    session.set("work_mem", "1MB", SESSION);
    session.set("work_mem", "2MB", LOCAL);
    assertThat(session.show("work_mem")).isEqualTo("2MB");
    session.endTransaction(COMMITTED);
    assertThat(session.show("work_mem")).isEqualTo("1MB");
  }

  @Test
  void rollback_restores_what_was_there_before_the_transaction() {
    session.set("work_mem", "1MB", SESSION);
    session.endTransaction(ABORTED);
    assertThat(session.show("work_mem")).isEqualTo("4MB");
  }

  @Test
  void a_released_savepoints_set_local_ends_with_the_transaction() {
    session.set("work_mem", "1MB", SESSION);
    session.startSubtransaction();
    session.set("work_mem", "2MB", LOCAL);
    session.endSubtransaction(COMMITTED);
    assertThat(session.show("work_mem")).isEqualTo("2MB");
    session.endTransaction(COMMITTED);
    assertThat(session.show("work_mem")).isEqualTo("1MB");
  }

  @Test
  void a_rolled_back_savepoint_restores_the_value_before_it() {
    session.startSubtransaction();
    session.startSubtransaction();
    session.set("work_mem", "2MB", SESSION);
    session.endSubtransaction(COMMITTED);
    session.endSubtransaction(ABORTED);
    assertThat(session.show("work_mem")).isEqualTo("4MB");
    session.endTransaction(COMMITTED);
    assertThat(session.show("work_mem")).isEqualTo("4MB");
  }

  @Test
  void only_a_value_that_differs_from_what_was_told_is_reported() {
    session.set("application_name", "a", SESSION);
    session.set("application_name", "", SESSION);
    session.set("datestyle", "german", SESSION);
    assertThat(session.changedReports())
        .isEqualTo(List.of(new ParameterReport("DateStyle", "German, DMY")));
    assertThat(session.changedReports()).isEmpty();
    session.endTransaction(ABORTED);
    assertThat(session.changedReports())
        .isEqualTo(List.of(new ParameterReport("DateStyle", "ISO, MDY")));
  }

  @Test
  void a_transactions_characteristics_begin_as_the_defaults_and_end_with_it() {
    session.set("default_transaction_isolation", "serializable", SESSION);
    assertThat(session.show("transaction_isolation")).isEqualTo("read committed");
    session.endTransaction(COMMITTED);
    session.startTransaction();
    assertThat(session.show("transaction_isolation")).isEqualTo("serializable");
    session.set("transaction_isolation", "repeatable read", LOCAL);
    session.endTransaction(COMMITTED);
    session.startTransaction();
    assertThat(session.show("transaction_isolation")).isEqualTo("serializable");
  }

  @Test
  void set_role_changes_who_the_session_is_and_rollback_takes_it_back() {
    session.set("role", "pg_signal_backend", SESSION);
    assertThat(session.identity().currentUser().superuser()).isFalse();
    assertThat(session.changedReports())
        .containsExactly(new ParameterReport("is_superuser", "off"));
    session.endTransaction(ABORTED);
    assertThat(session.show("role")).isEqualTo("none");
    assertThat(session.changedReports()).containsExactly(new ParameterReport("is_superuser", "on"));
  }
}
