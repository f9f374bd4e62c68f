package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.VariableSetStmt;

/** SET and RESET inside other definitions. */
final class SetClauses {
  private final Tokens t;
  private final Variables variables;

  SetClauses(Grammar grammar) {
    this.t = grammar.t;
    this.variables = new Variables(grammar);
  }

  /** {@code SetResetClause}: of databases and roles. */
  VariableSetStmt setOrReset() {
    if (t.accept(Keyword.RESET)) {
      return variables.reset();
    }
    t.expect(Keyword.SET);
    return variables.rest();
  }

  /** {@code FunctionSetResetClause}: transaction modes are not among these. */
  VariableSetStmt ofFunction() {
    if (t.accept(Keyword.RESET)) {
      return variables.reset();
    }
    t.expect(Keyword.SET);
    return variables.more();
  }
}
