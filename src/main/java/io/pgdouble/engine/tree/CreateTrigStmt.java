package io.pgdouble.engine.tree;

import java.util.List;
import java.util.Optional;

/** CREATE TRIGGER; {@code timing} and {@code events} are pg_trigger.h's bits. */
public record CreateTrigStmt(
    boolean replace,
    boolean constraint,
    String trigname,
    RangeVar relation,
    List<String> funcname,
    List<String> args,
    boolean row,
    int timing,
    int events,
    List<String> columns,
    Optional<Expr> whenClause,
    List<TriggerTransition> transitionRels,
    boolean deferrable,
    boolean initdeferred,
    Optional<RangeVar> constrrel)
    implements DefinitionStatement {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }

  @Override
  public <R> R accept(Handler<R> handler) {
    return handler.createTrigStmt(this);
  }
}
