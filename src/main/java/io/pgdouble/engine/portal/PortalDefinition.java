package io.pgdouble.engine.portal;

import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.tree.Statement;
import java.util.List;
import java.util.Optional;

/**
 * What a portal is made of ({@code PortalDefineQuery}).
 *
 * @param sourceText the query string it came from
 * @param tag the command's name; empty for a query string without a statement
 * @param statement the statement it runs
 * @param columns what its rows look like; empty where it gives none
 * @param light whether running it takes constant time and never waits
 */
public record PortalDefinition(
    String sourceText,
    String tag,
    Optional<Statement> statement,
    Optional<List<OutputColumn>> columns,
    PortalWork work,
    boolean light) {

  /** Of a query string without a statement, or of one that came to nothing. */
  public static PortalDefinition ofNothing(String sourceText) {
    return new PortalDefinition(
        sourceText, "", Optional.empty(), Optional.empty(), new PortalWork.Nothing(), true);
  }
}
