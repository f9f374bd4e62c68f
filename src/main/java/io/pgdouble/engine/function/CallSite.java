package io.pgdouble.engine.function;

import io.pgdouble.type.RowType;
import java.util.Optional;

/**
 * What is known of a call before it is executed: {@code FmgrInfo.fn_expr} and {@code fncollation}.
 * One for each call expression of a plan.
 *
 * @param argumentTypes OIDs of the actual argument types after coercion; polymorphic functions read
 *     them as {@code get_fn_expr_argtype} does
 * @param resultType OID of the actual result type (polymorphism resolved)
 * @param collation OID of the input collation, 0 where none applies, {@link #UNDETERMINED} where
 *     the arguments do not agree on one
 * @param variadicArray whether the call was written with {@code VARIADIC array} to a {@code
 *     VARIADIC "any"} function, as {@code get_fn_expr_variadic} tells
 * @param row what a column definition list says of the result ({@code ReturnSetInfo.expectedDesc})
 */
public record CallSite(
    int[] argumentTypes,
    int resultType,
    int collation,
    Variadic variadicArray,
    Optional<RowType> row) {

  /** In the place of a collation that arguments do not agree on. */
  public static final int UNDETERMINED = -1;

  /** A call site without a column definition list. */
  public CallSite(int[] argumentTypes, int resultType, int collation, Variadic variadicArray) {
    this(argumentTypes, resultType, collation, variadicArray, Optional.empty());
  }

  /** How the last arguments of a call were written. */
  public enum Variadic {
    /** One by one. */
    SPREAD,
    /** With the keyword {@code VARIADIC} before an array. */
    ARRAY
  }

  /** A call site of a function without polymorphism or collation. */
  public static CallSite of(int resultType, int... argumentTypes) {
    return new CallSite(argumentTypes, resultType, 0, Variadic.SPREAD);
  }

  /** The same site, below a column definition list. */
  public CallSite withRow(Optional<RowType> definition) {
    return new CallSite(argumentTypes, resultType, collation, variadicArray, definition);
  }
}
