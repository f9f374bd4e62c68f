package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.Inheritance;
import io.pgdouble.engine.definition.ViewOptions;
import io.pgdouble.engine.definition.ViewQueries;
import io.pgdouble.engine.execution.AppendScan;
import io.pgdouble.engine.execution.Evaluator;
import io.pgdouble.engine.execution.FunctionScan;
import io.pgdouble.engine.execution.IncomingRows;
import io.pgdouble.engine.execution.Joins;
import io.pgdouble.engine.execution.Leaves;
import io.pgdouble.engine.execution.OneTimeFilter;
import io.pgdouble.engine.execution.RelationScan;
import io.pgdouble.engine.execution.Scans;
import io.pgdouble.engine.execution.SequenceScan;
import io.pgdouble.engine.execution.SourcePlan;
import io.pgdouble.engine.execution.StepPlan;
import io.pgdouble.engine.execution.Subqueries;
import io.pgdouble.engine.execution.TableMember;
import io.pgdouble.engine.execution.TableScan;
import io.pgdouble.engine.execution.TransitionScan;
import io.pgdouble.engine.expression.BoolOperator;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.JoinKind;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.facts.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans a FROM clause: the items are joined in order, conditions are tested as early as can be. */
final class FromPlanner {
  private static final Evaluator TRUE = new Leaves.Constant(true);

  private final Query query;
  private final Scope scope;
  private final ExpressionCompiler compiler;
  private final List<Expression> pending = new ArrayList<>();

  FromPlanner(Query query, Scope scope, ExpressionCompiler compiler) {
    this.query = query;
    this.scope = scope;
    this.compiler = compiler;
  }

  StepPlan plan() {
    query.where().ifPresent(this::split);
    List<Expression> gates = gates();
    Set<Integer> known = new HashSet<>();
    StepPlan joined = null;
    List<FromNode> left = new ArrayList<>(query.from());
    while (!left.isEmpty()) {
      FromNode node = left.remove(next(left, known));
      StepPlan item = filtered(plan(node, Conditions.TESTED));
      joined = joined == null ? item : product(joined, item, refersTo(node, known));
      known.addAll(relations(item));
    }
    StepPlan rows = pending.isEmpty() ? joined : new Scans.Filter(joined, all(pending));
    return gates.isEmpty() ? rows : new OneTimeFilter(rows, all(gates));
  }

  /**
   * The first item that a condition joins with what there is; where none does, the first. Rows of
   * items that have nothing to do with each other would all be paired.
   */
  private int next(List<FromNode> left, Set<Integer> known) {
    for (int i = 0; i < left.size() && !known.isEmpty(); i++) {
      FromNode node = left.get(i);
      boolean waits = left.subList(0, i).stream().anyMatch(one -> refersTo(node, relations(one)));
      if (!waits && isLinked(relations(node), known)) {
        return i;
      }
    }
    return 0;
  }

  private boolean isLinked(Set<Integer> own, Set<Integer> known) {
    return pending.stream()
        .map(RelationFinder::relations)
        .anyMatch(
            used ->
                used.stream().allMatch(one -> own.contains(one) || known.contains(one))
                    && used.stream().anyMatch(own::contains)
                    && used.stream().anyMatch(known::contains));
  }

  private static Set<Integer> relations(FromNode node) {
    if (node instanceof FromNode.Join join) {
      Set<Integer> both = relations(join.left());
      both.addAll(relations(join.right()));
      return both;
    }
    return new HashSet<>(Set.of(((FromNode.Range) node).relation()));
  }

  /** Conditions without columns: {@code createplan.c: create_gating_plan}. */
  private List<Expression> gates() {
    List<Expression> gates =
        pending.stream()
            .filter(condition -> RelationFinder.relations(condition).isEmpty())
            .filter(condition -> !Volatility.isVolatile(condition))
            .toList();
    pending.removeAll(gates);
    return gates;
  }

  private void split(Expression condition) {
    boolean splittable =
        condition instanceof Expression.BoolExpr and && and.operator() == BoolOperator.AND;
    if (splittable) {
      ((Expression.BoolExpr) condition).arguments().forEach(this::split);
    } else {
      pending.add(condition);
    }
  }

  private Evaluator all(List<Expression> conditions) {
    List<Expression> copy = List.copyOf(conditions);
    return compiler.compile(
        copy.size() == 1 ? copy.get(0) : new Expression.BoolExpr(BoolOperator.AND, copy, -1));
  }

  /** Items beside each other are joined by what WHERE says of them. */
  private StepPlan product(StepPlan left, StepPlan right, boolean lateral) {
    Set<Integer> known = relations(left);
    known.addAll(relations(right));
    return join(JoinKind.INNER, new Sides(left, right, lateral), ready(known));
  }

  /**
   * What a join joins.
   *
   * @param lateral whether the right side depends on the left side's row
   */
  private record Sides(StepPlan left, StepPlan right, boolean lateral) {}

  private Joins join(JoinKind kind, Sides sides, List<Expression> conditions) {
    EqualityKeys keys =
        new EqualityKeys(compiler, relations(sides.left()), relations(sides.right()));
    Evaluator condition = conditions.isEmpty() ? TRUE : all(conditions);
    return new Joins(
        kind, sides.left(), sides.right(), condition, sides.lateral(), keys.find(conditions));
  }

  /** Tests what is known now. */
  private StepPlan filtered(StepPlan step) {
    List<Expression> ready = ready(relations(step));
    return ready.isEmpty() ? step : new Scans.Filter(step, all(ready));
  }

  /**
   * Conditions that can be tested now, the cheapest first ({@code createplan.c:
   * order_qual_clauses}).
   */
  private List<Expression> ready(Set<Integer> known) {
    List<Expression> ready = new ArrayList<>();
    Iterator<Expression> conditions = pending.iterator();
    while (conditions.hasNext()) {
      Expression condition = conditions.next();
      Set<Integer> used = RelationFinder.relations(condition);
      if (!used.isEmpty() && known.containsAll(used)) {
        ready.add(condition);
        conditions.remove();
      }
    }
    if (ready.size() > 1) {
      Facts facts = scope.relations().catalog().facts();
      ready.sort(Comparator.comparingDouble(one -> ConditionCost.of(one, facts)));
    }
    return ready;
  }

  private static Set<Integer> relations(StepPlan step) {
    Set<Integer> relations = new HashSet<>();
    for (int relation : step.relations()) {
      relations.add(relation);
    }
    return relations;
  }

  /** Whether conditions of WHERE may be tested below a join, or must see what it adds. */
  private enum Conditions {
    TESTED,
    WAITING
  }

  private StepPlan plan(FromNode node, Conditions conditions) {
    if (node instanceof FromNode.Range range) {
      return scan(range.relation(), conditions);
    }
    FromNode.Join join = (FromNode.Join) node;
    boolean fillsLeft = join.kind() == JoinKind.RIGHT || join.kind() == JoinKind.FULL;
    boolean fillsRight = join.kind() == JoinKind.LEFT || join.kind() == JoinKind.FULL;
    StepPlan left = side(join.left(), fillsLeft ? Conditions.WAITING : conditions);
    StepPlan right = side(join.right(), fillsRight ? Conditions.WAITING : conditions);
    boolean lateral = refersTo(join.right(), relations(left));
    return join(join.kind(), new Sides(left, right, lateral), conjuncts(join.condition()));
  }

  private StepPlan side(FromNode node, Conditions conditions) {
    StepPlan side = plan(node, conditions);
    return conditions == Conditions.TESTED ? filtered(side) : side;
  }

  private static List<Expression> conjuncts(Optional<Expression> condition) {
    return condition
        .map(
            all ->
                all instanceof Expression.BoolExpr and && and.operator() == BoolOperator.AND
                    ? and.arguments()
                    : List.of(all))
        .orElse(List.of());
  }

  /** Whether a part of the join tree depends on rows of other relations of this level. */
  private boolean refersTo(FromNode node, Set<Integer> relations) {
    if (node instanceof FromNode.Join join) {
      return refersTo(join.left(), relations) || refersTo(join.right(), relations);
    }
    RangeEntry entry = query.rangeTable().get(((FromNode.Range) node).relation());
    Set<Integer> used = RelationFinder.relations(entry);
    used.retainAll(relations);
    return !used.isEmpty();
  }

  private StepPlan scan(int relation, Conditions conditions) {
    RangeEntry entry = query.rangeTable().get(relation);
    if (entry instanceof RangeEntry.Incoming) {
      return new IncomingRows(relation);
    }
    if (entry instanceof RangeEntry.Values values) {
      Evaluator[][] rows = new Evaluator[values.rows().size()][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = compiler.compile(values.rows().get(i));
      }
      return new Scans.ValueRows(relation, rows);
    }
    boolean pushes = conditions == Conditions.TESTED && query.rowMarks().isEmpty();
    return new Scans.OfSource(relation, source(relation, pushes ? pushed(relation, entry) : entry));
  }

  /** What can be tested inside a subquery or view is. */
  private RangeEntry pushed(int relation, RangeEntry entry) {
    if (entry instanceof RangeEntry.Subquery subquery) {
      Query inner = new PushedConditions(relation, subquery.query()).take(pending);
      return new RangeEntry.Subquery(subquery.name(), inner, subquery.columns());
    }
    if (entry instanceof RangeEntry.Relation view
        && view.body().isPresent()
        && !ViewOptions.of(scope.relations().catalog(), view.relation()).barrier()) {
      Query inner = new PushedConditions(relation, view.body().get()).take(pending);
      return new RangeEntry.Relation(
          view.name(), view.relation(), Optional.of(inner), view.columns(), view.inh());
    }
    return entry;
  }

  private SourcePlan source(int relation, RangeEntry entry) {
    if (entry instanceof RangeEntry.Subquery subquery) {
      return QueryPlanner.inner(scope, subquery.query());
    }
    if (entry instanceof RangeEntry.Functions functions) {
      return functions(functions);
    }
    if (entry instanceof RangeEntry.Relation table) {
      if (SequenceScan.isOf(table.relation())) {
        scope.locks(table.relation(), LockMode.ACCESS_SHARE);
        return new SequenceScan(table.relation());
      }
      if (TableScan.isOf(table.relation())) {
        lock(relation, table.relation());
        TableScan own = scan(table.relation(), key(relation, table.relation()));
        return table.inh() ? withHeirs(relation, own) : own;
      }
      if (table.relation().kind() == RelationEntry.TRANSITION) {
        return new TransitionScan(table.relation().name());
      }
      scope.mentions(table.relation());
      ViewQueries.requireEnd(scope.relations().catalog(), table);
      List<Integer> used = ColumnUse.of(query, relation, entry.columns().size());
      return table.body().isPresent()
          ? QueryPlanner.view(scope, table, used)
          : system(relation, table.relation(), used);
    }
    if (entry instanceof RangeEntry.CommonTableReference reference) {
      int up = reference.levelsUp() + (reference.self() ? 1 : 0);
      return new Subqueries.TableReference(reference.table(), up, reference.self());
    }
    return new SetOperationPlanner(query, scope).plan(query.setOperation().orElseThrow());
  }

  private RelationScan system(int range, RelationEntry relation, List<Integer> used) {
    Catalog catalog = scope.relations().catalog();
    List<RelationScan.Key> keys = new KeyFinder(range, relation, catalog, compiler).find(pending);
    return new RelationScan(relation, scope.relations(), used, keys);
  }

  /** What is written to is locked for that. */
  private void lock(int range, RelationEntry table) {
    scope.scans(table.oid());
    if (query.modification().filter(one -> one.relation() == range).isEmpty()) {
      scope.locksWithIndexes(table, LockMode.ACCESS_SHARE);
    }
  }

  /** The tables that inherit from one are read after it ({@code inherit.c}). */
  private SourcePlan withHeirs(int range, TableScan own) {
    Catalog catalog = scope.relations().catalog();
    List<Integer> family = Inheritance.family(catalog, own.relation().oid());
    if (family.size() == 1) {
      return own;
    }
    List<AppendScan.Part> parts = new ArrayList<>();
    parts.add(new AppendScan.Part(own, Optional.empty()));
    for (int oid : family.subList(1, family.size())) {
      RelationEntry heir = catalog.relation(oid).orElseThrow();
      lock(range, heir);
      TableMember member =
          TableMember.of(heir, own.relation(), TargetTables.later(oid, scope.relations()));
      TableScan scan = scan(heir, member.hasSamePlaces() ? key(range, heir) : Optional.empty());
      parts.add(new AppendScan.Part(scan, Optional.of(member)));
    }
    return new AppendScan(parts);
  }

  private TableScan scan(RelationEntry table, Optional<TableScan.Key> key) {
    ScanCertainty certainty =
        new ScanCertainty(query, List.copyOf(pending), scope.relations().catalog());
    return new TableScan(
        table, key, certainty.of(table, TargetTables.of(table, scope.relations()), key));
  }

  private Optional<TableScan.Key> key(int range, RelationEntry table) {
    return new KeyFinder(range, table, scope.relations().catalog(), compiler)
        .find(pending, TargetTables.of(table, scope.relations()));
  }

  private SourcePlan functions(RangeEntry.Functions functions) {
    List<FunctionScan.Part> parts = new ArrayList<>();
    functions.calls().forEach(call -> parts.add(FunctionParts.of(call, compiler)));
    return new FunctionScan(parts, functions.ordinality(), functions.columns().size());
  }
}
