package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.ArrayCoerceExpr;
import io.pgdouble.engine.expression.Expression.CaseTest;
import io.pgdouble.engine.expression.Expression.CoerceViaIO;
import io.pgdouble.engine.expression.Expression.CollateExpr;
import io.pgdouble.engine.expression.Expression.Const;
import io.pgdouble.engine.expression.Expression.FuncExpr;
import io.pgdouble.engine.expression.Expression.Param;
import io.pgdouble.engine.expression.Expression.RelabelType;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.expression.VariadicForm;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes an expression of one type one of another ({@code parse_coerce.c}). */
final class Coercion {
  private Coercion() {}

  /** {@code coerce_to_target_type}: with the modifier; empty if there is no way. */
  static Optional<Expression> toTarget(ParseState state, Expression source, CastTarget target) {
    if (!Coercibility.can(state.catalog(), source.type(), target.type(), target.context())) {
      return Optional.empty();
    }
    Expression inner = source;
    while (inner instanceof CollateExpr collate) {
      inner = collate.argument();
    }
    Expression typed = coerce(state, inner, target);
    // Of two steps of one cast the query's text shows the second only.
    boolean modified = target.typmod() != typed.typmod() && !(typed instanceof Const);
    Expression first = modified && typed != inner ? HiddenCasts.hide(typed) : typed;
    Expression coerced = withTypmod(state, first, target);
    if (inner != source && TypeFacts.isCollatable(state.catalog(), target.type())) {
      CollateExpr outer = (CollateExpr) source;
      return Optional.of(new CollateExpr(coerced, outer.collation(), outer.location()));
    }
    return Optional.of(coerced);
  }

  /** {@code coerce_to_domain}: of the steps beneath a domain the query's text shows none. */
  static Optional<Expression> beneathDomain(
      ParseState state, Expression source, CastTarget beneath) {
    if (!Coercibility.can(state.catalog(), source.type(), beneath.type(), beneath.context())) {
      return Optional.empty();
    }
    Expression typed = coerce(state, source, beneath);
    CastTarget hidden =
        new CastTarget(
            beneath.type(),
            beneath.typmod(),
            beneath.context(),
            CallForm.IMPLICIT_CAST,
            beneath.location());
    return Optional.of(
        withTypmod(state, typed == source ? typed : HiddenCasts.hide(typed), hidden));
  }

  /** {@code coerce_type}: the caller knows that there is a way; the modifier stays out of it. */
  static Expression coerce(ParseState state, Expression source, CastTarget target) {
    int type = target.type();
    if (type == source.type() || PseudoTypes.acceptsAsIs(type)) {
      return source;
    }
    if (PseudoTypes.acceptsBaseType(type) && source.type() != TypeOid.UNKNOWN) {
      return asBaseType(state, source);
    }
    if (source.type() == TypeOid.UNKNOWN && source instanceof Const literal) {
      return Literals.convert(state, literal, target);
    }
    if (source instanceof Param param && state.parameters.isVariable()) {
      Optional<Expression> inferred = Parameters.coerce(state, param, target);
      if (inferred.isPresent()) {
        return inferred.get();
      }
    }
    if (source instanceof CollateExpr collate) {
      Expression inner = coerce(state, collate.argument(), target);
      return TypeFacts.isCollatable(state.catalog(), type)
          ? new CollateExpr(inner, collate.collation(), collate.location())
          : inner;
    }
    return alongPath(state, source, target);
  }

  private static Expression asBaseType(ParseState state, Expression source) {
    int base = TypeFacts.baseType(state.catalog(), source.type());
    return base == source.type()
        ? source
        : new RelabelType(source, base, -1, collationOf(state, base), CallForm.IMPLICIT_CAST, -1);
  }

  private static Expression alongPath(ParseState state, Expression source, CastTarget target) {
    Catalog catalog = state.catalog();
    Optional<CastPath> path =
        CastPath.find(catalog, target.type(), source.type(), target.context());
    if (path.isPresent() && catalog.type(target.type()).kind() == 'd') {
      return Domains.coerce(state, source, target);
    }
    if (path.isEmpty()) {
      return asRow(state, source, target);
    }
    if (path.get().kind() != CastPath.Kind.RELABEL) {
      return build(state, path.get(), source, target);
    }
    return new RelabelType(
        asBaseType(state, source),
        target.type(),
        -1,
        collationOf(state, target.type()),
        target.form(),
        target.location());
  }

  private static Expression asRow(ParseState state, Expression source, CastTarget target) {
    boolean generic = target.type() == TypeOid.RECORD || target.type() == TypeOid.RECORD_ARRAY;
    if (generic) {
      return new RelabelType(source, target.type(), -1, 0, target.form(), target.location());
    }
    int base = TypeFacts.baseType(state.catalog(), target.type());
    if (base != target.type() && TypeFacts.isComposite(state.catalog(), base)) {
      Expression row = asRow(state, source, target.withType(base));
      return Domains.coerce(state, row, target);
    }
    if (RowCoercion.applies(state, source, target)) {
      return RowCoercion.coerce(state, source, target);
    }
    throw Complaint.notSimulated(
        "a cast from " + TypeFacts.name(source.type()) + " to " + TypeFacts.name(target.type()));
  }

  static int collationOf(ParseState state, int type) {
    return state.catalog().type(type).collation();
  }

  /** {@code coerce_type_typmod}. */
  private static Expression withTypmod(ParseState state, Expression node, CastTarget target) {
    if (target.typmod() == node.typmod()) {
      return node;
    }
    Optional<CastPath> path =
        target.typmod() < 0 ? Optional.empty() : CastPath.forTypmod(state.catalog(), target.type());
    if (path.isPresent()) {
      return build(state, path.get(), node, target);
    }
    return new RelabelType(
        node,
        target.type(),
        target.typmod(),
        collationOf(state, target.type()),
        target.form(),
        target.location());
  }

  /** {@code build_coercion_expression}. */
  private static Expression build(
      ParseState state, CastPath path, Expression source, CastTarget target) {
    return switch (path.kind()) {
      case FUNCTION -> call(state, state.catalog().proc(path.function()), source, target);
      case ARRAY -> arrayCoercion(state, source, target);
      case INPUT_OUTPUT ->
          new CoerceViaIO(
              asBaseType(state, source), target.type(), target.form(), target.location());
      case RELABEL ->
          new RelabelType(
              source,
              target.type(),
              target.typmod(),
              collationOf(state, target.type()),
              target.form(),
              target.location());
    };
  }

  private static Expression call(
      ParseState state, ProcEntry function, Expression source, CastTarget target) {
    List<Expression> arguments = new ArrayList<>(3);
    arguments.add(source);
    if (function.inputs() >= 2) {
      arguments.add(new Const(TypeOid.INT4, -1, 0, target.typmod(), -1));
    }
    if (function.inputs() == 3) {
      boolean explicit = target.context() == CastContext.EXPLICIT;
      arguments.add(new Const(TypeOid.BOOL, -1, 0, explicit, -1));
    }
    return SqlFunctions.inline(
        state,
        new FuncExpr(
            function,
            target.type(),
            function.inputs() >= 2 ? target.typmod() : -1,
            target.form(),
            VariadicForm.NONE,
            Collations.ofInputs(state, arguments),
            List.copyOf(arguments),
            target.location()));
  }

  private static Expression arrayCoercion(ParseState state, Expression source, CastTarget target) {
    Catalog catalog = state.catalog();
    int from = TypeFacts.baseElementType(catalog, source.type());
    int to = TypeFacts.baseElementType(catalog, target.type());
    Expression test = new CaseTest(from, source.typmod(), collationOf(state, from));
    Expression element =
        toTarget(state, test, target.withType(to))
            .orElseThrow(() -> Complaint.notSimulated("this coercion of array elements"));
    return new ArrayCoerceExpr(
        source, element, target.type(), target.typmod(), target.form(), target.location());
  }

  /** {@code coerce_to_boolean}: a condition. */
  static Expression toBoolean(ParseState state, Expression node, String construct) {
    return toSpecific(state, node, TypeOid.BOOL, construct);
  }

  /** {@code coerce_to_specific_type}. */
  static Expression toSpecific(ParseState state, Expression node, int type, String construct) {
    Expression result = node;
    if (node.type() != type) {
      result =
          toTarget(state, node, CastTarget.assignment(type))
              .orElseThrow(
                  () ->
                      Complaint.error(
                          Locations.of(node),
                          SqlState.DATATYPE_MISMATCH,
                          "argument of "
                              + construct
                              + " must be type "
                              + TypeFacts.name(type)
                              + ", not type "
                              + TypeFacts.name(node.type())));
    }
    if (state.hasSetReturning && SetReturning.in(result)) {
      throw Complaint.error(
          Locations.of(node),
          SqlState.DATATYPE_MISMATCH,
          "argument of " + construct + " must not return a set");
    }
    return result;
  }

  /** {@code coerce_to_common_type}. */
  static Expression toCommon(ParseState state, Expression node, int type, String construct) {
    if (node.type() == type) {
      return node;
    }
    if (!Coercibility.can(state.catalog(), node.type(), type, CastContext.IMPLICIT)) {
      throw Complaint.error(
          Locations.of(node),
          SqlState.CANNOT_COERCE,
          construct
              + " could not convert type "
              + TypeFacts.name(node.type())
              + " to "
              + TypeFacts.name(type));
    }
    return coerce(state, node, CastTarget.implicit(type));
  }
}
