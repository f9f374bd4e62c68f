package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.PlpgsqlAnalyzer.TypeAndModifier;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.plpgsql.Variables.Held;
import io.pgdouble.engine.plpgsql.Variables.Typed;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values become those of variables ({@code pl_exec.c: exec_assign_value, exec_move_row}). */
final class Assignment {
  private final Estate estate;
  private final Casts casts;

  Assignment(Estate estate) {
    this.estate = estate;
    this.casts = new Casts(estate.spi);
  }

  Object cast(Typed source, TypeAndModifier to) {
    return casts.cast(source, to);
  }

  /** {@code exec_assign_expr}. */
  void expression(Datum target, PlExpression expression) {
    if (expression.mode == ParseMode.EXPRESSION) {
      value(target, estate.eval(expression));
      return;
    }
    value(target, estate.evalAssigned(expression, target));
  }

  /** {@code exec_assign_value}. */
  void value(Datum target, Typed value) {
    if (target instanceof Datum.Scalar scalar) {
      scalar(scalar, value);
    } else if (target instanceof Datum.RecField field) {
      field(field, value);
    } else {
      whole(target, value);
    }
  }

  private void scalar(Datum.Scalar target, Typed value) {
    Object cast = casts.cast(value, estate.variables.typeOf(target));
    if (cast == null && target.notNull) {
      throw PlErrors.notNull(target);
    }
    estate.variables.set(target, cast);
  }

  private void field(Datum.RecField target, Typed value) {
    RowType shape = estate.variables.shape(target.parent);
    int index = estate.variables.index(target);
    RowType.Field field = shape.fields().get(index);
    Object cast = casts.cast(value, new TypeAndModifier(field.typeOid(), field.typmod()));
    Held held = estate.variables.held(target.parent);
    boolean empty = held == null || held.fields() == null;
    Object[] fields = empty ? new Object[shape.fields().size()] : held.fields().clone();
    fields[index] = cast;
    estate.variables.set(target.parent, new Held(shape, fields));
  }

  private void whole(Datum target, Typed value) {
    boolean record = target instanceof Datum.Rec;
    if (value.value() == null) {
      if (target instanceof Datum.Rec rec && rec.notNull) {
        throw PlErrors.notNull(rec);
      }
      clear(target);
      return;
    }
    if (!(value.value() instanceof RecordValue row)) {
      throw new ReportedError(
          SqlState.DATATYPE_MISMATCH,
          "cannot assign non-composite value to a " + (record ? "record" : "row") + " variable");
    }
    RecordValue moved = record ? row : row.live();
    move(target, moved.type(), moved.values());
  }

  /** {@code exec_move_row} without any row or shape. */
  void clear(Datum target) {
    if (target instanceof Datum.RowList list) {
      for (Datum member : list.members) {
        value(member, Typed.missing());
      }
      return;
    }
    estate.variables.set(target, null);
  }

  /** {@code exec_move_row} of a row of a query; empty where there is none. */
  void row(Datum target, Optional<Object[]> row, List<OutputColumn> columns) {
    List<RowType.Field> fields = new ArrayList<>();
    for (OutputColumn column : columns) {
      fields.add(new RowType.Field(column.name(), column.declared(), column.typmod()));
    }
    move(target, new RowType(TypeOid.RECORD, fields), row.orElse(null));
  }

  private void move(Datum target, RowType source, Object[] row) {
    if (target instanceof Datum.Rec record) {
      record(record, source, row);
      return;
    }
    List<Datum> members = ((Datum.RowList) target).members;
    for (int i = 0; i < members.size(); i++) {
      value(members.get(i), member(source, row, i));
    }
  }

  /** What goes to a place; what is not there is null. */
  private static Typed member(RowType source, Object[] row, int index) {
    if (index >= source.fields().size()) {
      return Typed.missing();
    }
    RowType.Field field = source.fields().get(index);
    return new Typed(
        row == null ? null : row[index], new TypeAndModifier(field.typeOid(), field.typmod()));
  }

  private void record(Datum.Rec target, RowType source, Object[] row) {
    if (target.type.oid() == TypeOid.RECORD) {
      estate.variables.set(target, new Held(source, row));
      return;
    }
    RowType shape = estate.variables.shapeOf(target.type.oid());
    Object[] fields = row == null ? null : new Object[shape.fields().size()];
    for (int i = 0; fields != null && i < fields.length; i++) {
      RowType.Field field = shape.fields().get(i);
      fields[i] =
          casts.cast(member(source, row, i), new TypeAndModifier(field.typeOid(), field.typmod()));
    }
    estate.variables.set(target, new Held(shape, fields));
  }

  /** Whether a type is one of rows. */
  boolean isRow(int type) {
    return type == TypeOid.RECORD || TypeFacts.isRow(estate.spi.analysis().catalog(), type);
  }
}
