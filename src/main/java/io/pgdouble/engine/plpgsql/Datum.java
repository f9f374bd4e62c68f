package io.pgdouble.engine.plpgsql;

import java.util.List;

/**
 * What a function has values in, by number ({@code PLpgSQL_datum}). What is here is the same for
 * every run; the values are in {@link Variables}.
 */
abstract sealed class Datum {
  /** {@code dno}; set when it is added to the others. */
  int number = -1;

  private Datum() {}

  /** One that has a name of its own ({@code PLpgSQL_variable}). */
  abstract static sealed class Variable extends Datum {
    final String name;
    final int line;
    PlType type;
    boolean constant;
    boolean notNull;
    PlExpression defaultValue;

    private Variable(String name, int line, PlType type) {
      this.name = name;
      this.line = line;
      this.type = type;
    }
  }

  /** {@code PLpgSQL_var}. */
  static final class Scalar extends Variable {
    /** Of a bound cursor; null otherwise. */
    PlExpression cursorQuery;

    /** Of a bound cursor with arguments; null otherwise. */
    RowList cursorArguments;

    int cursorOptions;

    Scalar(String name, int line, PlType type) {
      super(name, line, type);
    }
  }

  /** {@code PLpgSQL_rec}. */
  static final class Rec extends Variable {
    Rec(String name, int line, PlType type) {
      super(name, line, type);
    }
  }

  /** {@code PLpgSQL_recfield}. */
  static final class RecField extends Datum {
    final Rec parent;
    final String name;

    RecField(Rec parent, String name) {
      this.parent = parent;
      this.name = name;
    }
  }

  /** Several of them, as a list of targets ({@code PLpgSQL_row}). */
  static final class RowList extends Datum {
    final List<String> names;
    final List<Datum> members;

    RowList(List<String> names, List<Datum> members) {
      this.names = List.copyOf(names);
      this.members = List.copyOf(members);
    }
  }

  /** Whether it takes a whole row. */
  boolean isRow() {
    return this instanceof Rec || this instanceof RowList;
  }
}
