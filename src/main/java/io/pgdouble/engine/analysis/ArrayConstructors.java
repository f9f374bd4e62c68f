package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.tree.AArrayExpr;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ARRAY[…]} ({@code transformArrayExpr}). */
final class ArrayConstructors {
  private final ParseState state;
  private final Optional<TypeNames.TypeReference> target;

  private ArrayConstructors(ParseState state, Optional<TypeNames.TypeReference> target) {
    this.state = state;
    this.target = target;
  }

  /**
   * @param target the array type of a cast that stands directly around it
   */
  static Expression analyze(
      ParseState state, AArrayExpr node, Optional<TypeNames.TypeReference> target) {
    return new ArrayConstructors(state, target).array(node);
  }

  private Expression array(AArrayExpr node) {
    List<Expression> elements = new ArrayList<>();
    boolean nested = false;
    for (Expr element : node.elements()) {
      if (element instanceof AArrayExpr inner) {
        elements.add(array(inner));
        nested = true;
      } else {
        Expression value = state.expressions.part(element);
        nested |= isArray(value.type());
        elements.add(value);
      }
    }
    return target.isPresent() ? ofTarget(node, elements, nested) : ofCommon(node, elements, nested);
  }

  /** Vectors are arrays in all but this. */
  private boolean isArray(int type) {
    return type != TypeOid.INT2VECTOR
        && type != TypeOid.OIDVECTOR
        && TypeFacts.elementType(state.catalog(), type) != 0;
  }

  private Expression ofTarget(AArrayExpr node, List<Expression> elements, boolean nested) {
    int array = TypeFacts.baseType(state.catalog(), target.get().type());
    int element = TypeFacts.elementType(state.catalog(), array);
    CastTarget cast =
        new CastTarget(
            nested ? array : element,
            target.get().typmod(),
            CastContext.EXPLICIT,
            CallForm.EXPLICIT_CAST,
            -1);
    List<Expression> converted = new ArrayList<>();
    for (Expression value : elements) {
      converted.add(Coercion.toTarget(state, value, cast).orElseThrow(() -> noCast(value, cast)));
    }
    return new Expression.ArrayExpr(array, element, converted, nested, node.location());
  }

  private static RuntimeException noCast(Expression value, CastTarget cast) {
    return Complaint.error(
        Locations.of(value),
        SqlState.CANNOT_COERCE,
        "cannot cast type " + TypeFacts.name(value.type()) + " to " + TypeFacts.name(cast.type()));
  }

  private Expression ofCommon(AArrayExpr node, List<Expression> elements, boolean nested) {
    if (elements.isEmpty()) {
      throw Complaint.at(
              node.location(),
              SqlState.INDETERMINATE_DATATYPE,
              "cannot determine type of empty array")
          .withHint("Explicitly cast to the desired type, for example ARRAY[]::integer[].")
          .toException();
    }
    Catalog catalog = state.catalog();
    int common = CommonType.select(state, elements, "ARRAY");
    int element = nested ? TypeFacts.elementType(catalog, common) : common;
    if (element == 0) {
      throw noType(node, "element", common);
    }
    int array = nested ? common : TypeFacts.arrayType(catalog, common);
    if (array == 0) {
      throw noType(node, "array", element);
    }
    List<Expression> converted = new ArrayList<>();
    for (Expression value : elements) {
      converted.add(Coercion.toCommon(state, value, common, "ARRAY"));
    }
    return new Expression.ArrayExpr(array, element, converted, nested, node.location());
  }

  private static RuntimeException noType(AArrayExpr node, String what, int type) {
    return Complaint.error(
        node.location(),
        SqlState.UNDEFINED_OBJECT,
        "could not find " + what + " type for data type " + TypeFacts.name(type));
  }
}
