package io.pgdouble.engine.function;

import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.Jsonb;
import io.pgdouble.type.JsonbBuilder;
import io.pgdouble.type.Numeric;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.ArrayList;
import java.util.List;

/** SQL values as {@code jsonb}. Source: {@code jsonb.c: datum_to_jsonb}. */
final class JsonbMaking {
  private JsonbMaking() {}

  static Jsonb of(CallContext context, Object value, int type) {
    if (value == null) {
      return Jsonb.Null.NULL;
    }
    if (value instanceof ArrayValue array
        && type != TypeOid.INT2VECTOR
        && type != TypeOid.OIDVECTOR) {
      return new ArrayMaker(context, array).make(0);
    }
    if (value instanceof RecordValue row) {
      return row(context, row);
    }
    return scalar(context, value, type);
  }

  private static Jsonb scalar(CallContext context, Object value, int type) {
    return switch (type) {
      case TypeOid.BOOL -> new Jsonb.Bool((Boolean) value);
      case TypeOid.INT2,
          TypeOid.INT4,
          TypeOid.INT8,
          TypeOid.FLOAT4,
          TypeOid.FLOAT8,
          TypeOid.NUMERIC ->
          number(Types.io(type).output(value, context.types()));
      case TypeOid.DATE, TypeOid.TIMESTAMP, TypeOid.TIMESTAMPTZ ->
          new Jsonb.Text(JsonText.moment(value, type, context.types()));
      case TypeOid.JSONB -> (Jsonb) value;
      case TypeOid.JSON ->
          (Jsonb) Types.io(TypeOid.JSONB).input((String) value, -1, context.types());
      default -> new Jsonb.Text(Types.io(type).output(value, context.types()));
    };
  }

  /** What is not finite becomes a string. */
  private static Jsonb number(String output) {
    Numeric number = Numeric.parse(output);
    return number.isFinite() ? new Jsonb.Number(number) : new Jsonb.Text(output);
  }

  private static Jsonb row(CallContext context, RecordValue row) {
    List<Jsonb.Member> members = new ArrayList<>();
    for (int i = 0; i < row.values().length; i++) {
      var field = row.type().fields().get(i);
      if (!field.dropped()) {
        members.add(new Jsonb.Member(field.name(), of(context, row.values()[i], field.typeOid())));
      }
    }
    return JsonbBuilder.object(members);
  }

  /** Nests the dimensions of an array. */
  private static final class ArrayMaker {
    private final CallContext context;
    private final ArrayValue array;
    private int next;

    ArrayMaker(CallContext context, ArrayValue array) {
      this.context = context;
      this.array = array;
    }

    Jsonb make(int dimension) {
      int dimensions = array.dimensions().length;
      List<Jsonb> elements = new ArrayList<>();
      int length = dimensions == 0 ? 0 : array.dimensions()[dimension];
      for (int i = 0; i < length; i++) {
        elements.add(
            dimension + 1 < dimensions
                ? make(dimension + 1)
                : of(context, array.elements()[next++], array.elementOid()));
      }
      return new Jsonb.Array(elements);
    }
  }
}
