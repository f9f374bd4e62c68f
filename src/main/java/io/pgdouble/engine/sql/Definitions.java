package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.RelPersistence;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.error.ErrorReport;
import java.util.Locale;
import java.util.Optional;

/** CREATE: which object, and the small clauses that many definitions share. */
final class Definitions {
  private final Grammar g;
  private final Tokens t;
  private final int location;

  Definitions(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
    this.location = t.location();
  }

  /** {@code IF NOT EXISTS}, where IF could also begin a name. */
  static boolean ifNotExists(Tokens t) {
    if (!t.is(Keyword.IF) || t.second() != Keyword.NOT) {
      return false;
    }
    t.advance();
    t.advance();
    t.expect(Keyword.EXISTS);
    return true;
  }

  /** {@code IF EXISTS}, where IF could also begin a name. */
  static boolean ifExists(Tokens t) {
    return t.accept(Keyword.IF, Keyword.EXISTS);
  }

  /** {@code opt_with}. */
  static boolean optWith(Tokens t) {
    return t.accept(Keyword.WITH) || t.accept(Token.WITH_LA);
  }

  /** A keyword and a name, or nothing. */
  static Optional<String> optName(Grammar g, int keyword) {
    return g.t.accept(keyword) ? Optional.of(g.names.colId()) : Optional.empty();
  }

  /** {@code opt_with_data}. */
  static boolean withData(Tokens t) {
    if (!t.accept(Keyword.WITH)) {
      return true;
    }
    boolean no = t.accept(Keyword.NO);
    t.expect(Keyword.DATA);
    return !no;
  }

  /** A kind of statement that the double does not know, refused whole. */
  static RuntimeException notSimulated(String words) {
    String upper = words.toUpperCase(Locale.ROOT);
    return ErrorReport.notSimulated(upper + " statements").toException();
  }

  Statement create() {
    t.expect(Keyword.CREATE);
    if (t.accept(Keyword.OR)) {
      t.expect(Keyword.REPLACE);
      return replaceable(true);
    }
    return switch (t.kind()) {
      case Keyword.TABLE, Keyword.SEQUENCE -> relation(RelPersistence.PERMANENT);
      case Keyword.TEMP, Keyword.TEMPORARY, Keyword.LOCAL, Keyword.GLOBAL ->
          relation(new TemporaryNames(g).persistence());
      case Keyword.UNLOGGED -> unlogged();
      case Keyword.MATERIALIZED -> new Tables(g).materializedView(RelPersistence.PERMANENT);
      case Keyword.INDEX, Keyword.UNIQUE -> new Indexes(g).create();
      case Keyword.SCHEMA -> new Schemas(g).create();
      case Keyword.DATABASE -> new Databases(g).create();
      case Keyword.ROLE, Keyword.GROUP -> new Roles(g).create();
      case Keyword.USER -> Roles.startsMapping(t) ? unknown("user mapping") : new Roles(g).create();
      case Keyword.TYPE -> new TypeDefinitions(g).create();
      case Keyword.DOMAIN -> new TypeDefinitions(g).domain();
      case Keyword.EXTENSION -> new SmallDefinitions(g).extension();
      case Keyword.TABLESPACE -> new SmallDefinitions(g).tablespace();
      case Keyword.ASSERTION -> new SmallDefinitions(g).assertion();
      default -> replaceable(false);
    };
  }

  private Statement unlogged() {
    RelPersistence persistence = new TemporaryNames(g).persistence();
    return t.is(Keyword.MATERIALIZED)
        ? new Tables(g).materializedView(persistence)
        : relation(persistence);
  }

  private Statement relation(RelPersistence persistence) {
    return switch (t.kind()) {
      case Keyword.TABLE -> new Tables(g).create(persistence);
      case Keyword.SEQUENCE -> new Sequences(g).create(persistence);
      case Keyword.VIEW, Keyword.RECURSIVE -> new Views(g).create(persistence);
      default -> throw t.syntaxError();
    };
  }

  private Statement replaceable(boolean replace) {
    return switch (t.kind()) {
      case Keyword.VIEW, Keyword.RECURSIVE -> view(RelPersistence.PERMANENT, replace);
      case Keyword.TEMP, Keyword.TEMPORARY, Keyword.LOCAL, Keyword.GLOBAL, Keyword.UNLOGGED ->
          view(new TemporaryNames(g).persistence(), replace);
      case Keyword.FUNCTION, Keyword.PROCEDURE -> {
        Routines routines = new Routines(g);
        yield replace ? routines.replace() : routines.create();
      }
      case Keyword.TRIGGER, Keyword.CONSTRAINT -> {
        Triggers triggers = new Triggers(g, location);
        yield replace ? triggers.replace() : triggers.create();
      }
      case Keyword.RULE -> {
        Rules rules = new Rules(g);
        yield replace ? rules.replace() : rules.create();
      }
      case Keyword.AGGREGATE, Keyword.TRANSFORM, Keyword.LANGUAGE -> unknown(t.text());
      case Keyword.TRUSTED, Keyword.PROCEDURAL -> unknown("language");
      default -> plainOnly(replace);
    };
  }

  private Statement view(RelPersistence persistence, boolean replace) {
    Views views = new Views(g);
    return replace ? views.replace(persistence) : views.create(persistence);
  }

  private Statement plainOnly(boolean replace) {
    if (replace) {
      throw t.syntaxError();
    }
    return switch (t.kind()) {
      case Keyword.OPERATOR, Keyword.COLLATION, Keyword.CAST, Keyword.CONVERSION ->
          unknown(t.text());
      case Keyword.SERVER, Keyword.POLICY, Keyword.PUBLICATION, Keyword.SUBSCRIPTION ->
          unknown(t.text());
      case Keyword.STATISTICS -> unknown(t.text());
      case Keyword.TEXT -> after(Keyword.SEARCH, "text search");
      case Keyword.DEFAULT -> after(Keyword.CONVERSION, "conversion");
      case Keyword.ACCESS -> after(Keyword.METHOD, "access method");
      case Keyword.EVENT -> after(Keyword.TRIGGER, "event trigger");
      case Keyword.FOREIGN -> foreign();
      default -> throw t.syntaxError();
    };
  }

  private Statement foreign() {
    t.advance();
    boolean known = t.is(Keyword.TABLE) || t.is(Keyword.DATA);
    if (!known) {
      throw t.syntaxError();
    }
    return unknown(t.is(Keyword.TABLE) ? "foreign table" : "foreign data wrapper");
  }

  private Statement after(int second, String words) {
    t.advance();
    if (!t.is(second)) {
      throw t.syntaxError();
    }
    return unknown(words);
  }

  private static Statement unknown(String words) {
    throw notSimulated("create " + words);
  }
}
