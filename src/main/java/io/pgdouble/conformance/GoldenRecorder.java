package io.pgdouble.conformance;

import io.pgdouble.trace.TraceLine;
import java.util.List;
import java.util.Optional;

/**
 * Writes the answers of a real PostgreSQL into cases: the only way an expectation comes to be.
 *
 * <p>It refuses to record from anything else. A server is believed to be PostgreSQL if it does not
 * say that it is simulated, and does what no test double claims to do: compile a query against its
 * own catalog of tables, write a row to disk, and read the position of its write-ahead log move.
 */
public final class GoldenRecorder {

  private final Server server;
  private final CaseRunner runner;
  private final String version;

  /**
   * A recorder of this server's answers.
   *
   * @throws NotPostgresException if the server is not PostgreSQL
   */
  public GoldenRecorder(Server server) {
    this.server = server;
    this.runner = new CaseRunner(server, Patience.USUAL);
    this.version = versionOfReal(server);
  }

  /** The server is not one to record from. */
  public static final class NotPostgresException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotPostgresException(String message) {
      super(message);
    }
  }

  /** The version the answers are recorded from, as {@code PostgreSQL 16.9}. */
  public String version() {
    return version;
  }

  /** The major of that version. */
  public int major() {
    return Integer.parseInt(version.replaceFirst("^PostgreSQL (\\d+).*$", "$1"));
  }

  /**
   * The case with fresh answers.
   *
   * @throws CaseSyntaxException if it awaits what does not come, or finds noise where it expects
   *     silence: then the script is wrong, for PostgreSQL cannot be
   */
  public Case record(Case scripted) {
    if (!runner.canPlay(scripted)) {
      throw new CaseSyntaxException(scripted.address() + ": needs what the reference lacks");
    }
    Run run = runner.play(scripted);
    for (PlayedStep played : run.steps()) {
      check(scripted, played);
    }
    return scripted.recordedAs(new Run(version, run.steps(), run.micros()));
  }

  private static void check(Case scripted, PlayedStep played) {
    boolean silent = played.step() instanceof Step.Silent;
    if (silent && !played.answers().isEmpty()) {
      throw new CaseSyntaxException(
          scripted.address() + ": expected silence, but got " + played.answers().get(0).text());
    }
    boolean late =
        played.answers().stream()
            .map(answer -> answer.line().name())
            .anyMatch(name -> name.equals("TimedOut") || name.equals(CaseRunner.UNPLAYABLE));
    if (late) {
      throw new CaseSyntaxException(
          scripted.address() + ": in vain: " + played.step().text() + " " + played.answers());
    }
  }

  /** Asks what only PostgreSQL can answer, and its version. */
  private static String versionOfReal(Server server) {
    Case question = CaseReader.read("question", PROOF);
    Run run = new CaseRunner(server, Patience.USUAL).play(question);
    List<String> values =
        run.answers().stream()
            .map(Answer::line)
            .filter(line -> line.name().equals("DataRow"))
            .map(TraceLine::columns)
            .toList();
    boolean simulated = values.stream().anyMatch(value -> value.contains("pgdouble"));
    boolean real = !simulated && values.size() == 3 && values.get(2).equals("1 1 't'");
    Optional<String> version =
        values.stream().findFirst().map(v -> v.replaceFirst("^.*'(.*)'$", "$1"));
    if (!real || version.isEmpty()) {
      throw new NotPostgresException(
          server.name()
              + " is not a PostgreSQL to record from: it does not write rows to tables and log them"
              + " as PostgreSQL does; it answered "
              + values);
    }
    return "PostgreSQL " + version.get();
  }

  private static final String PROOF =
      """
      pgdouble-trace 1
      title Only a server that stores rows and logs them answers this
      A connect
      A F Query "SHOW server_version"
      A until ReadyForQuery
      A F Query "SELECT version()"
      A until ReadyForQuery
      A F Query "CREATE TEMPORARY TABLE proof (lsn pg_lsn, rel regclass)"
      A until ReadyForQuery
      A F Query "INSERT INTO proof SELECT pg_current_wal_insert_lsn(), 'pg_temp.proof'"
      A until ReadyForQuery
      A F Query "CREATE TABLE pg_temp.more AS SELECT oid, ctid FROM pg_class"
      A until ReadyForQuery
      A F Query "SELECT pg_current_wal_insert_lsn() > lsn AND pg_relation_size(rel) > 0 FROM proof"
      A until ReadyForQuery
      """;
}
