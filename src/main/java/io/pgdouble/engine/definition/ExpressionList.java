package io.pgdouble.engine.definition;

import io.pgdouble.engine.expression.Expression;
import java.util.List;

/** Several expressions that a catalog keeps in one text. */
public record ExpressionList(List<Expression> expressions) {}
