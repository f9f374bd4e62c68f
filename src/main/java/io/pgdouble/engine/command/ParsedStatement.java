package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.AnalyzedStatement.AnalyzedQuery;
import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.SearchPath;
import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.tree.RawStmt;
import io.pgdouble.engine.tree.Statement;
import java.util.Arrays;

/**
 * A statement of a parsed query string, and what was made of it that holds for every session. Safe
 * to share between threads: what is kept is immutable, and the worst of a race is work done twice.
 */
public final class ParsedStatement {
  private final RawStmt raw;
  private final String tag;
  private volatile Planned planned;
  private volatile Analyzed analyzed;

  ParsedStatement(RawStmt raw) {
    this.raw = SelectInto.converted(raw);
    this.tag = CommandTags.of(raw.stmt());
  }

  public RawStmt raw() {
    return raw;
  }

  public Statement statement() {
    return raw.stmt();
  }

  /** The command's name, as CommandComplete begins. */
  public String tag() {
    return tag;
  }

  /** Where names were looked up: an identical catalog and an equal path give the same result. */
  record Basis(Catalog catalog, SearchPath path) {
    boolean isThatOf(SessionMemory memory) {
      if (catalog != memory.catalog()) {
        return false;
      }
      SearchPath now = memory.searchPath();
      return path == now || path.equals(now);
    }
  }

  /** A query without parameters, planned. */
  record Planned(Basis basis, AnalyzedQuery query, Plan plan) {}

  /** A query with parameters, analysed for the types that were declared. */
  record Analyzed(Basis basis, int[] declared, int[] types, AnalyzedQuery query) {
    boolean isFor(int[] otherTypes, SessionMemory memory) {
      return Arrays.equals(declared, otherTypes) && basis.isThatOf(memory);
    }
  }

  Planned planned() {
    return planned;
  }

  void keep(Planned made) {
    planned = made;
  }

  Analyzed analyzed() {
    return analyzed;
  }

  void keep(Analyzed made) {
    analyzed = made;
  }
}
