package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a statement names the table whose lock it could not have: tables are locked while their
 * names are looked up ({@code parse_relation.c: parserOpenTable}, {@code parse_node.c:
 * pcb_error_callback}, which leaves cancel requests alone).
 */
record LockPlace(SessionMemory memory, Statement statement) {

  ReportedError of(ReportedError error, Plan plan) {
    if (error.report().code().equals(SqlState.QUERY_CANCELED.code())
        || error.report().severity() != Severity.ERROR) {
      return error;
    }
    return plan.nextToLock(memory.execution())
        .flatMap(oid -> names(statement).filter(name -> means(name, oid)).findFirst())
        .map(name -> error.report().withPosition(name.location() + 1).toException())
        .orElse(error);
  }

  private boolean means(RangeVar name, int oid) {
    return new RelationLookup(memory)
        .find(name.schemaname(), name.relname())
        .map(RelationEntry::oid)
        .filter(found -> found == oid)
        .isPresent();
  }

  private static Stream<RangeVar> names(Object node) {
    if (node instanceof RangeVar name) {
      return Stream.of(name);
    }
    if (node instanceof Optional<?> optional) {
      return optional.stream().flatMap(LockPlace::names);
    }
    if (node instanceof List<?> list) {
      return list.stream().flatMap(LockPlace::names);
    }
    return node instanceof Record part
        ? Stream.of(part.getClass().getRecordComponents()).flatMap(one -> names(value(part, one)))
        : Stream.empty();
  }

  private static Object value(Record node, RecordComponent component) {
    try {
      return component.getAccessor().invoke(node);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
