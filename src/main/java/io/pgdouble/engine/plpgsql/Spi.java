package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.analysis.ParameterTypes;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.execution.RelationSource;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.portal.Portal;
import io.pgdouble.engine.portal.Portals;
import io.pgdouble.engine.sql.ParserSettings;
import io.pgdouble.engine.transaction.TransactionBlock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a procedural language asks of the session it runs in ({@code spi.c}: the server programming
 * interface).
 */
public interface Spi {
  ErrorContexts contexts();

  ExecutionContext execution();

  /** How names are looked up now. */
  AnalysisContext analysis();

  ParserSettings parserSettings();

  RelationSource relations();

  TransactionBlock block();

  Portals portals();

  /** A statement begins: it sees what there is now. */
  void takeSnapshot();

  /**
   * Parses and analyses a text of statements ({@code SPI_prepare_extended}).
   *
   * @throws io.pgdouble.error.ReportedError with positions within the text
   */
  SpiPlan prepare(String text, ParameterTypes parameters);

  /** Parses a text, and analyses and runs one statement after another ({@code SPI_execute}). */
  SpiResult execute(String text, int[] types, SpiPlan.Run run);

  /**
   * {@code SPI_cursor_open_with_paramlist}.
   *
   * @param name empty for one that nobody has
   */
  Portal open(Optional<String> name, int options, SpiPlan.Cursor cursor);

  /** Whether a routine runs on other terms than whoever calls it. */
  boolean hasOwnTerms(ProcEntry routine);

  /** Does something on the terms of a routine: as its owner if it says so, with its settings. */
  <T> T onTermsOf(ProcEntry routine, Supplier<T> work);
}
