package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** WITH (…) of tables and indexes ({@code reloptions.c}): {@code fillfactor} alone. */
final class RelationOptions {
  private static final String FILLFACTOR = "fillfactor";
  private static final int LEAST = 10;
  private static final int MOST = 100;

  private RelationOptions() {}

  static Optional<String> ofTable(List<DefElem> options) {
    return written(options);
  }

  static Optional<String> ofIndex(List<DefElem> options) {
    return written(options);
  }

  private static Optional<String> written(List<DefElem> options) {
    List<String> written = new ArrayList<>();
    for (DefElem option : options) {
      boolean known = option.name().equals(FILLFACTOR) && option.namespace().isEmpty();
      if (!known || !(option.arg().orElse(null) instanceof IntegerValue number)) {
        throw ErrorReport.notSimulated("storage parameter " + option.name()).toException();
      }
      if (number.value() < LEAST || number.value() > MOST) {
        throw ErrorReport.error(
                SqlState.INVALID_PARAMETER_VALUE,
                "value " + number.value() + " out of bounds for option \"fillfactor\"")
            .withDetail("Valid values are between \"10\" and \"100\".")
            .toException();
      }
      written.add(FILLFACTOR + "=" + number.value());
    }
    if (written.size() > 1) {
      throw ErrorReport.error(
              SqlState.INVALID_PARAMETER_VALUE, "parameter \"fillfactor\" specified more than once")
          .toException();
    }
    return written.isEmpty() ? Optional.empty() : Optional.of("{" + written.get(0) + "}");
  }
}
