package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AlterExtensionStmt;
import io.pgdouble.engine.tree.AlterSystemStmt;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.VariableSetKind;
import io.pgdouble.engine.tree.VariableSetStmt;
import java.util.ArrayList;
import java.util.List;

/** ALTER: which object. */
final class Alters {
  private final Grammar g;
  private final Tokens t;

  Alters(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement alter() {
    t.expect(Keyword.ALTER);
    return switch (t.kind()) {
      case Keyword.TABLE -> relation(ObjectType.TABLE);
      case Keyword.INDEX -> relation(ObjectType.INDEX);
      case Keyword.SEQUENCE -> relation(ObjectType.SEQUENCE);
      case Keyword.VIEW -> relation(ObjectType.VIEW);
      case Keyword.MATERIALIZED -> materializedView();
      case Keyword.FOREIGN -> foreign();
      case Keyword.DATABASE -> new Databases(g).alter();
      case Keyword.ROLE, Keyword.GROUP -> new Roles(g).alter();
      case Keyword.USER -> Roles.startsMapping(t) ? unknown("user mapping") : new Roles(g).alter();
      case Keyword.FUNCTION, Keyword.PROCEDURE, Keyword.ROUTINE -> new Routines(g).alter();
      case Keyword.SCHEMA -> schema();
      case Keyword.TYPE -> new AlterTypes(g).type();
      case Keyword.DOMAIN -> new AlterTypes(g).domain();
      case Keyword.SYSTEM -> system();
      case Keyword.EXTENSION -> extension();
      default -> others();
    };
  }

  private Statement relation(ObjectType type) {
    t.advance();
    return new AlterTables(g, type).alter();
  }

  private Statement materializedView() {
    t.advance();
    t.expect(Keyword.VIEW);
    return new AlterTables(g, ObjectType.MATVIEW).alter();
  }

  private Statement foreign() {
    t.advance();
    if (t.is(Keyword.DATA)) {
      return unknown("foreign data wrapper");
    }
    t.expect(Keyword.TABLE);
    return new AlterTables(g, ObjectType.FOREIGN_TABLE).alter();
  }

  private Statement schema() {
    t.expect(Keyword.SCHEMA);
    StringValue name = new StringValue(g.names.colId());
    if (!t.is(Keyword.RENAME) && !t.is(Keyword.OWNER)) {
      throw t.syntaxError();
    }
    return new AlterNames(g, ObjectType.SCHEMA, name).renameOrOwner();
  }

  private Statement system() {
    t.expect(Keyword.SYSTEM);
    Variables variables = new Variables(g);
    if (t.accept(Keyword.SET)) {
      return new AlterSystemStmt(variables.assignment(variables.variableName()));
    }
    t.expect(Keyword.RESET);
    boolean all = t.accept(Keyword.ALL);
    VariableSetKind kind = all ? VariableSetKind.RESET_ALL : VariableSetKind.RESET;
    String name = all ? "" : variables.variableName();
    return new AlterSystemStmt(new VariableSetStmt(kind, name, List.of(), List.of(), false));
  }

  private Statement extension() {
    t.expect(Keyword.EXTENSION);
    String name = g.names.colId();
    if (t.is(Keyword.ADD) || t.is(Keyword.DROP)) {
      return unknown("extension " + t.text());
    }
    if (t.is(Keyword.SET)) {
      return extensionSchema(name);
    }
    t.expect(Keyword.UPDATE);
    List<DefElem> options = new ArrayList<>();
    int location = t.location();
    while (t.accept(Keyword.TO)) {
      StringValue version = new StringValue(g.names.nonReservedWordOrSconst());
      options.add(Options.option("new_version", version, location));
      location = t.location();
    }
    return new AlterExtensionStmt(name, List.copyOf(options));
  }

  private Statement extensionSchema(String name) {
    if (t.second() != Keyword.SCHEMA) {
      t.advance();
      throw t.syntaxError();
    }
    StringValue object = new StringValue(name);
    return new AlterNames(g, ObjectType.EXTENSION, object).renameOwnerOrSchema();
  }

  private Statement others() {
    return switch (t.kind()) {
      case Keyword.AGGREGATE, Keyword.COLLATION, Keyword.CONVERSION, Keyword.LANGUAGE ->
          unknown(t.text());
      case Keyword.OPERATOR, Keyword.POLICY, Keyword.PUBLICATION, Keyword.RULE -> unknown(t.text());
      case Keyword.SERVER, Keyword.SUBSCRIPTION, Keyword.STATISTICS, Keyword.TABLESPACE ->
          unknown(t.text());
      case Keyword.TRIGGER -> new AlterTriggers(g).alter();
      case Keyword.PROCEDURAL -> after(Keyword.LANGUAGE, "language");
      case Keyword.EVENT -> after(Keyword.TRIGGER, "event trigger");
      case Keyword.TEXT -> after(Keyword.SEARCH, "text search");
      case Keyword.LARGE -> after(Keyword.OBJECT, "large object");
      case Keyword.DEFAULT -> new DefaultPrivileges(g).alter();
      default -> throw t.syntaxError();
    };
  }

  private Statement after(int second, String words) {
    t.advance();
    if (!t.is(second)) {
      throw t.syntaxError();
    }
    return unknown(words);
  }

  private static Statement unknown(String words) {
    throw Definitions.notSimulated("alter " + words);
  }
}
