package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.tree.DeleteStmt;
import io.pgdouble.engine.tree.InsertStmt;
import io.pgdouble.engine.tree.MergeStmt;
import io.pgdouble.engine.tree.OptimizableStatement;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.UpdateStmt;

/** Statements that become queries ({@code analyze.c: transformStmt}). */
final class Statements {
  private Statements() {}

  static Query analyze(ParseState state, OptimizableStatement statement) {
    if (statement instanceof SelectStmt select) {
      return SelectAnalyzer.analyze(state, select);
    }
    if (statement instanceof InsertStmt insert) {
      return InsertAnalyzer.analyze(state, insert);
    }
    if (statement instanceof UpdateStmt update) {
      return UpdateAnalyzer.analyze(state, update);
    }
    if (statement instanceof DeleteStmt delete) {
      return UpdateAnalyzer.analyze(state, delete);
    }
    return MergeAnalyzer.analyze(state, (MergeStmt) statement);
  }
}
