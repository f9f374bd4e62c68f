package io.pgdouble.engine.analysis;

import java.util.List;

/**
 * A call as far as finding its function needs it.
 *
 * @param types of the arguments as written
 * @param names of the last arguments, for named notation
 * @param location of the call
 * @param variadic whether the call says VARIADIC
 */
record CallShape(
    List<String> name, int[] types, List<String> names, boolean variadic, int location) {}
