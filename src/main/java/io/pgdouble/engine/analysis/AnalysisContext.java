package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.SearchPath;
import io.pgdouble.engine.function.ExecutionContext;

/**
 * What analysis needs of the session.
 *
 * @param resolutions what names were found to mean before, with this catalog and search path; best
 *     shared between sessions that have the same
 * @param execution literals are read with the session's settings when a statement is analysed
 */
public record AnalysisContext(
    Catalog catalog, SearchPath searchPath, Resolutions resolutions, ExecutionContext execution) {

  public AnalysisContext(Catalog catalog, SearchPath searchPath, ExecutionContext execution) {
    this(catalog, searchPath, new Resolutions(searchPath), execution);
  }
}
