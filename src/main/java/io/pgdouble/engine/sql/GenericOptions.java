package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.DefElemAction;
import io.pgdouble.engine.tree.StringValue;
import java.util.List;
import java.util.Optional;

/** {@code OPTIONS (…)} of foreign objects. */
final class GenericOptions {
  private final Grammar g;
  private final Tokens t;

  GenericOptions(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  /** {@code create_generic_options}. */
  List<DefElem> optOptions() {
    return t.accept(Keyword.OPTIONS) ? g.names.parenthesized(this::option) : List.of();
  }

  private DefElem option() {
    int location = t.location();
    return option(DefElemAction.UNSPEC, location);
  }

  private DefElem option(DefElemAction action, int location) {
    String name = g.names.colLabel();
    StringValue value = new StringValue(t.sconst());
    return new DefElem(Optional.empty(), name, Optional.of(value), action, location);
  }

  /** {@code alter_generic_options}. */
  List<DefElem> alterOptions() {
    t.expect(Keyword.OPTIONS);
    return g.names.parenthesized(this::alteredOption);
  }

  /** SET, ADD and DROP are themselves possible names: a value behind them tells. */
  private DefElem alteredOption() {
    int location = t.location();
    if (t.second() == Token.SCONST) {
      return option(DefElemAction.UNSPEC, location);
    }
    if (t.accept(Keyword.SET)) {
      return option(DefElemAction.SET, location);
    }
    if (t.accept(Keyword.ADD)) {
      return option(DefElemAction.ADD, location);
    }
    if (t.accept(Keyword.DROP)) {
      String name = g.names.colLabel();
      Optional<io.pgdouble.engine.tree.Node> none = Optional.empty();
      return new DefElem(Optional.empty(), name, none, DefElemAction.DROP, location);
    }
    return option(DefElemAction.UNSPEC, location);
  }
}
