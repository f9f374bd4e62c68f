package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.VacuumRelation;
import io.pgdouble.engine.tree.VacuumStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** VACUUM and ANALYZE. */
final class Maintenance {
  private final Grammar g;
  private final Tokens t;

  Maintenance(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement vacuum() {
    boolean vacuum = t.is(Keyword.VACUUM);
    t.advance();
    List<DefElem> options = new ArrayList<>();
    if (t.is('(')) {
      options.addAll(new Options(g).utilityOptions());
    } else {
      words(options, vacuum);
    }
    List<VacuumRelation> relations =
        Keyword.isColId(t.kind()) ? g.names.list(this::relation) : List.of();
    return new VacuumStmt(List.copyOf(options), relations, vacuum);
  }

  private void words(List<DefElem> options, boolean vacuum) {
    if (vacuum) {
      word(options, Keyword.FULL);
      word(options, Keyword.FREEZE);
    }
    word(options, Keyword.VERBOSE);
    if (vacuum) {
      word(options, t.is(Keyword.ANALYSE) ? Keyword.ANALYSE : Keyword.ANALYZE);
    }
  }

  private void word(List<DefElem> options, int keyword) {
    int location = t.location();
    if (t.accept(keyword)) {
      String name = Keyword.name(keyword == Keyword.ANALYSE ? Keyword.ANALYZE : keyword);
      options.add(Options.option(name, Optional.empty(), location));
    }
  }

  private VacuumRelation relation() {
    RangeVar relation = g.names.qualifiedName();
    return new VacuumRelation(relation, g.names.optNameList());
  }
}
