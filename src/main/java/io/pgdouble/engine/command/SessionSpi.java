package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.analysis.ParameterTypes;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.execution.RelationSource;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.plpgsql.ErrorContexts;
import io.pgdouble.engine.plpgsql.Routines;
import io.pgdouble.engine.plpgsql.Spi;
import io.pgdouble.engine.plpgsql.SpiPlan;
import io.pgdouble.engine.plpgsql.SpiResult;
import io.pgdouble.engine.portal.Portal;
import io.pgdouble.engine.portal.PortalDefinition;
import io.pgdouble.engine.portal.PortalSettings;
import io.pgdouble.engine.portal.Portals;
import io.pgdouble.engine.sql.Parser;
import io.pgdouble.engine.sql.ParserSettings;
import io.pgdouble.engine.transaction.TransactionBlock;
import io.pgdouble.engine.tree.CursorOption;
import io.pgdouble.engine.tree.RawStmt;
import io.pgdouble.engine.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The session as a procedural language uses it ({@code spi.c}). One for each session. */
final class SessionSpi implements Spi {
  private final SessionMemory memory;
  private final Commands commands;

  /** How the statement that runs within another was begun; empty while none does. */
  private Optional<Nested> nested = Optional.empty();

  private final Routines routines = new Routines(this);

  SessionSpi(SessionMemory memory, Commands commands) {
    this.memory = memory;
    this.commands = commands;
  }

  /**
   * What a statement within another has from that.
   *
   * @param query the string of the outermost, where errors of compilation point into
   */
  private record Nested(String query, SpiPlan.Atomicity atomicity) {}

  /** The routines of users. */
  Routines routines() {
    return routines;
  }

  /** The query string that the frontend has sent. */
  String query(String own) {
    return nested.map(Nested::query).orElse(own);
  }

  /** Whether the transaction may end within the statement that begins. */
  SpiPlan.Atomicity atomicity() {
    SpiPlan.Atomicity atTop =
        memory.block().isBlock() ? SpiPlan.Atomicity.ATOMIC : SpiPlan.Atomicity.NON_ATOMIC;
    return nested.map(Nested::atomicity).orElse(atTop);
  }

  /** Does something of which statements are a part. */
  <T> T nesting(String query, SpiPlan.Atomicity atomicity, Supplier<T> work) {
    Optional<Nested> before = nested;
    nested = Optional.of(new Nested(query(query), atomicity));
    memory.block().enterStatement();
    try {
      return work.get();
    } finally {
      memory.block().leaveStatement();
      nested = before;
    }
  }

  @Override
  public boolean hasOwnTerms(ProcEntry routine) {
    return new RoutineTerms(memory, routine).areOwn();
  }

  @Override
  public <T> T onTermsOf(ProcEntry routine, Supplier<T> work) {
    return new RoutineTerms(memory, routine).during(work);
  }

  @Override
  public ErrorContexts contexts() {
    return memory.errorContexts();
  }

  @Override
  public ExecutionContext execution() {
    return memory.execution();
  }

  @Override
  public AnalysisContext analysis() {
    return memory.analysis(memory.execution());
  }

  @Override
  public ParserSettings parserSettings() {
    return memory.parserSettings();
  }

  @Override
  public RelationSource relations() {
    return memory.relations();
  }

  @Override
  public TransactionBlock block() {
    return memory.block();
  }

  @Override
  public Portals portals() {
    return memory.portals();
  }

  @Override
  public void takeSnapshot() {
    memory.takeSnapshot();
  }

  @Override
  public SpiPlan prepare(String text, ParameterTypes parameters) {
    List<SpiStatement> statements = new ArrayList<>();
    for (RawStmt raw : parse(text)) {
      requireSnapshot();
      statements.add(SpiStatement.of(raw, text, parameters, commands));
    }
    return new SessionPlan(this, analysis(), statements);
  }

  private List<RawStmt> parse(String text) {
    return Parser.parse(text, memory.parserSettings(), memory::notice);
  }

  @Override
  public SpiResult execute(String text, int[] types, SpiPlan.Run run) {
    SpiResult result = SpiResult.of(SpiResult.Code.EMPTY);
    for (RawStmt raw : parse(text)) {
      requireSnapshot();
      SpiStatement statement = SpiStatement.of(raw, text, ParameterTypes.fixed(types), commands);
      result = run(statement, run);
      if (isEnd(result)) {
        return result;
      }
    }
    return result;
  }

  /** To be analysed, a statement needs no newer one than the statement around it has. */
  private void requireSnapshot() {
    if (!memory.snapshotTaken()) {
      takeSnapshot();
    }
  }

  private void takeSnapshot(Statement statement) {
    if (Commands.needsSnapshot(statement)) {
      takeSnapshot();
    }
  }

  static boolean isEnd(SpiResult result) {
    return result.code() == SpiResult.Code.COPY_FORBIDDEN
        || result.code() == SpiResult.Code.TRANSACTION_FORBIDDEN;
  }

  SpiResult run(SpiStatement statement, SpiPlan.Run run) {
    return nesting(
        statement.source().text(),
        run.atomicity(),
        () -> {
          if (run.access() == SpiPlan.Access.READ_WRITE) {
            takeSnapshot(statement.source().statement());
          } else {
            statement.requireReading();
          }
          return statement.run(run);
        });
  }

  @Override
  public Portal open(Optional<String> name, int options, SpiPlan.Cursor cursor) {
    takeSnapshot();
    PortalDefinition definition = cursor.plan().define(cursor.parameters());
    PortalSettings settings =
        new PortalSettings(
            withScrolling(options, cursor),
            memory.block().level().id(),
            memory.statementStart(),
            true);
    boolean named = name.isPresent() && !name.get().isEmpty();
    return named
        ? memory.portals().create(name.get(), definition, settings)
        : memory.portals().createUnnamed(definition, settings);
  }

  /** Without SCROLL or NO SCROLL a cursor can go back where that costs nothing. */
  private static int withScrolling(int options, SpiPlan.Cursor cursor) {
    if ((options & (CursorOption.SCROLL | CursorOption.NO_SCROLL)) != 0) {
      return options;
    }
    boolean scrolls = cursor.plan().scrollsByItself(cursor.parameters());
    return options | (scrolls ? CursorOption.SCROLL : CursorOption.NO_SCROLL);
  }
}
