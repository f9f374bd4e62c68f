package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.error.ErrorReport;

/** What generates a column ({@code heap.c: cookDefault}). */
record Generation(SessionMemory memory, RelationEntry table) {
  Expression of(AttributeEntry column, Expr raw) {
    throw ErrorReport.notSimulated("generated columns").toException();
  }
}
