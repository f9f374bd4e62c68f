package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AlterTableCmd;
import io.pgdouble.engine.tree.AlterTableType;
import io.pgdouble.engine.tree.CollateClause;
import io.pgdouble.engine.tree.ColumnDef;
import io.pgdouble.engine.tree.ConstrType;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.DropBehavior;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.OptionList;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ADD, ALTER and DROP of columns and constraints in ALTER TABLE. */
final class ColumnCommands {
  private final Grammar g;
  private final Tokens t;
  private final Constraints constraints;

  ColumnCommands(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
    this.constraints = new Constraints(grammar);
  }

  private record Target(String name, int number, int location) {
    static final Target NONE = new Target("", 0, -1);
  }

  private static AlterTableCmd make(AlterTableType type, Target target, Optional<Node> def) {
    Optional<String> name = target.name().isEmpty() ? Optional.empty() : Optional.of(target.name());
    DropBehavior restrict = DropBehavior.RESTRICT;
    return new AlterTableCmd(type, name, target.number(), Optional.empty(), def, restrict, false);
  }

  private static AlterTableCmd make(AlterTableType type, Target target, Node def) {
    return make(type, target, Optional.of(def));
  }

  private static AlterTableCmd guarded(AlterTableCmd c, boolean missingOk) {
    return new AlterTableCmd(
        c.subtype(), c.name(), c.num(), c.newowner(), c.def(), c.behavior(), missingOk);
  }

  AlterTableCmd command() {
    if (t.accept(Keyword.ADD)) {
      return add();
    }
    if (t.accept(Keyword.DROP)) {
      return drop();
    }
    t.expect(Keyword.ALTER);
    return alter();
  }

  private AlterTableCmd add() {
    if (constraints.startsTableConstraint()) {
      return make(AlterTableType.ADD_CONSTRAINT, Target.NONE, constraints.tableConstraint());
    }
    t.accept(Keyword.COLUMN);
    boolean guarded = Definitions.ifNotExists(t);
    ColumnDef column = new Columns(g).definition();
    return guarded(make(AlterTableType.ADD_COLUMN, Target.NONE, column), guarded);
  }

  private AlterTableCmd drop() {
    boolean constraint = t.accept(Keyword.CONSTRAINT);
    if (!constraint) {
      t.accept(Keyword.COLUMN);
    }
    boolean guarded = Definitions.ifExists(t);
    Optional<String> name = Optional.of(g.names.colId());
    AlterTableType type = constraint ? AlterTableType.DROP_CONSTRAINT : AlterTableType.DROP_COLUMN;
    DropBehavior behavior = SessionCommands.dropBehavior(t);
    return new AlterTableCmd(type, name, 0, Optional.empty(), Optional.empty(), behavior, guarded);
  }

  private AlterTableCmd alter() {
    if (t.accept(Keyword.CONSTRAINT)) {
      return alterConstraint();
    }
    t.accept(Keyword.COLUMN);
    if (t.is(Token.ICONST)) {
      return numbered();
    }
    int location = t.location();
    Target column = new Target(g.names.colId(), 0, location);
    return switch (t.kind()) {
      case Keyword.SET -> set(column);
      case Keyword.DROP -> dropFrom(column);
      case Keyword.ADD -> addIdentity(column);
      case Keyword.RESET -> reset(column);
      case Keyword.RESTART -> identity(column);
      case Keyword.OPTIONS -> {
        Node options = new OptionList(new GenericOptions(g).alterOptions());
        yield make(AlterTableType.ALTER_COLUMN_GENERIC_OPTIONS, column, options);
      }
      default -> type(column);
    };
  }

  private AlterTableCmd alterConstraint() {
    int location = t.location();
    ConstraintDraft draft = new ConstraintDraft(ConstrType.FOREIGN, location);
    draft.name = Optional.of(g.names.colId());
    ConstraintBits bits = readChange();
    draft.attributes = bits.check(t, "FOREIGN KEY", ConstraintBits.DEFER);
    Target none = Target.NONE;
    return make(AlterTableType.ALTER_CONSTRAINT, none, draft.finish());
  }

  /** What a constraint may be altered to be, which was what a foreign key may be. */
  private ConstraintBits readChange() {
    if (t.is(Keyword.INHERIT) || t.is(Keyword.NO)) {
      t.refuseFrom(MajorChange.NOT_NULL_IS_A_CONSTRAINT, "inheritance of constraints altered");
    }
    ConstraintBits bits = ConstraintBits.read(t);
    boolean notValid = (bits.bits() & ConstraintBits.NOT_VALID) != 0;
    if (notValid && MajorChange.EMPTY_RULES_HAVE_PLACES.isIn(t.major())) {
      String message = "constraints cannot be altered to be NOT VALID";
      throw t.error(SqlState.FEATURE_NOT_SUPPORTED, message, bits.location());
    }
    return bits;
  }

  private AlterTableCmd numbered() {
    int location = t.location();
    int number = t.iconst();
    t.expect(Keyword.SET, Keyword.STATISTICS);
    IntegerValue target = new IntegerValue(g.names.signedIconst());
    if (number <= 0 || number > Short.MAX_VALUE) {
      String message = "column number must be in range from 1 to " + Short.MAX_VALUE;
      throw t.error(SqlState.INVALID_PARAMETER_VALUE, message, location);
    }
    return make(AlterTableType.SET_STATISTICS, new Target("", number, -1), target);
  }

  private AlterTableCmd set(Target column) {
    int second = t.second();
    if (second == Keyword.GENERATED || isSequenceOption(second)) {
      return identity(column);
    }
    t.advance();
    return switch (second) {
      case Keyword.DEFAULT -> setDefault(column);
      case Keyword.NOT -> setNotNull(column);
      case Keyword.STATISTICS -> statistics(column);
      case Keyword.STORAGE -> setting(AlterTableType.SET_STORAGE, column);
      case Keyword.COMPRESSION -> setting(AlterTableType.SET_COMPRESSION, column);
      case Keyword.DATA -> dataType(column);
      default -> {
        if (t.is(Keyword.EXPRESSION)) {
          t.refuseFrom(MajorChange.GENERATION_MAY_BE_ALTERED, "SET EXPRESSION");
        }
        Node options = new OptionList(new Options(g).reloptions());
        yield make(AlterTableType.SET_OPTIONS, column, options);
      }
    };
  }

  private static boolean isSequenceOption(int kind) {
    return switch (kind) {
      case Keyword.AS, Keyword.CACHE, Keyword.CYCLE, Keyword.INCREMENT -> true;
      case Keyword.MAXVALUE, Keyword.MINVALUE, Keyword.NO, Keyword.OWNED -> true;
      case Keyword.SEQUENCE, Keyword.START, Keyword.RESTART -> true;
      case Keyword.LOGGED, Keyword.UNLOGGED -> true;
      default -> false;
    };
  }

  private AlterTableCmd setDefault(Target column) {
    t.expect(Keyword.DEFAULT);
    return make(AlterTableType.COLUMN_DEFAULT, column, g.expressions.aExpr());
  }

  private AlterTableCmd setNotNull(Target column) {
    t.expect(Keyword.NOT, Keyword.NULL);
    return make(AlterTableType.SET_NOT_NULL, column, Optional.empty());
  }

  private AlterTableCmd statistics(Target column) {
    t.expect(Keyword.STATISTICS);
    if (t.is(Keyword.DEFAULT)) {
      t.refuseFrom(MajorChange.TABLE_SETTINGS_HAVE_DEFAULTS, "SET STATISTICS DEFAULT");
    }
    IntegerValue target = new IntegerValue(g.names.signedIconst());
    return make(AlterTableType.SET_STATISTICS, column, target);
  }

  private AlterTableCmd setting(AlterTableType type, Target column) {
    return make(type, column, new StringValue(new Columns(g).setting()));
  }

  private AlterTableCmd dataType(Target column) {
    t.expect(Keyword.DATA);
    return type(column);
  }

  private AlterTableCmd type(Target column) {
    int location = t.location();
    t.expect(Keyword.TYPE);
    TypeName type = g.types.typename();
    Optional<CollateClause> collation = new FromItems(g).optCollate();
    Optional<Expr> using =
        t.accept(Keyword.USING) ? Optional.of(g.expressions.aExpr()) : Optional.empty();
    ConstraintDraft conversion = new ConstraintDraft(ConstrType.DEFAULT, location);
    conversion.expression = using;
    // As in PostgreSQL, the new type travels as a column definition with USING as its default.
    ColumnDef def =
        new ColumnDef(
            column.name(),
            Optional.of(type),
            Optional.empty(),
            Optional.empty(),
            using.isPresent() ? List.of(conversion.finish()) : List.of(),
            collation,
            List.of(),
            column.location());
    return make(AlterTableType.ALTER_COLUMN_TYPE, column, def);
  }

  private AlterTableCmd dropFrom(Target column) {
    t.expect(Keyword.DROP);
    if (t.accept(Keyword.DEFAULT)) {
      return make(AlterTableType.COLUMN_DEFAULT, column, Optional.empty());
    }
    if (t.accept(Keyword.NOT)) {
      t.expect(Keyword.NULL);
      return make(AlterTableType.DROP_NOT_NULL, column, Optional.empty());
    }
    boolean identity = t.accept(Keyword.IDENTITY);
    if (!identity) {
      t.expect(Keyword.EXPRESSION);
    }
    boolean guarded = t.accept(Keyword.IF);
    if (guarded) {
      t.expect(Keyword.EXISTS);
    }
    AlterTableType type = identity ? AlterTableType.DROP_IDENTITY : AlterTableType.DROP_EXPRESSION;
    return guarded(make(type, column, Optional.empty()), guarded);
  }

  private AlterTableCmd addIdentity(Target column) {
    t.expect(Keyword.ADD);
    int location = t.location();
    t.expect(Keyword.GENERATED);
    ConstraintDraft draft = new ConstraintDraft(ConstrType.IDENTITY, location);
    draft.generatedWhen = constraints.generatedWhen();
    t.expect(Keyword.AS, Keyword.IDENTITY);
    draft.options = new Sequences(g).optParenthesized();
    return make(AlterTableType.ADD_IDENTITY, column, draft.finish());
  }

  private AlterTableCmd reset(Target column) {
    t.expect(Keyword.RESET);
    Node options = new OptionList(new Options(g).reloptions());
    return make(AlterTableType.RESET_OPTIONS, column, options);
  }

  /** {@code alter_identity_column_option_list}. */
  private AlterTableCmd identity(Target column) {
    List<DefElem> all = new ArrayList<>();
    while (t.is(Keyword.RESTART) || t.is(Keyword.SET)) {
      all.add(identityOption());
    }
    return make(AlterTableType.SET_IDENTITY, column, new OptionList(List.copyOf(all)));
  }

  private DefElem identityOption() {
    int location = t.location();
    Sequences sequences = new Sequences(g);
    if (t.accept(Keyword.RESTART)) {
      return sequences.restart(location);
    }
    t.expect(Keyword.SET);
    if (t.accept(Keyword.GENERATED)) {
      StringValue when = new StringValue(constraints.generatedWhen());
      return Options.option("generated", when, location);
    }
    DefElem option = sequences.option();
    boolean wrong =
        switch (option.name()) {
          case "as", "restart", "owned_by" -> true;
          default -> false;
        };
    if (wrong) {
      String message = "sequence option \"" + option.name() + "\" not supported here";
      throw t.error(SqlState.SYNTAX_ERROR, message, option.location());
    }
    return option;
  }
}
