package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.Const;
import io.pgdouble.engine.tree.AConst;
import io.pgdouble.engine.tree.BitStringValue;
import io.pgdouble.engine.tree.BooleanValue;
import io.pgdouble.engine.tree.FloatValue;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.ListValue;
import io.pgdouble.engine.tree.NameValue;
import io.pgdouble.engine.tree.NullValue;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.Value;
import io.pgdouble.error.ReportedError;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.Optional;

/** Constants: as written ({@code make_const}), and read as what a context wants. */
final class Literals {
  private Literals() {}

  static Const of(ParseState state, AConst constant) {
    int location = constant.location();
    return constant.value().accept(new Maker(state, location));
  }

  static Const nullOf(int type, int collation, int location) {
    return new Const(type, -1, collation, null, location);
  }

  /** An unknown literal becomes a constant of the type: the session's settings read it. */
  static Expression convert(ParseState state, Const literal, CastTarget target) {
    int base = TypeFacts.baseType(state.catalog(), target.type());
    if (base != target.type()) {
      return Domains.coerce(state, literal, target);
    }
    int collation = Coercion.collationOf(state, target.type());
    int typmod = base == TypeOid.INTERVAL ? target.typmod() : -1;
    if (literal.value() == null) {
      return new Const(target.type(), typmod, collation, null, literal.location());
    }
    String text = (String) literal.value();
    Object value =
        Complaint.positioned(literal.location(), () -> input(state, target.type(), typmod, text));
    return new Const(target.type(), typmod, collation, value, literal.location());
  }

  private static Object input(ParseState state, int type, int typmod, String text) {
    return Types.io(type).input(text, typmod, state.context.execution().types());
  }

  private record Maker(ParseState state, int location) implements Value.Handler<Const> {
    @Override
    public Const integerValue(IntegerValue node) {
      return new Const(TypeOid.INT4, -1, 0, node.value(), location);
    }

    @Override
    public Const floatValue(FloatValue node) {
      Optional<Long> whole = wholeNumber(node.text());
      if (whole.isEmpty()) {
        Object number =
            Complaint.positioned(location, () -> input(state, TypeOid.NUMERIC, -1, node.text()));
        return new Const(TypeOid.NUMERIC, -1, 0, number, location);
      }
      long value = whole.get();
      return value == (int) value
          ? new Const(TypeOid.INT4, -1, 0, (int) value, location)
          : new Const(TypeOid.INT8, -1, 0, value, location);
    }

    private Optional<Long> wholeNumber(String text) {
      if (text.indexOf('.') >= 0) {
        return Optional.empty();
      }
      try {
        return Optional.of((Long) input(state, TypeOid.INT8, -1, text));
      } catch (ReportedError notWhole) {
        // Too large, or with an exponent: a numeric.
        return Optional.empty();
      }
    }

    @Override
    public Const booleanValue(BooleanValue node) {
      return new Const(TypeOid.BOOL, -1, 0, node.value(), location);
    }

    @Override
    public Const stringValue(StringValue node) {
      return new Const(TypeOid.UNKNOWN, -1, 0, node.value(), location);
    }

    @Override
    public Const bitStringValue(BitStringValue node) {
      Object bits =
          Complaint.positioned(location, () -> input(state, TypeOid.BIT, -1, node.text()));
      return new Const(TypeOid.BIT, -1, 0, bits, location);
    }

    @Override
    public Const nullValue(NullValue node) {
      return new Const(TypeOid.UNKNOWN, -1, 0, null, location);
    }

    @Override
    public Const listValue(ListValue node) {
      throw new IllegalStateException("a list is no literal");
    }

    @Override
    public Const nameValue(NameValue node) {
      throw new IllegalStateException("a name is no literal");
    }
  }
}
