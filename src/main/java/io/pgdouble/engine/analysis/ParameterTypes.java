package io.pgdouble.engine.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The types of a statement's parameters: given once for all, or found out from their uses ({@code
 * parse_param.c}). One object serves one analysis; afterwards it tells the types.
 */
public final class ParameterTypes {
  /** What a {@code $n} finds when nobody has given or inferred a type yet. */
  private static final int UNDETERMINED = 0;

  private final boolean variable;
  private int[] oids;
  private Optional<String> function = Optional.empty();
  private List<String> names = List.of();
  private Optional<VariableResolver> resolver = Optional.empty();

  private ParameterTypes(boolean variable, int[] oids) {
    this.variable = variable;
    this.oids = oids;
  }

  /** A statement without parameters: any {@code $n} is 42P02. */
  public static ParameterTypes none() {
    return new ParameterTypes(false, new int[0]);
  }

  /** Exactly these. A use beyond them, or of a type 0, is 42P02. */
  public static ParameterTypes fixed(int... oids) {
    return new ParameterTypes(false, oids.clone());
  }

  /**
   * The inputs of a function, which its body may also call by their names ({@code
   * sql_fn_post_column_ref}).
   */
  public static ParameterTypes named(String function, List<String> names, int... oids) {
    ParameterTypes types = fixed(oids);
    types.function = Optional.of(function);
    types.names = names.subList(0, Math.min(names.size(), oids.length));
    return types;
  }

  /** Those that a procedural language has for its variables ({@code ParserSetupHook}). */
  public static ParameterTypes hooked(VariableResolver resolver) {
    ParameterTypes types = none();
    types.resolver = Optional.of(resolver);
    return types;
  }

  /** The function whose arguments they are. */
  Optional<String> function() {
    return function;
  }

  /** Whose variables they are. */
  Optional<VariableResolver> resolver() {
    return resolver;
  }

  /** The number of the parameter of a name. */
  OptionalInt number(String name) {
    int index = names.indexOf(name);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index + 1);
  }

  /** These as far as they are not 0; the others are inferred, as Parse does. */
  public static ParameterTypes variable(int... declared) {
    return new ParameterTypes(true, declared.clone());
  }

  boolean isVariable() {
    return variable;
  }

  int get(int number) {
    return number <= oids.length ? oids[number - 1] : UNDETERMINED;
  }

  void set(int number, int oid) {
    grow(number);
    oids[number - 1] = oid;
  }

  void grow(int number) {
    if (number > oids.length) {
      oids = Arrays.copyOf(oids, number);
    }
  }

  /** How many parameters there are: the highest number seen, or declared. */
  public int count() {
    return oids.length;
  }

  /** The types, by number from 1 at index 0. */
  public int[] oids() {
    return oids.clone();
  }
}
