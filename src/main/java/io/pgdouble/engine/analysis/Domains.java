package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.CoerceToDomain;
import io.pgdouble.engine.expression.Expression.RelabelType;
import java.util.Set;

/** Values of domains ({@code coerce_to_domain}). */
final class Domains {
  /** Those the server is born with that no constraint narrows: {@code information_schema.sql}. */
  private static final Set<String> WITHOUT_CONSTRAINTS =
      Set.of("character_data", "sql_identifier", "time_stamp");

  private static final int FIRST_NORMAL_OID = 16_384;

  private Domains() {}

  private static Expression checked(ParseState state, Expression source, CastTarget target) {
    int domain = target.type();
    CastTarget beneath =
        target.withType(
            TypeFacts.baseType(state.catalog(), domain),
            TypeFacts.baseTypmod(state.catalog(), domain));
    Expression value =
        Coercion.beneathDomain(state, source, beneath)
            .orElseThrow(() -> Complaint.notSimulated("this coercion to a domain"));
    int collation = state.catalog().type(domain).collation();
    return new CoerceToDomain(value, domain, collation, target.form(), target.location());
  }

  /**
   * A value of the type beneath, seen as one of the domain.
   *
   * @throws io.pgdouble.error.ReportedError 0A000 where a constraint would have to be checked
   */
  static Expression coerce(ParseState state, Expression source, CastTarget target) {
    TypeEntry domain = state.catalog().type(target.type());
    if (Integer.compareUnsigned(domain.oid(), FIRST_NORMAL_OID) >= 0) {
      return checked(state, source, target);
    }
    boolean holds = state.definition || WITHOUT_CONSTRAINTS.contains(domain.name());
    if (!holds) {
      throw Complaint.notSimulated("the constraints of domains");
    }
    CastTarget beneath = target.withType(domain.base(), domain.baseTypmod());
    Expression value =
        Coercion.beneathDomain(state, source, beneath)
            .orElseThrow(() -> Complaint.notSimulated("this coercion to a domain"));
    return new RelabelType(
        value, domain.oid(), -1, domain.collation(), target.form(), target.location());
  }
}
