package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.type.ArrayTypes;
import io.pgdouble.type.DataType;
import io.pgdouble.type.DomainIo;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.RowTypeIo;
import io.pgdouble.type.TypeEnvironment;
import io.pgdouble.type.TypeIo;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** JSON values as columns of rows. Source: {@code jsonfuncs.c: populate_record_field}. */
record JsonColumns(TypeEnvironment environment) {

  /** The row type of a composite type, or of a domain over one. */
  static Optional<RowType> rowType(int type, TypeEnvironment environment) {
    Optional<TypeIo> io = environment.userTypes().io(type);
    if (io.isPresent() && io.get() instanceof DomainIo domain) {
      return rowType(domain.base(), environment);
    }
    return io.filter(RowTypeIo.class::isInstance).map(row -> ((RowTypeIo) row).type());
  }

  /**
   * {@code populate_record}.
   *
   * @param defaults what stays where the object has no member; null where there is nothing
   */
  RecordValue row(JsonColumnValue json, RowType type, RecordValue defaults) {
    if (!json.isObject()) {
      throw FunctionErrors.invalidParameter(
          "cannot call populate_composite on " + (json.isArray() ? "an array" : "a scalar"));
    }
    Map<String, JsonColumnValue> members = json.members();
    List<RowType.Field> fields = type.fields();
    Object[] values = defaults == null ? new Object[fields.size()] : defaults.values().clone();
    for (int i = 0; i < values.length; i++) {
      JsonColumnValue member = members.get(fields.get(i).name());
      if (member != null) {
        values[i] = value(member, fields.get(i), values[i]);
      } else {
        environment.userTypes().checkIfDomain(fields.get(i).typeOid(), values[i]);
      }
    }
    return new RecordValue(type, values);
  }

  /** A value of a column, or an element of an array that stands in it. */
  Object value(JsonColumnValue json, RowType.Field field, Object before) {
    Optional<TypeIo> own = environment.userTypes().io(field.typeOid());
    if (own.isPresent() && own.get() instanceof DomainIo domain) {
      RowType.Field beneath = new RowType.Field(field.name(), domain.base(), domain.typmod());
      Object value = value(json, beneath, before);
      environment.userTypes().checkDomain(domain.oid(), value);
      return value;
    }
    if (json.isNull()) {
      return null;
    }
    if (own.isPresent() && own.get() instanceof RowTypeIo row && !json.isString()) {
      return row(json, row.type(), before instanceof RecordValue kept ? kept : null);
    }
    OptionalInt element = own.map(ArrayTypes::element).orElseGet(() -> element(field));
    return element.isPresent() && !json.isString()
        ? JsonArrayColumn.of(json, new JsonArrayColumn.Place(field, element.getAsInt()), this)
        : json.scalar(field.typeOid(), field.typmod(), environment);
  }

  private OptionalInt element(RowType.Field field) {
    Optional<DataType> type = Types.find(field.typeOid());
    if (field.typeOid() == TypeOid.RECORD) {
      throw ErrorReport.notSimulated("columns of this type from JSON").toException();
    }
    return type.filter(DataType::isTrueArray).isPresent()
        ? OptionalInt.of(type.get().elementOid())
        : OptionalInt.empty();
  }
}
