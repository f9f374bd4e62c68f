package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.tree.AIndices;
import io.pgdouble.engine.tree.FieldName;
import io.pgdouble.engine.tree.Indirection;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.RowType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of a column or variable that is assigned to: elements of arrays and fields of rows
 * ({@code parse_target.c: transformAssignmentIndirection}).
 */
final class PartPath {
  private final ParseState state;
  private final CastContext context;
  private final int location;
  private final List<Step> steps = new ArrayList<>();
  private Target leaf;

  /** What is assigned to, under the name that messages have for it. */
  record Target(String name, int type, int typmod, int collation) {
    static Target of(AttributeEntry column) {
      return new Target(column.name(), column.type(), column.typmod(), column.collation());
    }
  }

  /**
   * One way inwards.
   *
   * @param field number of a row's field, or 0
   * @param upper subscripts of an array, or upper bounds where there are lower ones
   */
  private record Step(
      Target container,
      Optional<RowType> shape,
      int field,
      int elementType,
      List<Optional<Expression>> upper,
      List<Optional<Expression>> lower) {
    boolean isSubscript() {
      return shape.isEmpty();
    }
  }

  private PartPath(ParseState state, Target whole, CastContext context, int location) {
    this.state = state;
    this.leaf = whole;
    this.context = context;
    this.location = location;
  }

  /**
   * @param location of the target in the statement
   */
  static PartPath of(ParseState state, Target whole, List<Indirection> steps, int location) {
    return of(state, whole, steps, new Place(CastContext.ASSIGNMENT, location));
  }

  /** How it is assigned to, and where. */
  record Place(CastContext context, int location) {}

  static PartPath of(ParseState state, Target whole, List<Indirection> steps, Place place) {
    PartPath path = new PartPath(state, whole, place.context(), place.location());
    List<AIndices> subscripts = new ArrayList<>();
    for (Indirection step : steps) {
      if (step instanceof AIndices indices) {
        subscripts.add(indices);
        continue;
      }
      path.subscript(subscripts);
      subscripts.clear();
      path.field(step);
    }
    path.subscript(subscripts);
    return path;
  }

  boolean isWhole() {
    return steps.isEmpty();
  }

  /** Whether the outermost step is one into an array. */
  boolean beginsWithSubscript() {
    return steps.get(0).isSubscript();
  }

  /** Where it stands in the statement. */
  int location() {
    return location;
  }

  Target leaf() {
    return leaf;
  }

  private void field(Indirection step) {
    if (!(step instanceof FieldName field)) {
      throw Complaint.error(
          location,
          SqlState.FEATURE_NOT_SUPPORTED,
          "row expansion via \"*\" is not supported here");
    }
    String what =
        "cannot assign to field \""
            + field.name()
            + "\" of column \""
            + leaf.name()
            + "\" because ";
    int base = TypeFacts.baseType(state.catalog(), leaf.type());
    RelationEntry relation =
        state
            .catalog()
            .relationOfRowType(base)
            .orElseThrow(
                () ->
                    Complaint.error(
                        location,
                        SqlState.DATATYPE_MISMATCH,
                        what
                            + "its type "
                            + TypeFacts.name(leaf.type())
                            + " is not a composite type"));
    AttributeEntry attribute = attribute(relation, field.name(), what);
    steps.add(
        new Step(
            leaf, Optional.of(shape(base, relation)), attribute.number(), 0, List.of(), List.of()));
    leaf = Target.of(attribute);
  }

  private AttributeEntry attribute(RelationEntry relation, String name, String what) {
    boolean system = relation.kind() != 'c' && SystemColumns.isName(name);
    return relation.attributes().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Complaint.error(
                    location,
                    SqlState.UNDEFINED_COLUMN,
                    system
                        ? "cannot assign to system column \"" + name + "\""
                        : what
                            + "there is no such column in data type "
                            + TypeFacts.name(leaf.type())));
  }

  private static RowType shape(int type, RelationEntry relation) {
    return new RowType(
        type,
        relation.attributes().stream()
            .map(one -> new RowType.Field(one.name(), one.type(), one.typmod()))
            .toList());
  }

  private void subscript(List<AIndices> indices) {
    if (indices.isEmpty()) {
      return;
    }
    TypeEntry array = state.catalog().type(TypeFacts.baseType(state.catalog(), leaf.type()));
    if (!array.subscriptable().equals("array_subscript_handler")) {
      refuse(array);
    }
    ArraySubscripts subscripts = ArraySubscripts.of(state, indices);
    steps.add(
        new Step(
            leaf, Optional.empty(), 0, array.element(), subscripts.upper(), subscripts.lower()));
    int type = subscripts.lower().isEmpty() ? array.element() : array.oid();
    leaf = new Target(leaf.name(), type, leaf.typmod(), Coercion.collationOf(state, type));
  }

  private void refuse(TypeEntry type) {
    if (type.subscriptable().endsWith("_subscript_handler")) {
      throw Complaint.notSimulated("assignments to parts of " + type.name());
    }
    throw Complaint.error(
        location,
        SqlState.DATATYPE_MISMATCH,
        "cannot subscript type "
            + TypeFacts.name(leaf.type())
            + " because it does not support subscripting");
  }

  /** The value as what the part holds. */
  Expression cast(Expression value) {
    CastTarget target =
        new CastTarget(leaf.type(), leaf.typmod(), context, CallForm.IMPLICIT_CAST, -1);
    return Coercion.toTarget(state, value, target).orElseThrow(() -> mismatch(value));
  }

  private RuntimeException mismatch(Expression value) {
    boolean subscript = steps.get(steps.size() - 1).isSubscript();
    String what =
        subscript
            ? "subscripted assignment to \"" + leaf.name() + "\" requires type "
            : "subfield \"" + leaf.name() + "\" is of type ";
    return Complaint.at(
            location,
            SqlState.DATATYPE_MISMATCH,
            what
                + TypeFacts.name(leaf.type())
                + " but expression is of type "
                + TypeFacts.name(value.type()))
        .withHint("You will need to rewrite or cast the expression.")
        .toException();
  }

  /** The whole with a value in the part, which is of the part's type. */
  Expression store(Expression whole, Expression value) {
    return store(unchecked(whole), value, 0);
  }

  /** Parts of one column are all there before its domain is asked ({@code process_matched_tle}). */
  private static Expression unchecked(Expression whole) {
    boolean again =
        whole instanceof Expression.CoerceToDomain checked
            && checked.argument() instanceof Expression.PartStore;
    return again ? ((Expression.CoerceToDomain) whole).argument() : whole;
  }

  private Expression store(Expression container, Expression value, int at) {
    if (at == steps.size()) {
      return value;
    }
    Step step = steps.get(at);
    Expression inner =
        at + 1 == steps.size() ? value : store(fetched(step, container, at), value, at + 1);
    int base = TypeFacts.baseType(state.catalog(), step.container().type());
    Expression stored =
        new Expression.PartStore(
            container,
            inner,
            step.shape(),
            step.field(),
            step.elementType(),
            step.upper(),
            step.lower(),
            base,
            base == step.container().type() ? step.container().typmod() : -1,
            step.container().collation(),
            -1);
    return base == step.container().type()
        ? stored
        : Coercion.coerce(state, stored, CastTarget.implicit(step.container().type()));
  }

  /** What is in the part now, of which a part is to be another. */
  private Expression fetched(Step step, Expression container, int at) {
    Target part = steps.get(at + 1).container();
    if (!step.isSubscript()) {
      return new Expression.FieldSelect(
          container, step.field(), part.type(), part.typmod(), part.collation(), -1);
    }
    int base = TypeFacts.baseType(state.catalog(), step.container().type());
    return new Expression.SubscriptingRef(
        base,
        step.elementType(),
        part.type(),
        part.typmod(),
        part.collation(),
        step.upper(),
        step.lower(),
        container,
        -1);
  }
}
