package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.OuterReferences;
import io.pgdouble.engine.tree.ColumnRef;
import io.pgdouble.engine.tree.ParamRef;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Names of columns and what they refer to ({@code transformColumnRef}). */
final class ColumnReferences {
  private ColumnReferences() {}

  static Expression resolve(ParseState state, ColumnRef ref) {
    if (state.kind == ClauseKind.COLUMN_DEFAULT) {
      throw Complaint.error(
          ref.location(),
          SqlState.FEATURE_NOT_SUPPORTED,
          "cannot use column reference in DEFAULT expression");
    }
    return state.parameters.resolver().isPresent()
        ? VariableReferences.resolve(state, ref)
        : required(state, ref);
  }

  /** What the query's own names give, or a complaint. */
  static Expression required(ParseState state, ColumnRef ref) {
    List<String> fields = ref.fields();
    if (ref.star()) {
      return starred(state, ref);
    }
    if (fields.size() == 1) {
      return simple(state, ref);
    }
    Relation relation = relationOf(state, fields.subList(0, fields.size() - 1), ref);
    String column = fields.get(fields.size() - 1);
    Optional<Namespaces.Found> known =
        Namespaces.find(state, relation.schema(), relation.name(), ref.location());
    Optional<Expression> argument =
        known.isPresent() ? Optional.empty() : ArgumentReferences.find(state, ref);
    if (argument.isPresent()) {
      return argument.get();
    }
    Namespaces.Found found =
        known.orElseThrow(() -> MissingNames.relation(state, relation.name(), ref.location()));
    return columnOf(state, found, column, ref.location())
        .orElseThrow(() -> MissingNames.column(state, relation.name(), column, ref.location()));
  }

  /** A whole row, whatever columns there are of the relation's name. */
  private static Expression starred(ParseState state, ColumnRef ref) {
    Relation relation = relationOf(state, ref.fields(), ref);
    return Namespaces.find(state, relation.schema(), relation.name(), ref.location())
        .map(found -> wholeRow(found, ref.location()))
        .or(() -> ArgumentReferences.find(state, ref))
        .orElseThrow(() -> MissingNames.relation(state, relation.name(), ref.location()));
  }

  /** What the query's own names give; empty where they give nothing. */
  static Optional<Expression> find(ParseState state, ColumnRef ref) {
    List<String> fields = ref.fields();
    if (fields.size() == 1) {
      Optional<Expression> column = Namespaces.column(state, fields.get(0), ref.location());
      return column.isPresent()
          ? column
          : Namespaces.find(state, "", fields.get(0), ref.location())
              .map(found -> wholeRow(found, ref.location()));
    }
    Relation relation = relationOf(state, fields.subList(0, fields.size() - 1), ref);
    return Namespaces.find(state, relation.schema(), relation.name(), ref.location())
        .flatMap(found -> columnOf(state, found, fields.get(fields.size() - 1), ref.location()));
  }

  /** The part of a qualified name that names a relation. */
  record Relation(String schema, String name) {}

  /** Takes a qualified name without its column apart: {@code [[catalog.]schema.]relation}. */
  static Relation relationOf(ParseState state, List<String> names, ColumnRef ref) {
    if (names.size() > 3) {
      throw Complaint.error(
          ref.location(),
          SqlState.SYNTAX_ERROR,
          "improper qualified name (too many dotted names): " + shown(ref));
    }
    boolean foreign =
        names.size() == 3 && !names.get(0).equals(state.context.execution().session().database());
    if (foreign) {
      throw Complaint.error(
          ref.location(),
          SqlState.FEATURE_NOT_SUPPORTED,
          "cross-database references are not implemented: " + shown(ref));
    }
    String schema = names.size() > 1 ? names.get(names.size() - 2) : "";
    return new Relation(schema, names.get(names.size() - 1));
  }

  private static String shown(ColumnRef ref) {
    return String.join(".", ref.fields()) + (ref.star() ? ".*" : "");
  }

  private static Expression simple(ParseState state, ColumnRef ref) {
    String name = ref.fields().get(0);
    if (state.domainValue.isPresent() && name.equals("value")) {
      return state.domainValue.get().at(ref.location());
    }
    Optional<Expression> column = Namespaces.column(state, name, ref.location());
    if (column.isPresent()) {
      return column.get();
    }
    OptionalInt argument = state.parameters.number(name);
    if (argument.isPresent()) {
      return Parameters.reference(state, new ParamRef(argument.getAsInt(), ref.location()));
    }
    return Namespaces.find(state, "", name, ref.location())
        .map(found -> wholeRow(found, ref.location()))
        .orElseThrow(() -> MissingNames.column(state, "", name, ref.location()));
  }

  private static Optional<Expression> columnOf(
      ParseState state, Namespaces.Found found, String column, int location) {
    Optional<Expression> value =
        Namespaces.columnOf(owner(state, found), found.item(), column, location)
            .map(c -> atLevel(c.value(), found.levelsUp(), location));
    return value.isPresent() ? value : RowFields.find(state, wholeRow(found, location), column);
  }

  private static ParseState owner(ParseState state, Namespaces.Found found) {
    ParseState level = state;
    for (int i = 0; i < found.levelsUp(); i++) {
      level = level.parent.orElseThrow();
    }
    return level;
  }

  /** A column's value as seen from a query inside the one that owns it. */
  static Expression atLevel(Expression value, int levelsUp, int location) {
    if (value instanceof Expression.Var column) {
      return column.at(levelsUp, location);
    }
    if (value instanceof Expression.JoinColumn column) {
      Expression inner = atLevel(column.value(), levelsUp, location);
      return new Expression.JoinColumn(levelsUp, column.written(), inner, location);
    }
    return levelsUp == 0 ? value : OuterReferences.raise(value, levelsUp);
  }

  /** {@code transformWholeRowRef}. */
  static Expression wholeRow(Namespaces.Found found, int location) {
    NamespaceItem item = found.item();
    if (item.relation() < 0) {
      throw Complaint.notSimulated("a whole row of a join");
    }
    boolean scalar =
        item.columns().size() == 1
            && item.rowType() != TypeOid.RECORD
            && item.columns().get(0).value().type() == item.rowType();
    return scalar
        ? atLevel(item.columns().get(0).value(), found.levelsUp(), location)
        : new Expression.Var(found.levelsUp(), item.relation(), 0, item.rowType(), -1, 0, location);
  }
}
