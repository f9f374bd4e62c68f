package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.analysis.AnalyzedStatement;
import io.pgdouble.engine.analysis.AnalyzedStatement.AnalyzedQuery;
import io.pgdouble.engine.analysis.AnalyzedStatement.AnalyzedUtility;
import io.pgdouble.engine.analysis.Analyzer;
import io.pgdouble.engine.analysis.ParameterTypes;
import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.function.RoutineCalls;
import io.pgdouble.engine.planning.PlanSource;
import io.pgdouble.engine.planning.Planner;
import io.pgdouble.engine.portal.PortalDefinition;
import io.pgdouble.engine.prepared.Origin;
import io.pgdouble.engine.prepared.PlannableQuery;
import io.pgdouble.engine.prepared.PreparedStatement;
import io.pgdouble.engine.tree.CallStmt;
import io.pgdouble.engine.tree.CreateTableAsStmt;
import io.pgdouble.engine.tree.DeclareCursorStmt;
import io.pgdouble.engine.tree.ExplainStmt;
import io.pgdouble.engine.tree.OptimizableStatement;
import io.pgdouble.engine.tree.RawStmt;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/** From statements to what a portal can run. One for each session. */
public final class Commands {
  private static final Object[] NO_PARAMETERS = {};
  private static final int[] NO_TYPES = {};
  private static final int UNKNOWN = 705;

  private final SessionMemory memory;
  private final QueryCache cache;
  private final UtilityDefinitions utilities;
  private final QueryPortals queries;
  private final SessionSpi spi;

  /**
   * @param cache shared by the sessions of a server
   */
  public Commands(SessionMemory memory, QueryCache cache) {
    this.memory = memory;
    this.cache = cache;
    this.spi = new SessionSpi(memory, this);
    this.utilities = new UtilityDefinitions(memory, this);
    this.queries = new QueryPortals(memory);
  }

  /**
   * The statements of a query string.
   *
   * @throws ReportedError where the parser complains
   */
  public ParsedQuery parse(String text) {
    return cache.parse(text, memory.parserSettings(), memory::notice);
  }

  /**
   * Analyses and plans a statement of the simple query protocol.
   *
   * @param source the whole query string
   */
  public PortalDefinition define(ParsedStatement parsed, String source) {
    Statement statement = parsed.statement();
    if (needsSnapshot(statement)) {
      memory.takeSnapshot();
    }
    if (statement instanceof OptimizableStatement) {
      ParsedStatement.Planned planned = locked(parsed);
      return queries.define(
          new SourceOf(source, parsed.tag(), statement),
          shown(planned.query()),
          planned.plan(),
          NO_PARAMETERS);
    }
    Optional<PlannableQuery> plannable =
        analyzeUtility(parsed.raw(), ParameterTypes.none())
            .map(query -> plannable(query, parsed.raw()));
    return utilities.define(
        new SourceOf(source, parsed.tag(), statement), plannable, NO_PARAMETERS);
  }

  /**
   * Whether running this query string takes constant time and never waits, as things stand. Nothing
   * is told to the frontend; a string that will fail fails quickly.
   */
  public boolean isLight(String text) {
    try {
      ParsedQuery query = cache.parse(text, memory.parserSettings(), notice -> {});
      return areLight(query.statements());
    } catch (ReportedError e) {
      return true;
    } catch (StackOverflowError tooDeep) {
      return false;
    }
  }

  /** What must be begun anew is done once only where nothing was done before it. */
  private boolean areLight(List<ParsedStatement> statements) {
    boolean alone = statements.size() == 1;
    for (ParsedStatement one : statements) {
      if (!isLight(one) || !alone && writes(one)) {
        return false;
      }
    }
    return true;
  }

  private boolean isLight(ParsedStatement parsed) {
    return parsed.statement() instanceof OptimizableStatement
        ? queries.isLight(planned(parsed).plan())
        : utilities.isLight(parsed.statement());
  }

  private boolean writes(ParsedStatement parsed) {
    return parsed.statement() instanceof OptimizableStatement && planned(parsed).plan().writes();
  }

  /** Functions that users have written. */
  public RoutineCalls routines() {
    return spi.routines();
  }

  /** Statements within statements. */
  SessionSpi spi() {
    return spi;
  }

  ExecutionContext execution() {
    return memory.execution();
  }

  /** Analyses a statement within another; empty where it is a utility without a query. */
  Optional<PlannableQuery> plannable(RawStmt raw, ParameterTypes types) {
    if (raw.stmt() instanceof OptimizableStatement) {
      AnalysisContext context = memory.analysis(memory.execution());
      return Optional.of(plannable((AnalyzedQuery) Analyzer.analyze(raw, types, context), raw));
    }
    return analyzeUtility(raw, types).map(query -> plannable(query, raw));
  }

  /** What the rows of a statement within another look like; empty where it gives none. */
  Optional<List<OutputColumn>> columns(Statement statement, Optional<PlannableQuery> plannable) {
    return statement instanceof OptimizableStatement
        ? plannable
            .map(PlannableQuery::columns)
            .filter(columns -> statement instanceof SelectStmt || !columns.isEmpty())
        : utilities.columns(statement, plannable);
  }

  /** What a statement within another is made of. */
  PortalDefinition define(
      SourceOf source, Optional<PlannableQuery> plannable, Object[] parameters) {
    if (!(source.statement() instanceof OptimizableStatement)) {
      return utilities.define(source, plannable, parameters);
    }
    Plan plan = plannable.orElseThrow().plans().plan(parameters, memory.execution());
    return queries.define(source, columns(source.statement(), plannable), plan, parameters);
  }

  /** Where a definition comes from. */
  record SourceOf(String text, String tag, Statement statement) {}

  /** Its tables are locked; one that has changed until then is looked at anew. */
  private ParsedStatement.Planned locked(ParsedStatement parsed) {
    ParsedStatement.Planned planned = planned(parsed);
    while (lock(planned, parsed) && !planned.basis().isThatOf(memory)) {
      planned = planned(parsed);
    }
    return planned;
  }

  private boolean lock(ParsedStatement.Planned planned, ParsedStatement parsed) {
    try {
      boolean waited = planned.plan().lock(memory.execution());
      if (waited) {
        // PortalStart: what was committed until now is seen.
        memory.takeSnapshot();
      }
      return waited;
    } catch (ReportedError e) {
      throw new LockPlace(memory, parsed.statement()).of(e, planned.plan());
    }
  }

  private ParsedStatement.Planned planned(ParsedStatement parsed) {
    ParsedStatement.Planned kept = parsed.planned();
    if (kept != null && kept.basis().isThatOf(memory)) {
      return kept;
    }
    PurityProbe probe = new PurityProbe(memory.execution());
    AnalyzedStatement analyzed =
        Analyzer.analyze(parsed.raw(), ParameterTypes.none(), memory.analysis(probe));
    AnalyzedQuery query = (AnalyzedQuery) analyzed;
    Plan plan = Planner.plan(query.query(), Optional.empty(), memory.relations(), probe);
    ParsedStatement.Planned made = new ParsedStatement.Planned(basis(), query, plan);
    if (probe.isPure()) {
      parsed.keep(made);
    }
    return made;
  }

  private ParsedStatement.Basis basis() {
    return new ParsedStatement.Basis(memory.catalog(), memory.searchPath());
  }

  /** Empty where a statement gives no rows. */
  private static Optional<List<OutputColumn>> shown(AnalyzedQuery query) {
    return query.query().yieldsRows() ? Optional.of(query.columns()) : Optional.empty();
  }

  private PlannableQuery plannable(AnalyzedQuery query, RawStmt raw) {
    PlanSource plans = new PlanSource(query.query(), Revalidation.basis(memory));
    return new PlannableQuery(query.columns(), plans, raw);
  }

  /** The query inside a utility statement, where it has one that is analysed with it. */
  private Optional<AnalyzedQuery> analyzeUtility(RawStmt raw, ParameterTypes types) {
    utilities.refuseUnlessSimulated(raw.stmt());
    if (!requiresAnalysis(raw.stmt())) {
      return Optional.empty();
    }
    if (withoutExplain(raw.stmt()) instanceof DeclareCursorStmt declare) {
      CursorCommands.checkOptions(declare);
    }
    boolean generic =
        raw.stmt() instanceof ExplainStmt explain
            && ExplainOptions.of(explain).isGeneric(memory.changes().facts().major());
    AnalyzedStatement analyzed =
        Analyzer.analyze(
            raw, generic ? ParameterTypes.variable() : types, memory.analysis(memory.execution()));
    return analyzed instanceof AnalyzedUtility utility ? utility.query() : Optional.empty();
  }

  /**
   * {@code analyze_requires_snapshot}: optimizable statements, and utility statements with a query
   * inside.
   */
  public static boolean needsSnapshot(Statement statement) {
    return statement instanceof OptimizableStatement || requiresAnalysis(statement);
  }

  private static Statement withoutExplain(Statement statement) {
    return statement instanceof ExplainStmt explain ? explain.query() : statement;
  }

  private static boolean requiresAnalysis(Statement statement) {
    return statement instanceof ExplainStmt
        || statement instanceof DeclareCursorStmt
        || statement instanceof CallStmt
        || statement instanceof CreateTableAsStmt table
            && table.query() instanceof OptimizableStatement;
  }

  /**
   * Makes a prepared statement ({@code exec_parse_message}).
   *
   * @param declared parameter types, 0 where they are to be found out
   */
  public PreparedStatement prepare(ParsedQuery query, int[] declared) {
    if (query.statements().isEmpty()) {
      return new PreparedStatement(
          query.text(),
          "",
          Optional.empty(),
          declared,
          Optional.empty(),
          Optional.empty(),
          memory.statementStart(),
          Origin.PROTOCOL);
    }
    ParsedStatement parsed = query.statements().get(0);
    if (needsSnapshot(parsed.statement())) {
      memory.takeSnapshot();
    }
    SourceOf source = new SourceOf(query.text(), parsed.tag(), parsed.statement());
    if (parsed.statement() instanceof OptimizableStatement) {
      ParsedStatement.Analyzed analyzed = analyzed(parsed, declared);
      return prepared(source, parsed.raw(), analyzed, Origin.PROTOCOL);
    }
    return prepareUtility(parsed.raw(), source, declared);
  }

  private PreparedStatement prepared(
      SourceOf source, RawStmt raw, ParsedStatement.Analyzed analyzed, Origin origin) {
    return new PreparedStatement(
        source.text(),
        source.tag(),
        Optional.of(source.statement()),
        analyzed.types(),
        shown(analyzed.query()),
        Optional.of(plannable(analyzed.query(), raw)),
        memory.statementStart(),
        origin);
  }

  private PreparedStatement prepareUtility(RawStmt raw, SourceOf source, int[] declared) {
    ParameterTypes types = ParameterTypes.variable(declared);
    Optional<PlannableQuery> plannable =
        analyzeUtility(raw, types).map(query -> plannable(query, raw));
    int[] found = determined(types);
    return new PreparedStatement(
        source.text(),
        source.tag(),
        Optional.of(raw.stmt()),
        found,
        utilities.columns(raw.stmt(), plannable),
        plannable,
        memory.statementStart(),
        Origin.PROTOCOL);
  }

  private ParsedStatement.Analyzed analyzed(ParsedStatement parsed, int[] declared) {
    ParsedStatement.Analyzed kept = parsed.analyzed();
    if (kept != null && kept.isFor(declared, memory)) {
      return kept;
    }
    PurityProbe probe = new PurityProbe(memory.execution());
    ParsedStatement.Analyzed made = analyze(parsed.raw(), declared, probe);
    if (probe.isPure()) {
      parsed.keep(made);
    }
    return made;
  }

  private ParsedStatement.Analyzed analyze(RawStmt raw, int[] declared, PurityProbe probe) {
    ParameterTypes types = ParameterTypes.variable(declared);
    AnalyzedQuery query = (AnalyzedQuery) Analyzer.analyze(raw, types, memory.analysis(probe));
    return new ParsedStatement.Analyzed(basis(), declared, determined(types), query);
  }

  private static int[] determined(ParameterTypes types) {
    int[] oids = types.count() == 0 ? NO_TYPES : types.oids();
    for (int i = 0; i < oids.length; i++) {
      if (oids[i] == 0 || oids[i] == UNKNOWN) {
        throw new ReportedError(
            SqlState.INDETERMINATE_DATATYPE,
            "could not determine data type of parameter $" + (i + 1));
      }
    }
    return oids;
  }

  /** {@code PREPARE}: the same for a statement inside another. */
  PreparedStatement prepareInner(RawStmt raw, String source, int[] declared) {
    memory.takeSnapshot();
    PurityProbe probe = new PurityProbe(memory.execution());
    ParsedStatement.Analyzed analyzed = analyze(raw, declared, probe);
    return prepared(
        new SourceOf(source, CommandTags.of(raw.stmt()), raw.stmt()), raw, analyzed, Origin.SQL);
  }

  /** Makes sure that a prepared statement means what its text means now. */
  public void revalidate(PreparedStatement prepared) {
    new Revalidation(memory).of(prepared);
  }

  /**
   * What a portal is made of, once the parameters have their values. Plans the query: constant
   * expressions may fail here.
   */
  public PortalDefinition bind(PreparedStatement prepared, Object[] parameters) {
    if (prepared.statement().isEmpty()) {
      return PortalDefinition.ofNothing(prepared.query());
    }
    Statement statement = prepared.statement().get();
    if (!(statement instanceof OptimizableStatement)) {
      return utilities.define(
          new SourceOf(prepared.query(), prepared.tag(), statement),
          prepared.plannable(),
          parameters);
    }
    PlannableQuery query = prepared.plannable().orElseThrow();
    revalidate(prepared);
    Plan plan = query.plans().plan(parameters, memory.execution());
    while (plan.lock(memory.execution())) {
      memory.takeSnapshot();
      revalidate(prepared);
      plan = query.plans().plan(parameters, memory.execution());
    }
    return queries.define(
        new SourceOf(prepared.query(), prepared.tag(), statement),
        prepared.columns(),
        plan,
        parameters);
  }
}
