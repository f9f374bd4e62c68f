package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.RowMark;
import io.pgdouble.engine.tree.LockClauseStrength;
import io.pgdouble.engine.tree.LockingClause;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** FOR UPDATE and its like ({@code transformLockingClause}). */
final class RowLocks {
  /** Whether the locks come from the query around. */
  private enum Pushing {
    NONE,
    DOWN
  }

  private final Query query;
  private final Pushing pushing;
  private final TreeMap<Integer, RowMark> marks = new TreeMap<>();
  private final List<RangeEntry> entries;
  private final Set<Integer> inFrom = new TreeSet<>();

  private RowLocks(Query query, Pushing pushing) {
    this.query = query;
    this.pushing = pushing;
    this.entries = new ArrayList<>(query.rangeTable());
    query.rowMarks().forEach(mark -> marks.put(mark.relation(), mark));
    query.from().forEach(this::find);
  }

  private void find(FromNode node) {
    if (node instanceof FromNode.Range range) {
      inFrom.add(range.relation());
    } else if (node instanceof FromNode.Join join) {
      find(join.left());
      find(join.right());
    }
  }

  /** The query with the locks that its clauses ask for. */
  static Query of(Query query, List<LockingClause> clauses) {
    return of(query, clauses, Pushing.NONE);
  }

  private static Query of(Query query, List<LockingClause> clauses, Pushing pushing) {
    if (clauses.isEmpty()) {
      return query;
    }
    RowLocks locks = new RowLocks(query, pushing);
    for (LockingClause clause : clauses) {
      requireLockable(query, clause.strength());
      locks.apply(clause);
    }
    return locks.locked();
  }

  /** Where there is nothing that could be locked. */
  static void requireNone(SelectStmt select, String refusal) {
    for (LockingClause clause : select.tail().lockingClause()) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED, words(clause.strength()) + " " + refusal);
    }
  }

  private Query locked() {
    return query.withRowMarks(entries, List.copyOf(marks.values()));
  }

  /** As messages call it ({@code LCS_asString}). */
  static String words(LockClauseStrength strength) {
    return strength.name().replace('_', ' ');
  }

  static String words(RowMark.Strength strength) {
    return "FOR " + strength.name().replace('_', ' ');
  }

  /** {@code CheckSelectLocking}. */
  private static void requireLockable(Query query, LockClauseStrength strength) {
    Optional<String> obstacle = Optional.empty();
    if (query.setOperation().isPresent()) {
      obstacle = Optional.of("UNION/INTERSECT/EXCEPT");
    } else if (!query.distinct().isEmpty()) {
      obstacle = Optional.of("DISTINCT clause");
    } else if (!query.groupBy().isEmpty() || !query.groupingSets().isEmpty()) {
      obstacle = Optional.of("GROUP BY clause");
    } else if (query.having().isPresent()) {
      obstacle = Optional.of("HAVING clause");
    } else if (query.grouped()) {
      obstacle = Optional.of("aggregate functions");
    } else if (!query.windows().isEmpty()) {
      obstacle = Optional.of("window functions");
    } else if (query.setReturning()) {
      obstacle = Optional.of("set-returning functions in the target list");
    }
    if (obstacle.isPresent()) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          words(strength) + " is not allowed with " + obstacle.get());
    }
  }

  private void apply(LockingClause clause) {
    if (clause.lockedRels().isEmpty()) {
      inFrom.forEach(relation -> lockIfTable(relation, clause));
    }
    for (RangeVar named : clause.lockedRels()) {
      lock(named, clause);
    }
  }

  private void lockIfTable(int relation, LockingClause clause) {
    RangeEntry entry = entries.get(relation);
    if (entry instanceof RangeEntry.Relation) {
      mark(relation, clause);
    } else if (entry instanceof RangeEntry.Subquery) {
      mark(relation, clause);
      lockInside(relation, clause);
    }
  }

  /** What a subquery reads is locked by it, as if it had said so of all its tables. */
  private void lockInside(int relation, LockingClause clause) {
    RangeEntry.Subquery subquery = (RangeEntry.Subquery) entries.get(relation);
    LockingClause all = new LockingClause(List.of(), clause.strength(), clause.waitPolicy());
    Query locked = of(subquery.query(), List.of(all), Pushing.DOWN);
    entries.set(relation, new RangeEntry.Subquery(subquery.name(), locked, subquery.columns()));
  }

  private void lock(RangeVar named, LockingClause clause) {
    String words = words(clause.strength());
    if (named.catalogname().isPresent() || named.schemaname().isPresent()) {
      throw Complaint.error(
          named.location(),
          SqlState.SYNTAX_ERROR,
          words + " must specify unqualified relation names");
    }
    for (int relation : inFrom) {
      RangeEntry entry = entries.get(relation);
      if (entry.name().equals(named.relname())) {
        lockNamed(relation, named, clause);
        return;
      }
    }
    throw Complaint.error(
        named.location(),
        SqlState.UNDEFINED_TABLE,
        "relation \"" + named.relname() + "\" in " + words + " clause not found in FROM clause");
  }

  private void lockNamed(int relation, RangeVar named, LockingClause clause) {
    RangeEntry entry = entries.get(relation);
    String other = "";
    if (entry instanceof RangeEntry.Functions) {
      other = "a function";
    } else if (entry instanceof RangeEntry.Values) {
      other = "VALUES";
    } else if (entry instanceof RangeEntry.CommonTableReference) {
      other = "a WITH query";
    }
    if (!other.isEmpty()) {
      throw Complaint.error(
          named.location(),
          SqlState.FEATURE_NOT_SUPPORTED,
          words(clause.strength()) + " cannot be applied to " + other);
    }
    lockIfTable(relation, clause);
  }

  /** {@code applyLockingClause}: of several locks of a table the strongest, that waits least. */
  private void mark(int relation, LockingClause clause) {
    RowMark.Strength strength = RowMark.Strength.values()[clause.strength().ordinal()];
    RowMark.Waiting waiting = RowMark.Waiting.values()[clause.waitPolicy().ordinal()];
    boolean down = pushing == Pushing.DOWN;
    marks.merge(
        relation,
        new RowMark(relation, strength, waiting, down),
        (one, other) ->
            new RowMark(
                relation,
                later(one.strength(), other.strength()),
                later(one.waiting(), other.waiting()),
                one.pushedDown() && other.pushedDown()));
  }

  private static <E extends Enum<E>> E later(E one, E other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
