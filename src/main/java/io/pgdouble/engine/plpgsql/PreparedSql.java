package io.pgdouble.engine.plpgsql;

import java.util.List;

/** Statements of a function, ready to be run with the variables they name. */
record PreparedSql(SpiPlan plan, List<ExpressionVariables.Reference> references) {}
