package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/**
 * A SELECT, VALUES or TABLE, or a set operation over {@code larg} and {@code rarg}. A present but
 * empty distinct clause is plain DISTINCT.
 */
public record SelectStmt(
    Optional<List<Expr>> distinctClause,
    Optional<IntoClause> intoClause,
    List<ResTarget> targetList,
    List<TableRef> fromClause,
    Optional<Expr> whereClause,
    List<Expr> groupClause,
    boolean groupDistinct,
    Optional<Expr> havingClause,
    List<WindowDef> windowClause,
    List<List<Expr>> valuesLists,
    SelectTail tail,
    SetOperation op,
    boolean all,
    Optional<SelectStmt> larg,
    Optional<SelectStmt> rarg)
    implements OptimizableStatement {
  /** A VALUES list. */
  public static SelectStmt ofValues(List<List<Expr>> valuesLists) {
    return new SelectStmt(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        false,
        Optional.empty(),
        List.of(),
        valuesLists,
        SelectTail.EMPTY,
        SetOperation.NONE,
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** Columns of a table. */
  public static SelectStmt ofTable(List<ResTarget> targetList, RangeVar table) {
    return new SelectStmt(
        Optional.empty(),
        Optional.empty(),
        targetList,
        List.of(table),
        Optional.empty(),
        List.of(),
        false,
        Optional.empty(),
        List.of(),
        List.of(),
        SelectTail.EMPTY,
        SetOperation.NONE,
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** A copy with other ORDER BY, LIMIT, FOR and WITH clauses. */
  public SelectStmt withTail(SelectTail other) {
    return new SelectStmt(
        distinctClause,
        intoClause,
        targetList,
        fromClause,
        whereClause,
        groupClause,
        groupDistinct,
        havingClause,
        windowClause,
        valuesLists,
        other,
        op,
        all,
        larg,
        rarg);
  }

  /** A copy with other output columns. */
  public SelectStmt withTargets(List<ResTarget> others) {
    return new SelectStmt(
        distinctClause,
        intoClause,
        others,
        fromClause,
        whereClause,
        groupClause,
        groupDistinct,
        havingClause,
        windowClause,
        valuesLists,
        tail,
        op,
        all,
        larg,
        rarg);
  }

  /** A copy without INTO. */
  public SelectStmt withoutInto() {
    return new SelectStmt(
        distinctClause,
        Optional.empty(),
        targetList,
        fromClause,
        whereClause,
        groupClause,
        groupDistinct,
        havingClause,
        windowClause,
        valuesLists,
        tail,
        op,
        all,
        larg,
        rarg);
  }

  /** A copy of a set operation with another left side. */
  public SelectStmt withLeft(SelectStmt left) {
    return new SelectStmt(
        distinctClause,
        intoClause,
        targetList,
        fromClause,
        whereClause,
        groupClause,
        groupDistinct,
        havingClause,
        windowClause,
        valuesLists,
        tail,
        op,
        all,
        Optional.of(left),
        rarg);
  }

  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Statement.Handler<R> handler) {
    return handler.selectStmt(this);
  }
}
