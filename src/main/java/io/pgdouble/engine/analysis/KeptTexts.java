package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.DefinitionTexts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Query;

/** What texts of SQL mean that the catalogs keep instead of trees. */
public record KeptTexts(AnalysisContext context) implements DefinitionTexts.Meanings {
  @Override
  public Query view(RelationEntry view, String text) {
    return Views.analyzed(context, view, text);
  }

  @Override
  public Expression value(String text, int type) {
    ParseState state = new ParseState(context, ParameterTypes.none());
    Expression value = SqlFunctions.defaultValue(state, text, type);
    return Coercion.toSpecific(state, value, type, "DEFAULT");
  }
}
