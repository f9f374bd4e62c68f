package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.BooleanValue;
import io.pgdouble.engine.tree.CopyStmt;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.NameValue;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** COPY ({@code gram.y: CopyStmt}). */
final class Copies {
  private final Grammar g;
  private final Tokens t;

  Copies(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement copy() {
    t.expect(Keyword.COPY);
    return t.is('(') ? query() : table();
  }

  private record Place(boolean program, Optional<String> filename) {}

  private Place place() {
    boolean program = t.accept(Keyword.PROGRAM);
    if (t.accept(Keyword.STDIN) || t.accept(Keyword.STDOUT)) {
      return new Place(program, Optional.empty());
    }
    return new Place(program, Optional.of(t.sconst()));
  }

  private void rejectProgramWithoutFile(Place place, int location) {
    if (place.program() && place.filename().isEmpty()) {
      String message = "STDIN/STDOUT not allowed with PROGRAM";
      throw t.error(SqlState.SYNTAX_ERROR, message, location);
    }
  }

  private Statement query() {
    t.expect('(');
    Statement query = new Preparables(g).statement();
    t.expect(')');
    int location = t.location();
    t.expect(Keyword.TO);
    Place place = place();
    List<DefElem> options = options();
    rejectProgramWithoutFile(place, location);
    return new CopyStmt(
        Optional.empty(),
        Optional.of(query),
        List.of(),
        false,
        place.program(),
        place.filename(),
        options,
        Optional.empty());
  }

  private Statement table() {
    List<DefElem> options = new ArrayList<>();
    int start = t.location();
    if (t.accept(Keyword.BINARY)) {
      options.add(Options.option("format", new StringValue("binary"), start));
    }
    RangeVar relation = g.names.qualifiedName();
    List<String> columns = g.names.optNameList();
    boolean from = t.accept(Keyword.FROM);
    if (!from) {
      t.expect(Keyword.TO);
    }
    Place place = place();
    int delimiter = optDelimiter(options);
    options.addAll(options());
    int where = t.location();
    Optional<Expr> condition = g.selects.optClause(Keyword.WHERE);
    rejectProgramWithoutFile(place, delimiter);
    if (!from && condition.isPresent()) {
      String message = "WHERE clause not allowed with COPY TO";
      throw t.error(SqlState.SYNTAX_ERROR, message, where);
    }
    return new CopyStmt(
        Optional.of(relation),
        Optional.empty(),
        columns,
        from,
        place.program(),
        place.filename(),
        List.copyOf(options),
        condition);
  }

  /** {@code copy_delimiter}; answers where it stands, or -1. */
  private int optDelimiter(List<DefElem> options) {
    int location = t.location();
    boolean using = t.accept(Keyword.USING);
    if (!using && !t.is(Keyword.DELIMITERS)) {
      return -1;
    }
    t.expect(Keyword.DELIMITERS);
    options.add(Options.option("delimiter", new StringValue(t.sconst()), location));
    return using ? location : -1;
  }

  private List<DefElem> options() {
    if (!t.accept(Keyword.WITH)) {
      t.accept(Token.WITH_LA);
    }
    if (t.is('(')) {
      return new Options(g).copyOptions();
    }
    List<DefElem> all = new ArrayList<>();
    for (Optional<DefElem> next = option(); next.isPresent(); next = option()) {
      all.add(next.get());
    }
    return all;
  }

  private Optional<DefElem> option() {
    int location = t.location();
    int kind = t.kind();
    return switch (kind) {
      case Keyword.BINARY, Keyword.CSV -> word("format", new StringValue(t.text()), location);
      case Keyword.FREEZE, Keyword.HEADER -> word(t.text(), new BooleanValue(true), location);
      case Keyword.DELIMITER, Keyword.NULL, Keyword.QUOTE, Keyword.ESCAPE -> {
        String name = t.take();
        t.accept(Keyword.AS);
        yield some(name, new StringValue(t.sconst()), location);
      }
      case Keyword.ENCODING -> {
        t.advance();
        yield some("encoding", new StringValue(t.sconst()), location);
      }
      case Keyword.FORCE -> force(location);
      default -> Optional.empty();
    };
  }

  private Optional<DefElem> word(String name, Node value, int location) {
    t.advance();
    return some(name, value, location);
  }

  private static Optional<DefElem> some(String name, Node value, int location) {
    return Optional.of(Options.option(name, value, location));
  }

  private Optional<DefElem> force(int location) {
    t.expect(Keyword.FORCE);
    if (t.accept(Keyword.QUOTE)) {
      Node columns = t.accept('*') ? new NameValue("*") : Options.strings(g.names.nameList());
      return some("force_quote", columns, location);
    }
    boolean not = t.accept(Keyword.NOT);
    t.expect(Keyword.NULL);
    String name = not ? "force_not_null" : "force_null";
    return some(name, Options.strings(g.names.nameList()), location);
  }
}
