package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.VariableResolver;
import java.util.List;
import java.util.Optional;

/**
 * A compiled function ({@code PLpgSQL_function}). Belongs to one session, whose plans it keeps.
 *
 * @param found the variable FOUND
 * @param arguments the variables of the inputs, in order
 * @param out what OUT parameters are returned from
 */
record PlFunction(
    FunctionSource source,
    List<Datum> datums,
    BlockStatement body,
    VariableResolver.Preference preference,
    Compilation.StrictParameters strictParameters,
    Datum.Scalar found,
    List<Datum> arguments,
    Optional<Datum> out) {}
