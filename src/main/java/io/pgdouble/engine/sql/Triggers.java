package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.ConstraintAttributes;
import io.pgdouble.engine.tree.CreateTrigStmt;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.TriggerTransition;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CREATE TRIGGER; timing and events by the bits of {@code pg_trigger.h}. */
final class Triggers {
  private static final int BEFORE = 1 << 1;
  private static final int INSERT = 1 << 2;
  private static final int DELETE = 1 << 3;
  private static final int UPDATE = 1 << 4;
  private static final int TRUNCATE = 1 << 5;
  private static final int INSTEAD = 1 << 6;

  private final Grammar g;
  private final Tokens t;
  private final int location;

  /**
   * @param location of CREATE
   */
  Triggers(Grammar grammar, int location) {
    this.g = grammar;
    this.t = grammar.t;
    this.location = location;
  }

  Statement create() {
    return trigger(false);
  }

  Statement replace() {
    return trigger(true);
  }

  private record Events(int bits, List<String> columns) {}

  private record Head(String name, int timing, Events events, RangeVar relation) {}

  private record Tail(
      List<TriggerTransition> transitions,
      boolean row,
      Optional<Expr> when,
      List<String> function,
      List<String> args) {}

  private Statement trigger(boolean replace) {
    boolean constraint = t.accept(Keyword.CONSTRAINT);
    t.expect(Keyword.TRIGGER);
    String name = g.names.colId();
    int timing = constraint ? after() : timing();
    Events events = events();
    t.expect(Keyword.ON);
    Head head = new Head(name, timing, events, g.names.qualifiedName());
    return constraint ? constraintTrigger(head, replace) : plainTrigger(head, replace);
  }

  private int after() {
    t.expect(Keyword.AFTER);
    return 0;
  }

  private int timing() {
    if (t.accept(Keyword.BEFORE)) {
      return BEFORE;
    }
    if (t.accept(Keyword.INSTEAD)) {
      t.expect(Keyword.OF);
      return INSTEAD;
    }
    return after();
  }

  private Events events() {
    int bits = 0;
    List<String> columns = new ArrayList<>();
    do {
      bits |= event(bits, columns);
    } while (t.accept(Keyword.OR));
    return new Events(bits, List.copyOf(columns));
  }

  private int event(int seen, List<String> columns) {
    int event =
        switch (t.kind()) {
          case Keyword.INSERT -> INSERT;
          case Keyword.DELETE -> DELETE;
          case Keyword.UPDATE -> UPDATE;
          case Keyword.TRUNCATE -> TRUNCATE;
          default -> throw t.syntaxError();
        };
    if (event != UPDATE) {
      rejectSecond(seen, event);
      t.advance();
      return event;
    }
    t.advance();
    if (t.accept(Keyword.OF)) {
      columns.addAll(g.names.nameList());
    }
    // Only after UPDATE has the server's parser read on, and so points one token further.
    rejectSecond(seen, event);
    return event;
  }

  private void rejectSecond(int seen, int event) {
    if ((seen & event) != 0) {
      throw t.errorHere("duplicate trigger events specified");
    }
  }

  private Statement plainTrigger(Head head, boolean replace) {
    List<TriggerTransition> transitions = new ArrayList<>();
    if (t.accept(Keyword.REFERENCING)) {
      do {
        transitions.add(transition());
      } while (t.is(Keyword.NEW) || t.is(Keyword.OLD));
    }
    boolean row = false;
    if (t.accept(Keyword.FOR)) {
      t.accept(Keyword.EACH);
      row = t.accept(Keyword.ROW);
      if (!row) {
        t.expect(Keyword.STATEMENT);
      }
    }
    Tail tail = tail(List.copyOf(transitions), row);
    ConstraintAttributes none = new ConstraintAttributes(false, false, false, false);
    return new Finished(head, tail, none, Optional.empty()).statement(replace, false);
  }

  private TriggerTransition transition() {
    boolean isNew = t.accept(Keyword.NEW);
    if (!isNew) {
      t.expect(Keyword.OLD);
    }
    boolean table = t.accept(Keyword.TABLE);
    if (!table) {
      t.expect(Keyword.ROW);
    }
    t.accept(Keyword.AS);
    return new TriggerTransition(g.names.colId(), isNew, table);
  }

  private Tail tail(List<TriggerTransition> transitions, boolean row) {
    Optional<Expr> when =
        t.accept(Keyword.WHEN) ? Optional.of(g.expressions.parenthesizedExpr()) : Optional.empty();
    t.expect(Keyword.EXECUTE);
    if (!t.accept(Keyword.FUNCTION)) {
      t.expect(Keyword.PROCEDURE);
    }
    List<String> function = g.primaries.calls().functionName();
    t.expect('(');
    List<String> args = new ArrayList<>();
    // The first argument may be missing even before a comma, as the grammar has it.
    if (!t.is(')') && !t.is(',')) {
      args.add(argument());
    }
    while (t.accept(',')) {
      args.add(argument());
    }
    t.expect(')');
    return new Tail(transitions, row, when, function, List.copyOf(args));
  }

  private String argument() {
    return switch (t.kind()) {
      case Token.ICONST -> Integer.toString(t.iconst());
      case Token.FCONST, Token.SCONST -> t.take();
      default -> g.names.colLabel();
    };
  }

  private Statement constraintTrigger(Head head, boolean replace) {
    Optional<RangeVar> from =
        t.accept(Keyword.FROM) ? Optional.of(g.names.qualifiedName()) : Optional.empty();
    ConstraintBits bits = ConstraintBits.read(t);
    t.expect(Keyword.FOR, Keyword.EACH);
    t.expect(Keyword.ROW);
    Tail tail = tail(List.of(), true);
    if (replace) {
      String message = "CREATE OR REPLACE CONSTRAINT TRIGGER is not supported";
      int place = MajorChange.EMPTY_RULES_HAVE_PLACES.isIn(t.major()) ? location : -1;
      throw t.error(SqlState.FEATURE_NOT_SUPPORTED, message, place);
    }
    ConstraintAttributes attributes = bits.check(t, "TRIGGER", ConstraintBits.DEFER);
    return new Finished(head, tail, attributes, from).statement(false, true);
  }

  private record Finished(
      Head head, Tail tail, ConstraintAttributes attributes, Optional<RangeVar> from) {
    private Statement statement(boolean replace, boolean constraint) {
      return new CreateTrigStmt(
          replace,
          constraint,
          head.name(),
          head.relation(),
          tail.function(),
          tail.args(),
          tail.row(),
          head.timing(),
          head.events().bits(),
          head.events().columns(),
          tail.when(),
          tail.transitions(),
          attributes.deferrable(),
          attributes.initdeferred(),
          from);
    }
  }
}
