package io.pgdouble.engine.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of {@code pg_proc}.
 *
 * @param kind f function, p procedure, a aggregate, w window function
 * @param volatility i immutable, s stable, v volatile
 * @param argumentTypes of the input arguments
 * @param allTypes of all arguments, or empty if all are inputs
 * @param modes i, o, b, v, t for each of {@code allTypes}, or empty
 * @param names of all arguments, or empty
 * @param variadicElement the element type of the variadic array, or 0 ({@code provariadic})
 * @param defaults the default expressions of the last inputs, as SQL text
 * @param source {@code prosrc}: the name of the implementation for internal functions
 * @param implementation what it does here
 * @param restricted whether not everybody may execute it ({@code proacl})
 */
public record ProcEntry(
    int oid,
    String name,
    String schema,
    char kind,
    String language,
    char volatility,
    boolean strict,
    boolean returnsSet,
    int resultType,
    int[] argumentTypes,
    int[] allTypes,
    char[] modes,
    List<String> names,
    int variadicElement,
    List<String> defaults,
    String source,
    Implementation implementation,
    boolean restricted) {

  /** {@code transam.h: FirstNormalObjectId}. */
  private static final int FIRST_NORMAL_OID = 16_384;

  /** Whether somebody has created it, and it was not there from the beginning. */
  public boolean isOfUser() {
    return Integer.compareUnsigned(oid, FIRST_NORMAL_OID) >= 0;
  }

  /** A procedure as CALL sees it: what it gives back are arguments, too. */
  public ProcEntry withAllArguments() {
    return new ProcEntry(
        oid,
        name,
        schema,
        kind,
        language,
        volatility,
        strict,
        returnsSet,
        resultType,
        modes.length == 0 ? argumentTypes : allTypes,
        allTypes,
        modes,
        names,
        variadicElement,
        defaults,
        source,
        implementation,
        restricted);
  }

  /** Number of input arguments. */
  public int inputs() {
    return argumentTypes.length;
  }

  /** Whether the last input collects the rest of a call. */
  public boolean isVariadic() {
    return variadicElement != 0;
  }

  public boolean isAggregate() {
    return kind == 'a';
  }

  /** As error messages name it: with the types of its inputs. */
  public String signature() {
    return name
        + Arrays.stream(argumentTypes)
            .mapToObj(TypeFacts::name)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProcEntry that && that.oid == oid;
  }

  @Override
  public int hashCode() {
    return oid;
  }
}
