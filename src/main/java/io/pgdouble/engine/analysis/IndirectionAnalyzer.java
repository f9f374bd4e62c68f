package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.SubscriptingRef;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.tree.AIndices;
import io.pgdouble.engine.tree.AIndirection;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.FieldName;
import io.pgdouble.engine.tree.Indirection;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Subscripts and fields of expressions ({@code transformIndirection}). */
final class IndirectionAnalyzer {
  private final ParseState state;
  private Expression result;
  private final List<AIndices> subscripts = new ArrayList<>();

  private IndirectionAnalyzer(ParseState state, Expression start) {
    this.state = state;
    this.result = start;
  }

  static Expression analyze(ParseState state, AIndirection node) {
    IndirectionAnalyzer analyzer =
        new IndirectionAnalyzer(state, state.expressions.part(node.arg()));
    for (Indirection step : node.indirection()) {
      analyzer.step(step, node);
    }
    analyzer.subscript();
    return analyzer.result;
  }

  private void step(Indirection step, AIndirection node) {
    if (step instanceof AIndices indices) {
      subscripts.add(indices);
      return;
    }
    if (!(step instanceof FieldName field)) {
      throw Complaint.error(
          Locations.of(result),
          SqlState.FEATURE_NOT_SUPPORTED,
          "row expansion via \"*\" is not supported here");
    }
    subscript();
    result =
        RowFields.find(state, result, field.name())
            .orElseThrow(() -> unknownField(field.name(), node));
  }

  private RuntimeException unknownField(String name, AIndirection node) {
    int location = Locations.of(result);
    if (TypeFacts.isRow(state.catalog(), result.type())) {
      String message =
          result.type() == TypeOid.RECORD
              ? "could not identify column \"" + name + "\" in record data type"
              : "column \"" + name + "\" not found in data type " + TypeFacts.name(result.type());
      return Complaint.error(location, SqlState.UNDEFINED_COLUMN, message);
    }
    return Complaint.error(
        location,
        SqlState.WRONG_OBJECT_TYPE,
        "column notation ."
            + name
            + " applied to type "
            + TypeFacts.name(result.type())
            + ", which is not a composite type");
  }

  /** {@code transformContainerSubscripts} for the subscripts met so far. */
  private void subscript() {
    if (subscripts.isEmpty()) {
      return;
    }
    Catalog catalog = state.catalog();
    int container = TypeFacts.baseType(catalog, result.type());
    TypeEntry type = catalog.type(container);
    List<AIndices> indices = List.copyOf(subscripts);
    subscripts.clear();
    switch (type.subscriptable()) {
      case "array_subscript_handler", "raw_array_subscript_handler" ->
          result = arrayElement(type, indices);
      case "jsonb_subscript_handler" -> result = jsonMember(indices);
      default ->
          throw Complaint.error(
              Locations.of(result),
              SqlState.DATATYPE_MISMATCH,
              "cannot subscript type "
                  + TypeFacts.name(result.type())
                  + " because it does not support subscripting");
    }
  }

  private Expression arrayElement(TypeEntry type, List<AIndices> indices) {
    ArraySubscripts subscripts = ArraySubscripts.of(state, indices);
    boolean slice = !subscripts.lower().isEmpty();
    int resultType = slice ? type.oid() : type.element();
    boolean domain = result.type() != type.oid();
    return new SubscriptingRef(
        type.oid(),
        type.element(),
        resultType,
        domain ? TypeFacts.baseTypmod(state.catalog(), result.type()) : result.typmod(),
        Coercion.collationOf(state, resultType),
        subscripts.upper(),
        subscripts.lower(),
        result,
        Locations.of(result));
  }

  private Expression jsonMember(List<AIndices> indices) {
    List<Optional<Expression>> keys = new ArrayList<>();
    for (AIndices index : indices) {
      if (index.slice()) {
        Optional<Expr> bound = index.upper().or(index::lower);
        throw Complaint.error(
            bound.map(raw -> Locations.of(state.expressions.part(raw))).orElse(-1),
            SqlState.DATATYPE_MISMATCH,
            "jsonb subscript does not support slices");
      }
      keys.add(Optional.of(key(index.upper().orElseThrow())));
    }
    return new SubscriptingRef(
        TypeOid.JSONB, 0, TypeOid.JSONB, -1, 0, keys, List.of(), result, Locations.of(result));
  }

  /** A member's name or an element's number: the type that the key can become decides. */
  private Expression key(Expr raw) {
    Expression value = state.expressions.part(raw);
    Catalog catalog = state.catalog();
    if (value.type() == TypeOid.UNKNOWN) {
      return Coercion.coerce(state, value, CastTarget.implicit(TypeOid.TEXT));
    }
    boolean number = Coercibility.can(catalog, value.type(), TypeOid.INT4, CastContext.IMPLICIT);
    boolean text = Coercibility.can(catalog, value.type(), TypeOid.TEXT, CastContext.IMPLICIT);
    if (number == text) {
      throw Complaint.at(
              Locations.of(value),
              SqlState.DATATYPE_MISMATCH,
              "subscript type " + TypeFacts.name(value.type()) + " is not supported")
          .withHint("jsonb subscript must be coercible to either integer or text.")
          .toException();
    }
    return Coercion.coerce(state, value, CastTarget.implicit(number ? TypeOid.INT4 : TypeOid.TEXT));
  }
}
