package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.RelabelType;
import java.util.Set;

/** Values of domains ({@code coerce_to_domain}). */
final class Domains {
  /** Those the server is born with that no constraint narrows: {@code information_schema.sql}. */
  private static final Set<String> WITHOUT_CONSTRAINTS =
      Set.of("character_data", "sql_identifier", "time_stamp");

  private Domains() {}

  /**
   * A value of the type beneath, seen as one of the domain.
   *
   * @throws io.pgdouble.error.ReportedError 0A000 where a constraint would have to be checked
   */
  static Expression coerce(ParseState state, Expression source, CastTarget target) {
    TypeEntry domain = state.catalog().type(target.type());
    boolean holds = state.definition || WITHOUT_CONSTRAINTS.contains(domain.name());
    if (!holds) {
      throw Complaint.notSimulated("the constraints of domains");
    }
    CastTarget beneath = target.withType(domain.base(), domain.baseTypmod());
    Expression value =
        Coercion.toTarget(state, source, beneath)
            .orElseThrow(() -> Complaint.notSimulated("this coercion to a domain"));
    return new RelabelType(
        value, domain.oid(), -1, domain.collation(), target.form(), target.location());
  }
}
