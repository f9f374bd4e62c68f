package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.CallForm;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.Const;
import io.pgdouble.engine.expression.Expression.RowExpr;
import io.pgdouble.engine.expression.Expression.Var;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;

/** An anonymous row seen as one of a composite type ({@code coerce_record_to_complex}). */
final class RowCoercion {
  private final ParseState state;
  private final Expression source;
  private final CastTarget target;

  private RowCoercion(ParseState state, Expression source, CastTarget target) {
    this.state = state;
    this.source = source;
    this.target = target;
  }

  static Expression coerce(ParseState state, Expression source, CastTarget target) {
    return new RowCoercion(state, source, target).row();
  }

  private Expression row() {
    List<Expression> columns = columns();
    List<AttributeEntry> attributes =
        state.catalog().relationOfRowType(target.type()).orElseThrow().attributes();
    List<Expression> arguments = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int next = 0;
    for (AttributeEntry attribute : attributes) {
      names.add(attribute.name());
      if (attribute.dropped()) {
        arguments.add(new Const(TypeOid.INT4, -1, 0, null, -1));
        continue;
      }
      if (next == columns.size()) {
        throw fails("Input has too few columns.");
      }
      arguments.add(column(columns.get(next++), attribute, next));
    }
    if (next < columns.size()) {
      throw fails("Input has too many columns.");
    }
    return new RowExpr(target.type(), arguments, names, target.form(), source.location());
  }

  private Expression column(Expression value, AttributeEntry attribute, int number) {
    CastTarget wanted =
        new CastTarget(
            attribute.type(), attribute.typmod(), target.context(), CallForm.IMPLICIT_CAST, -1);
    return Coercion.toTarget(state, value, wanted)
        .orElseThrow(
            () ->
                fails(
                    "Cannot cast type "
                        + TypeFacts.name(value.type())
                        + " to "
                        + TypeFacts.name(attribute.type())
                        + " in column "
                        + number
                        + "."));
  }

  private List<Expression> columns() {
    if (source instanceof RowExpr row) {
      return row.arguments();
    }
    if (!(source instanceof Var whole) || whole.attribute() != 0) {
      throw Complaint.error(location(), SqlState.CANNOT_COERCE, message());
    }
    List<RowFields.Field> fields = RowFields.fields(state, source);
    List<Expression> columns = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      columns.add(RowFields.select(source, i + 1, fields.get(i)));
    }
    return columns;
  }

  private RuntimeException fails(String detail) {
    return Complaint.at(location(), SqlState.CANNOT_COERCE, message())
        .withDetail(detail)
        .toException();
  }

  /** {@code parser_coercion_errposition}. */
  private int location() {
    return target.location() >= 0 ? target.location() : Locations.of(source);
  }

  private String message() {
    return "cannot cast type "
        + TypeFacts.name(source.type())
        + " to "
        + TypeFacts.name(target.type());
  }

  /** Whether this is such a cast. */
  static boolean applies(ParseState state, Expression source, CastTarget target) {
    return source.type() == TypeOid.RECORD && state.catalog().type(target.type()).isComposite();
  }
}
