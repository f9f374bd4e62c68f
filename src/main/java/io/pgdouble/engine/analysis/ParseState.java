package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.RangeWording;
import io.pgdouble.engine.tree.SubLink;
import io.pgdouble.engine.tree.WindowDef;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is known while one query level is analysed ({@code ParseState}). Made for the level and
 * dropped with it.
 */
final class ParseState {
  final Optional<ParseState> parent;
  final AnalysisContext context;
  final ParameterTypes parameters;

  /** What the query reads from, in the order of the range table. */
  final List<RangeEntry> rangeTable = new ArrayList<>();

  /** What the text of the query has besides. */
  final List<RangeWording> wording = new ArrayList<>();

  /** Constraints on which columns beside GROUP BY rely. */
  final Set<Integer> groupedKeys = new LinkedHashSet<>(0);

  /** WITH RECURSIVE. */
  boolean recursive;

  /** The number that the next join gets. */
  int joins;

  /** What names can see at this moment. */
  List<NamespaceItem> namespace = new ArrayList<>();

  /** Common table expressions of this level that are visible here. */
  final List<VisibleTable> tables = new ArrayList<>();

  /** Common tables of the WITH clause being analysed that come later, or are being analysed. */
  List<String> laterTables = List.of();

  /** The queries that subqueries in expressions became; output columns take names from them. */
  private Map<SubLink, Query> subqueries = Map.of();

  final ExpressionAnalyzer expressions = new ExpressionAnalyzer(this);

  ClauseKind kind = ClauseKind.OTHER;

  /** Index in the range table of the row that ON CONFLICT did not insert: it has no place. */
  OptionalInt excluded = OptionalInt.empty();

  /** Index in the range table of what a statement writes to. */
  OptionalInt target = OptionalInt.empty();

  /** Whether output columns of unknown type become text at this level. */
  boolean resolveUnknowns = true;

  /** Whether what is being analysed may refer to items that stand before it in FROM. */
  boolean lateralActive;

  /** Whether it is a definition of the server's own, whose values keep to their domains. */
  boolean definition;

  /** What the name {@code value} means, in a domain's constraint. */
  Optional<Expression.CoerceToDomainValue> domainValue = Optional.empty();

  /** The windows of this level, as written: those of its WINDOW clause come first. */
  final List<WindowDef> windows = new ArrayList<>();

  /** Whether the call that comes next is one of a procedure ({@code EXPR_KIND_CALL_ARGUMENT}). */
  boolean callsProcedure;

  boolean hasAggregates;
  boolean hasSetReturning;

  /** Whether the expressions can have another collation than the database's. */
  boolean collationsMatter;

  ParseState(AnalysisContext context, ParameterTypes parameters) {
    this.parent = Optional.empty();
    this.context = context;
    this.parameters = parameters;
  }

  /** The state for the definition of one of the server's own views. */
  static ParseState ofDefinition(AnalysisContext context) {
    ParseState state = new ParseState(context, ParameterTypes.none());
    state.definition = true;
    return state;
  }

  private ParseState(ParseState parent) {
    this.domainValue = parent.domainValue;
    this.definition = parent.definition;
    this.parent = Optional.of(parent);
    this.context = parent.context;
    this.parameters = parent.parameters;
  }

  /** The state for a query inside this one. */
  ParseState child() {
    return new ParseState(this);
  }

  /** The state for a look into a query inside this one that was analysed before. */
  ParseState inside(List<RangeEntry> analysed) {
    ParseState inside = child();
    inside.rangeTable.addAll(analysed);
    return inside;
  }

  Catalog catalog() {
    return context.catalog();
  }

  void remember(SubLink link, Query query) {
    if (subqueries.isEmpty()) {
      subqueries = new IdentityHashMap<>();
    }
    subqueries.put(link, query);
  }

  Optional<Query> queryOf(SubLink link) {
    return Optional.ofNullable(subqueries.get(link));
  }
}
