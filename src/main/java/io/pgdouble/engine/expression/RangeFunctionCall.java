package io.pgdouble.engine.expression;

import io.pgdouble.type.RowType;
import java.util.Optional;

/**
 * A function in a FROM clause.
 *
 * @param columns how many columns of the range it gives
 * @param row whether its values are rows that are spread over the columns
 * @param defined what a column definition list says of the rows
 */
public record RangeFunctionCall(
    Expression call, int columns, boolean row, Optional<RowType> defined) {}
