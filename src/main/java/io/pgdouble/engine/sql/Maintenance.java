package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.ClusterStmt;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.ReassignOwnedStmt;
import io.pgdouble.engine.tree.RefreshMatViewStmt;
import io.pgdouble.engine.tree.ReindexObjectType;
import io.pgdouble.engine.tree.ReindexStmt;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.VacuumRelation;
import io.pgdouble.engine.tree.VacuumStmt;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** VACUUM, ANALYZE, CLUSTER, REINDEX, REFRESH, REASSIGN OWNED. */
final class Maintenance {
  private final Grammar g;
  private final Tokens t;

  Maintenance(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement vacuum() {
    boolean vacuum = t.is(Keyword.VACUUM);
    t.advance();
    List<DefElem> options = new ArrayList<>();
    if (t.is('(')) {
      options.addAll(new Options(g).utilityOptions());
    } else {
      words(options, vacuum);
    }
    refuseOnly();
    List<VacuumRelation> relations =
        Keyword.isColId(t.kind()) ? g.names.list(this::relation) : List.of();
    return new VacuumStmt(List.copyOf(options), relations, vacuum);
  }

  private void words(List<DefElem> options, boolean vacuum) {
    if (vacuum) {
      word(options, Keyword.FULL);
      word(options, Keyword.FREEZE);
    }
    word(options, Keyword.VERBOSE);
    if (vacuum) {
      word(options, t.is(Keyword.ANALYSE) ? Keyword.ANALYSE : Keyword.ANALYZE);
    }
  }

  private void word(List<DefElem> options, int keyword) {
    int location = t.location();
    if (t.accept(keyword)) {
      String name = Keyword.name(keyword == Keyword.ANALYSE ? Keyword.ANALYZE : keyword);
      options.add(Options.option(name, Optional.empty(), location));
    }
  }

  private void refuseOnly() {
    if (t.is(Keyword.ONLY)) {
      t.refuseFrom(MajorChange.MAINTENANCE_MAY_LEAVE_CHILDREN, "ONLY of VACUUM and ANALYZE");
    }
  }

  private VacuumRelation relation() {
    refuseOnly();
    RangeVar relation = g.names.qualifiedName();
    return new VacuumRelation(relation, g.names.optNameList());
  }

  /** REFRESH MATERIALIZED VIEW. */
  Statement refresh() {
    t.expect(Keyword.REFRESH);
    t.expect(Keyword.MATERIALIZED, Keyword.VIEW);
    boolean concurrent = t.accept(Keyword.CONCURRENTLY);
    RangeVar view = g.names.qualifiedName();
    return new RefreshMatViewStmt(view, concurrent, !Definitions.withData(t));
  }

  Statement reassign() {
    t.expect(Keyword.REASSIGN);
    t.expect(Keyword.OWNED, Keyword.BY);
    List<RoleSpec> roles = g.names.list(g.names::roleSpec);
    t.expect(Keyword.TO);
    return new ReassignOwnedStmt(roles, g.names.roleSpec());
  }

  Statement reindex() {
    t.expect(Keyword.REINDEX);
    List<DefElem> options = t.is('(') ? new Options(g).utilityOptions() : List.of();
    ReindexObjectType kind =
        switch (t.kind()) {
          case Keyword.INDEX -> ReindexObjectType.INDEX;
          case Keyword.TABLE -> ReindexObjectType.TABLE;
          case Keyword.SCHEMA -> ReindexObjectType.SCHEMA;
          case Keyword.SYSTEM -> ReindexObjectType.SYSTEM;
          case Keyword.DATABASE -> ReindexObjectType.DATABASE;
          default -> throw t.syntaxError();
        };
    t.advance();
    int location = t.location();
    List<DefElem> all = new ArrayList<>(options);
    if (t.accept(Keyword.CONCURRENTLY)) {
      all.add(Options.option("concurrently", Optional.empty(), location));
    }
    boolean relation = kind == ReindexObjectType.INDEX || kind == ReindexObjectType.TABLE;
    boolean required =
        kind == ReindexObjectType.SCHEMA || !MajorChange.REINDEX_NEEDS_NO_NAME.isIn(t.major());
    boolean named = required || Keyword.isColId(t.kind());
    Optional<RangeVar> target = relation ? Optional.of(g.names.qualifiedName()) : Optional.empty();
    Optional<String> name = !relation && named ? Optional.of(g.names.colId()) : Optional.empty();
    return new ReindexStmt(kind, target, name, List.copyOf(all));
  }

  Statement cluster() {
    t.expect(Keyword.CLUSTER);
    List<DefElem> options = new ArrayList<>();
    boolean parenthesized = t.is('(');
    if (parenthesized) {
      options.addAll(new Options(g).utilityOptions());
    } else {
      word(options, Keyword.VERBOSE);
    }
    List<DefElem> params = List.copyOf(options);
    if (!parenthesized && !Keyword.isColId(t.kind())) {
      return new ClusterStmt(Optional.empty(), Optional.empty(), params);
    }
    if (!Keyword.isColId(t.kind())) {
      t.refuseFrom(MajorChange.CLUSTER_OPTIONS_NEED_NO_TABLE, "CLUSTER statements");
    }
    return clusterOf(params, parenthesized);
  }

  /** The old form names the index first: {@code CLUSTER index ON table}. */
  private Statement clusterOf(List<DefElem> params, boolean parenthesized) {
    if (!parenthesized && t.second() == Keyword.ON) {
      Optional<String> index = Optional.of(g.names.colId());
      t.expect(Keyword.ON);
      return new ClusterStmt(Optional.of(g.names.qualifiedName()), index, params);
    }
    Optional<RangeVar> relation = Optional.of(g.names.qualifiedName());
    return new ClusterStmt(relation, Definitions.optName(g, Keyword.USING), params);
  }
}
