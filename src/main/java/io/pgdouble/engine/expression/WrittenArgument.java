package io.pgdouble.engine.expression;

import java.util.Optional;

/**
 * An argument as a call has it in the query's text.
 *
 * @param index of the argument among those that the function gets
 * @param name where it is given by name
 */
public record WrittenArgument(int index, Optional<String> name) {}
