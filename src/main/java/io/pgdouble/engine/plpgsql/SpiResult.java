package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.expression.OutputColumn;
import java.util.List;
import java.util.Optional;

/**
 * What running statements came to.
 *
 * @param processed rows that were read or changed
 * @param columns empty where there are no rows, not even none
 */
public record SpiResult(
    Code code, long processed, Optional<List<OutputColumn>> columns, List<Object[]> rows) {
  /** {@code SPI_OK_…} and {@code SPI_ERROR_…}, as far as they matter here. */
  public enum Code {
    EMPTY,
    SELECT,
    SELECT_INTO,
    MODIFIED,
    UTILITY,
    COPY_FORBIDDEN,
    TRANSACTION_FORBIDDEN
  }

  /** One without rows. */
  public static SpiResult of(Code code) {
    return new SpiResult(code, 0, Optional.empty(), List.of());
  }
}
