package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AlterSeqStmt;
import io.pgdouble.engine.tree.BooleanValue;
import io.pgdouble.engine.tree.CreateSeqStmt;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.RelPersistence;
import io.pgdouble.engine.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sequences and their options ({@code gram.y: CreateSeqStmt, SeqOptElem}). */
final class Sequences {
  private final Grammar g;
  private final Tokens t;

  Sequences(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement create(RelPersistence persistence) {
    t.expect(Keyword.SEQUENCE);
    boolean ifNotExists = Definitions.ifNotExists(t);
    RangeVar name = Names.withPersistence(g.names.qualifiedName(), persistence);
    return new CreateSeqStmt(name, startsOption() ? options() : List.of(), ifNotExists);
  }

  AlterSeqStmt alter(RangeVar name, List<DefElem> options) {
    return new AlterSeqStmt(name, options, false);
  }

  boolean startsOption() {
    return switch (t.kind()) {
      case Keyword.AS, Keyword.CACHE, Keyword.CYCLE, Keyword.INCREMENT -> true;
      case Keyword.MAXVALUE, Keyword.MINVALUE, Keyword.NO, Keyword.OWNED -> true;
      case Keyword.SEQUENCE, Keyword.START, Keyword.RESTART -> true;
      case Keyword.LOGGED, Keyword.UNLOGGED -> true;
      default -> false;
    };
  }

  /** {@code SeqOptList}: one or more. */
  List<DefElem> options() {
    List<DefElem> all = new ArrayList<>();
    do {
      all.add(option());
    } while (startsOption());
    return List.copyOf(all);
  }

  /** {@code OptParenthesizedSeqOptList}. */
  List<DefElem> optParenthesized() {
    if (!t.accept('(')) {
      return List.of();
    }
    List<DefElem> options = options();
    t.expect(')');
    return options;
  }

  DefElem option() {
    int location = t.location();
    int kind = t.kind();
    if (!startsOption()) {
      throw t.syntaxError();
    }
    t.advance();
    return switch (kind) {
      case Keyword.AS -> Options.option("as", g.types.simpleTypename(), location);
      case Keyword.CYCLE -> Options.option("cycle", new BooleanValue(true), location);
      case Keyword.LOGGED, Keyword.UNLOGGED ->
          Options.option(Keyword.name(kind), Optional.empty(), location);
      case Keyword.NO -> negated(location);
      case Keyword.OWNED -> owned(location);
      case Keyword.SEQUENCE -> name(location);
      case Keyword.RESTART -> restart(location);
      default -> number(kind, location);
    };
  }

  private DefElem negated(int location) {
    if (t.accept(Keyword.CYCLE)) {
      return Options.option("cycle", new BooleanValue(false), location);
    }
    boolean max = t.accept(Keyword.MAXVALUE);
    if (!max) {
      t.expect(Keyword.MINVALUE);
    }
    return Options.option(max ? "maxvalue" : "minvalue", Optional.empty(), location);
  }

  private DefElem owned(int location) {
    t.expect(Keyword.BY);
    return Options.option("owned_by", Options.strings(g.names.anyName()), location);
  }

  private DefElem name(int location) {
    t.expect(Keyword.NAME);
    return Options.option("sequence_name", Options.strings(g.names.anyName()), location);
  }

  /** {@code RESTART [[WITH] number]}, behind the word. */
  DefElem restart(int location) {
    boolean with = Definitions.optWith(t);
    Optional<Node> value =
        with || g.names.startsNumericOnly() ? Optional.of(g.names.numericOnly()) : Optional.empty();
    return Options.option("restart", value, location);
  }

  private DefElem number(int kind, int location) {
    if (kind == Keyword.INCREMENT) {
      t.accept(Keyword.BY);
    } else if (kind == Keyword.START) {
      Definitions.optWith(t);
    }
    return Options.option(Keyword.name(kind), g.names.numericOnly(), location);
  }
}
