package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.tree.ColumnRef;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code *} and {@code relation.*} as columns ({@code ExpandColumnRefStar}). */
final class StarExpansion {
  private StarExpansion() {}

  static List<TargetEntry> columns(ParseState state, ColumnRef ref) {
    List<TargetEntry> entries = new ArrayList<>();
    if (!ref.fields().isEmpty()) {
      addQualified(state, ref, entries);
      return entries;
    }
    boolean any = false;
    for (NamespaceItem item : state.namespace) {
      if (item.columnsVisible() && !item.lateralOnly()) {
        any = true;
        addAll(state, new Namespaces.Found(item, 0), ref.location(), entries);
      }
    }
    if (!any) {
      throw Complaint.error(
          ref.location(), SqlState.SYNTAX_ERROR, "SELECT * with no tables specified is not valid");
    }
    return entries;
  }

  private static void addQualified(ParseState state, ColumnRef ref, List<TargetEntry> entries) {
    ColumnReferences.Relation relation = ColumnReferences.relationOf(state, ref.fields(), ref);
    Optional<Namespaces.Found> found =
        Namespaces.find(state, relation.schema(), relation.name(), ref.location());
    Optional<Expression> row =
        found.isPresent()
            ? VariableReferences.row(state, ref, found)
            : VariableReferences.row(state, ref, found)
                .or(() -> ArgumentReferences.find(state, ref));
    if (row.isPresent()) {
      addFields(state, row.get(), entries);
      return;
    }
    addAll(
        state,
        found.orElseThrow(() -> MissingNames.relation(state, relation.name(), ref.location())),
        ref.location(),
        entries);
  }

  private static void addFields(ParseState state, Expression row, List<TargetEntry> entries) {
    List<RowFields.Field> fields = fieldsOf(state, row);
    for (int i = 0; i < fields.size(); i++) {
      RowFields.Field field = fields.get(i);
      entries.add(TargetLists.entry(state, RowFields.select(row, i + 1, field), field.name()));
    }
  }

  private static void addAll(
      ParseState state, Namespaces.Found found, int location, List<TargetEntry> entries) {
    for (NamedColumn column : found.item().columns()) {
      Expression value = ColumnReferences.atLevel(column.value(), found.levelsUp(), location);
      entries.add(TargetLists.entry(state, value, column.name()));
    }
  }

  /** The fields that {@code (row).*} stands for ({@code ExpandRowReference}). */
  static List<RowFields.Field> fieldsOf(ParseState state, Expression row) {
    List<RowFields.Field> fields = RowFields.fields(state, row);
    if (!fields.isEmpty()) {
      return fields;
    }
    if (TypeFacts.isRow(state.catalog(), row.type())) {
      throw Complaint.error(
          row.type() == TypeOid.RECORD ? -1 : Locations.of(row),
          SqlState.WRONG_OBJECT_TYPE,
          "record type has not been registered");
    }
    throw Complaint.error(
        Locations.of(row),
        SqlState.WRONG_OBJECT_TYPE,
        "type " + TypeFacts.name(row.type()) + " is not composite");
  }
}
