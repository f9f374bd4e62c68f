package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.PlpgsqlAnalyzer.TypeAndModifier;
import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.List;

/** The values of one run of a function ({@code PLpgSQL_execstate.datums}). */
final class Variables {
  private final Spi spi;
  private final Object[] values;

  /** The type of the variable of a CASE, which is what it tests; null mostly. */
  private final PlType[] changed;

  Variables(Spi spi, int datums) {
    this.spi = spi;
    this.values = new Object[datums];
    this.changed = new PlType[datums];
  }

  /**
   * What a record variable holds.
   *
   * @param fields null where it is null as a whole, though its shape is known
   */
  record Held(RowType shape, Object[] fields) {}

  /** A value with its type. */
  record Typed(Object value, TypeAndModifier type) {
    static Typed of(Object value, int type) {
      return new Typed(value, new TypeAndModifier(type, -1));
    }

    /** A null that comes from nowhere. */
    static Typed missing() {
      return of(null, TypeOid.UNKNOWN);
    }
  }

  /** {@code assign_simple_var}. */
  void set(Datum datum, Object value) {
    values[datum.number] = value;
  }

  /** The value of a scalar as it is. */
  Object raw(Datum datum) {
    return values[datum.number];
  }

  /** What a record holds; null where it has not been assigned. */
  Held held(Datum.Rec record) {
    return (Held) values[record.number];
  }

  PlType type(Datum.Variable variable) {
    PlType other = changed[variable.number];
    return other == null ? variable.type : other;
  }

  void changeType(Datum.Variable variable, PlType type) {
    changed[variable.number] = type;
  }

  /** {@code plpgsql_exec_get_datum_type_info}. */
  TypeAndModifier typeOf(Datum datum) {
    if (datum instanceof Datum.Scalar scalar) {
      PlType type = type(scalar);
      return new TypeAndModifier(type.oid(), type.typmod());
    }
    if (datum instanceof Datum.Rec record) {
      Held held = held(record);
      boolean declared = held == null || record.type.oid() != TypeOid.RECORD;
      return new TypeAndModifier(declared ? record.type.oid() : held.shape().oid(), -1);
    }
    if (datum instanceof Datum.RecField field) {
      RowType.Field found = field(field);
      return new TypeAndModifier(found.typeOid(), found.typmod());
    }
    throw new IllegalStateException("a list of variables has no type");
  }

  private RowType.Field field(Datum.RecField field) {
    return shape(field.parent).fields().get(index(field));
  }

  /** The place of a field in its record. */
  int index(Datum.RecField field) {
    List<RowType.Field> fields = shape(field.parent).fields();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(field.name)) {
        return i;
      }
    }
    throw PlErrors.noField(field.parent.name, field.name);
  }

  /** The shape of a record; that of its type where it has not been assigned. */
  RowType shape(Datum.Rec record) {
    Held held = held(record);
    if (held != null) {
      return held.shape();
    }
    if (record.type.oid() == TypeOid.RECORD) {
      throw ErrorReport.error(
              SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
              "record \"" + record.name + "\" is not assigned yet")
          .withDetail("The tuple structure of a not-yet-assigned record is indeterminate.")
          .toException();
    }
    return shapeOf(record.type.oid());
  }

  /** The shape of a composite type. */
  RowType shapeOf(int type) {
    if (spi.analysis().catalog().type(type).kind() == 'd') {
      throw ErrorReport.notSimulated("rows of domains in functions").toException();
    }
    RelationEntry relation =
        spi.analysis()
            .catalog()
            .relationOfRowType(type)
            .orElseThrow(
                () -> new ReportedError(SqlState.WRONG_OBJECT_TYPE, "type is not composite"));
    if (relation.attributes().stream().anyMatch(AttributeEntry::dropped)) {
      throw ErrorReport.notSimulated("rows of tables that have lost columns, in functions")
          .toException();
    }
    return new RowType(type, relation.attributes().stream().map(Variables::field).toList());
  }

  private static RowType.Field field(AttributeEntry attribute) {
    return new RowType.Field(attribute.name(), attribute.type(), attribute.typmod());
  }

  /** {@code exec_eval_datum}. */
  Typed eval(Datum datum) {
    if (datum instanceof Datum.RowList row) {
      return Typed.of(row(row), TypeOid.RECORD);
    }
    return new Typed(value(datum), typeOf(datum));
  }

  private RecordValue row(Datum.RowList row) {
    RowType.Field[] fields = new RowType.Field[row.members.size()];
    Object[] members = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      Typed member = eval(row.members.get(i));
      TypeAndModifier type = member.type();
      fields[i] = new RowType.Field(row.names.get(i), type.type(), type.typmod());
      members[i] = member.value();
    }
    return new RecordValue(new RowType(TypeOid.RECORD, List.of(fields)), members);
  }

  private Object value(Datum datum) {
    if (datum instanceof Datum.Rec record) {
      Held held = held(record);
      boolean empty = held == null || held.fields() == null;
      return empty ? null : new RecordValue(held.shape(), held.fields());
    }
    if (datum instanceof Datum.RecField field) {
      int index = index(field);
      Held held = held(field.parent);
      return held == null || held.fields() == null ? null : held.fields()[index];
    }
    return raw(datum);
  }
}
