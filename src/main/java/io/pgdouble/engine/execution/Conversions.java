package io.pgdouble.engine.execution;

import io.pgdouble.engine.function.SessionFacts;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeIo;

/** Evaluators that convert values through their text, and that put rows together and apart. */
public final class Conversions {
  private Conversions() {}

  /** Through the text form. */
  public record ThroughText(Evaluator argument, TypeIo source, TypeIo target) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object value = argument.evaluate(frame);
      if (value == null) {
        return null;
      }
      String text = source.output(value, frame.context.types());
      return target.input(text, -1, frame.context.types());
    }
  }

  /** {@code ROW(…)}. */
  public record Row(RowType type, Evaluator[] fields) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      return new RecordValue(type, Evaluator.all(fields, frame));
    }
  }

  /**
   * A field of a row. One that was made before the column was added has none.
   *
   * @param index from 0
   */
  public record Field(Evaluator row, int index) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      RecordValue value = (RecordValue) row.evaluate(frame);
      boolean there = value != null && index < value.values().length;
      return there ? value.values()[index] : null;
    }
  }

  /** When the transaction began, as a timestamp with time zone. */
  public record Now() implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      return frame.context.transactionTimestamp();
    }
  }

  /** A name that the session knows: user, database, schema. */
  public record SessionName(Kind kind) implements Evaluator {
    /** Which. */
    public enum Kind {
      CURRENT_USER,
      SESSION_USER,
      DATABASE,
      SCHEMA
    }

    @Override
    public Object evaluate(Frame frame) {
      SessionFacts session = frame.context.session();
      return switch (kind) {
        case CURRENT_USER -> session.currentUser();
        case SESSION_USER -> session.sessionUser();
        case DATABASE -> session.database();
        case SCHEMA ->
            session.schemas(SessionFacts.ImplicitSchemas.EXCLUDED).stream()
                .findFirst()
                .orElse(null);
      };
    }
  }
}
