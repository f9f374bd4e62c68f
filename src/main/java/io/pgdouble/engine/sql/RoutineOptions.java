package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.BooleanValue;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.ListValue;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.Value;
import java.util.ArrayList;
import java.util.List;

/** The clauses of functions and procedures ({@code gram.y: createfunc_opt_item}). */
final class RoutineOptions {
  private final Grammar g;
  private final Tokens t;

  RoutineOptions(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  boolean startsCreateOption() {
    return switch (t.kind()) {
      case Keyword.AS, Keyword.LANGUAGE, Keyword.TRANSFORM, Keyword.WINDOW -> true;
      default -> startsCommonOption();
    };
  }

  boolean startsCommonOption() {
    return switch (t.kind()) {
      case Keyword.CALLED, Keyword.RETURNS, Keyword.STRICT, Keyword.IMMUTABLE -> true;
      case Keyword.STABLE, Keyword.VOLATILE, Keyword.EXTERNAL, Keyword.SECURITY -> true;
      case Keyword.LEAKPROOF, Keyword.NOT, Keyword.COST, Keyword.ROWS -> true;
      case Keyword.SUPPORT, Keyword.SET, Keyword.RESET, Keyword.PARALLEL -> true;
      default -> false;
    };
  }

  DefElem createOption() {
    int location = t.location();
    switch (t.kind()) {
      case Keyword.AS -> {
        t.advance();
        return Options.option("as", definition(), location);
      }
      case Keyword.LANGUAGE -> {
        t.advance();
        StringValue language = new StringValue(g.names.nonReservedWordOrSconst());
        return Options.option("language", language, location);
      }
      case Keyword.TRANSFORM -> {
        t.advance();
        return Options.option("transform", transforms(), location);
      }
      case Keyword.WINDOW -> {
        t.advance();
        return Options.option("window", new BooleanValue(true), location);
      }
      default -> {
        return commonOption();
      }
    }
  }

  private ListValue definition() {
    String first = t.sconst();
    return Options.strings(t.accept(',') ? List.of(first, t.sconst()) : List.of(first));
  }

  private ListValue transforms() {
    List<Value> names = new ArrayList<>();
    do {
      t.expect(Keyword.FOR, Keyword.TYPE);
      names.add(new StringValue(String.join(".", g.types.typename().names())));
    } while (t.accept(','));
    return new ListValue(List.copyOf(names));
  }

  /** {@code common_func_opt_item}: what can also be altered. */
  DefElem commonOption() {
    int location = t.location();
    int kind = t.kind();
    if (kind == Keyword.SET || kind == Keyword.RESET) {
      return Options.option("set", new SetClauses(g).ofFunction(), location);
    }
    if (!startsCommonOption()) {
      throw t.syntaxError();
    }
    t.advance();
    return switch (kind) {
      case Keyword.CALLED -> strict(false, location);
      case Keyword.RETURNS -> strict(true, location);
      case Keyword.STRICT -> flag("strict", true, location);
      case Keyword.IMMUTABLE, Keyword.STABLE, Keyword.VOLATILE ->
          word("volatility", Keyword.name(kind), location);
      case Keyword.EXTERNAL -> external(location);
      case Keyword.SECURITY -> security(location);
      case Keyword.LEAKPROOF -> flag("leakproof", true, location);
      case Keyword.NOT -> notLeakproof(location);
      case Keyword.COST, Keyword.ROWS ->
          Options.option(Keyword.name(kind), g.names.numericOnly(), location);
      case Keyword.SUPPORT ->
          Options.option("support", Options.strings(g.names.anyName()), location);
      default -> word("parallel", g.names.colId(), location);
    };
  }

  private static DefElem flag(String name, boolean value, int location) {
    return Options.option(name, new BooleanValue(value), location);
  }

  private static DefElem word(String name, String value, int location) {
    return Options.option(name, new StringValue(value), location);
  }

  private DefElem strict(boolean strict, int location) {
    if (strict) {
      t.expect(Keyword.NULL);
    }
    t.expect(Keyword.ON, Keyword.NULL);
    t.expect(Keyword.INPUT);
    return flag("strict", strict, location);
  }

  private DefElem external(int location) {
    t.expect(Keyword.SECURITY);
    return security(location);
  }

  private DefElem security(int location) {
    boolean definer = t.accept(Keyword.DEFINER);
    if (!definer) {
      t.expect(Keyword.INVOKER);
    }
    return flag("security", definer, location);
  }

  private DefElem notLeakproof(int location) {
    t.expect(Keyword.LEAKPROOF);
    return flag("leakproof", false, location);
  }
}
