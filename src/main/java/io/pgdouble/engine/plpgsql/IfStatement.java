package io.pgdouble.engine.plpgsql;

import java.util.List;

/** {@code exec_stmt_if}. */
final class IfStatement extends PlStatement {
  private final List<Branch> branches;
  private final List<PlStatement> otherwise;

  IfStatement(int line, List<Branch> branches, List<PlStatement> otherwise) {
    super(line);
    this.branches = List.copyOf(branches);
    this.otherwise = List.copyOf(otherwise);
  }

  /** A condition, and what is done where it is the first to hold. */
  record Branch(PlExpression condition, List<PlStatement> statements) {}

  @Override
  String typeName() {
    return "IF";
  }

  @Override
  Outcome run(Estate estate) {
    for (Branch branch : branches) {
      if (estate.holds(branch.condition())) {
        return estate.run(branch.statements());
      }
    }
    return estate.run(otherwise);
  }
}
