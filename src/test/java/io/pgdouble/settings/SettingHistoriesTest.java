package io.pgdouble.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Any history of settings and transactions, beside the real server. */
class SettingHistoriesTest {
  private static final List<String> ASSIGNMENTS =
      List.of(
          "work_mem=1MB",
          "work_mem=2MB",
          "application_name=a",
          "application_name=b",
          "datestyle=german",
          "datestyle=dmy",
          "intervalstyle=iso_8601",
          "timezone=Asia/Tokyo",
          "timezone=5.5",
          "search_path=x",
          "my.own=1",
          "my.own=2",
          "enable_sort=off",
          "default_transaction_read_only=on",
          "default_transaction_isolation=serializable",
          "client_encoding=LATIN1",
          "role=pg_signal_backend",
          "role=none",
          "work_mem=nonsense",
          "server_version=1",
          "session_authorization=pg_signal_backend",
          "timezone=nowhere",
          "standard_conforming_strings=off",
          "scram_iterations=5000");

  private static final List<String> WATCHED =
      List.of(
          "work_mem",
          "application_name",
          "datestyle",
          "intervalstyle",
          "timezone",
          "search_path",
          "enable_sort",
          "client_encoding",
          "role",
          "session_authorization",
          "is_superuser",
          "default_transaction_read_only",
          "transaction_read_only",
          "transaction_isolation",
          "standard_conforming_strings",
          "scram_iterations");

  private static final ServerSession SERVER = new ServerSession();

  @AfterContainer
  static void end() throws IOException {
    SERVER.close();
  }

  /** One statement. */
  enum Kind {
    SET,
    SET_LOCAL,
    RESET,
    RESET_ALL,
    BEGIN,
    COMMIT,
    ROLLBACK,
    SAVEPOINT,
    RELEASE,
    ROLLBACK_TO
  }

  record Step(Kind kind, String assignment) {
    String name() {
      return assignment.substring(0, assignment.indexOf('='));
    }

    String value() {
      return assignment.substring(assignment.indexOf('=') + 1);
    }
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, Arbitraries.just(Kind.SET)),
            net.jqwik.api.Tuple.of(4, Arbitraries.just(Kind.SET_LOCAL)),
            net.jqwik.api.Tuple.of(3, Arbitraries.of(Kind.class)),
            net.jqwik.api.Tuple.of(2, Arbitraries.of(Kind.SAVEPOINT, Kind.RELEASE)));
    Arbitrary<Step> steps =
        kinds.flatMap(kind -> Arbitraries.of(ASSIGNMENTS).map(text -> new Step(kind, text)));
    return steps.list().ofMinSize(3).ofMaxSize(25);
  }

  @Property(tries = 150, seed = "20261125")
  void every_history_leaves_the_same_values_and_tells_the_same_changes(
      @ForAll("histories") List<Step> steps) {
    SERVER.run("ROLLBACK");
    SERVER.run("RESET SESSION AUTHORIZATION");
    SERVER.run("RESET ALL");
    SERVER.run("RESET ROLE");
    SERVER.run("RESET my.own");
    Conversation conversation = new Conversation(SERVER);
    for (Step step : steps) {
      conversation.play(step);
    }
    conversation.play(new Step(Kind.ROLLBACK, "="));
    assertThat(conversation.differences).isEmpty();
  }

  /** The same statements on both. */
  private static final class Conversation {
    private final ServerSession server;
    private final DoubleSession ours = new DoubleSession();
    private final List<String> played = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private int savepoints = -1;

    Conversation(ServerSession server) {
      this.server = server;
    }

    void play(Step step) {
      boolean inTransaction = savepoints >= 0;
      switch (step.kind()) {
        case SET ->
            same(
                "SET " + step.name() + " TO '" + step.value() + "'",
                ours.set(step.name(), step.value(), SettingScope.SESSION));
        case SET_LOCAL -> {
          if (inTransaction) {
            same(
                "SET LOCAL " + step.name() + " TO '" + step.value() + "'",
                ours.set(step.name(), step.value(), SettingScope.LOCAL));
          }
        }
        case RESET -> same("RESET " + step.name(), ours.reset(step.name()));
        case RESET_ALL ->
            same(
                "RESET ALL",
                ours.run(
                    () -> {
                      ours.settings.resetAll();
                      return List.of();
                    }));
        case BEGIN -> begin(inTransaction);
        case COMMIT, ROLLBACK -> end(inTransaction, step.kind());
        case SAVEPOINT, RELEASE, ROLLBACK_TO -> savepoint(inTransaction, step.kind());
      }
    }

    private void begin(boolean inTransaction) {
      if (!inTransaction) {
        savepoints = 0;
        same("BEGIN", ours.begin());
      }
    }

    private void end(boolean inTransaction, Kind kind) {
      if (inTransaction) {
        savepoints = -1;
        TransactionOutcome outcome =
            kind == Kind.COMMIT ? TransactionOutcome.COMMITTED : TransactionOutcome.ABORTED;
        same(kind.name(), ours.end(outcome));
      }
    }

    private void savepoint(boolean inTransaction, Kind kind) {
      if (!inTransaction) {
        return;
      }
      if (kind == Kind.SAVEPOINT) {
        same("SAVEPOINT s" + savepoints++, ours.savepoint());
      } else if (savepoints > 0 && kind == Kind.RELEASE) {
        same("RELEASE s" + --savepoints, ours.endSubtransaction(TransactionOutcome.COMMITTED));
      } else if (savepoints > 0) {
        same("ROLLBACK TO s" + (savepoints - 1), ours.rollbackTo());
      }
    }

    private void same(String sql, List<String> answer) {
      played.add(sql);
      List<String> told = server.run(sql);
      boolean failed = told.stream().anyMatch(line -> line.startsWith("E "));
      if (!told.equals(answer)) {
        differences.add(played + "\n  server " + told + "\n  double " + answer);
      }
      if (failed && savepoints >= 0) {
        // A failed transaction answers nothing but its end.
        savepoints = -1;
        List<String> end = server.run("ROLLBACK");
        List<String> ourEnd = ours.end(TransactionOutcome.ABORTED);
        if (!end.equals(ourEnd)) {
          differences.add(played + " ROLLBACK\n  server " + end + "\n  double " + ourEnd);
        }
      }
      for (String name : WATCHED) {
        watch(name);
      }
    }

    private void watch(String name) {
      List<String> told = server.run("SHOW " + name);
      List<String> answer = ours.show(name);
      if (!told.equals(answer) && differences.size() < 5) {
        differences.add(played + " SHOW " + name + "\n  server " + told + "\n  double " + answer);
      }
    }
  }
}
