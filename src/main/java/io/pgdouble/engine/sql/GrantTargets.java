package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.GrantTargetType;
import io.pgdouble.engine.tree.ListValue;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.ObjectType;
import io.pgdouble.engine.tree.StringValue;
import java.util.List;
import java.util.function.Supplier;

/** What privileges are granted on ({@code gram.y: privilege_target}). */
final class GrantTargets {
  private final Grammar g;
  private final Tokens t;

  GrantTargets(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  record Target(GrantTargetType kind, ObjectType type, List<Node> objects) {}

  Target target() {
    if (t.accept(Keyword.ALL)) {
      return allInSchema();
    }
    if (t.accept(Keyword.TABLE)) {
      return list(ObjectType.TABLE, g.names::qualifiedName);
    }
    if (t.accept(Keyword.FOREIGN)) {
      return foreign();
    }
    boolean word = Keyword.isNonReservedWord(t.second()) || isNumber(t.second());
    return word ? byWord() : list(ObjectType.TABLE, g.names::qualifiedName);
  }

  private static boolean isNumber(int kind) {
    return kind == Token.ICONST || kind == Token.FCONST;
  }

  private Target list(ObjectType type, Supplier<? extends Node> object) {
    List<Node> objects = g.names.list(object::get);
    return new Target(GrantTargetType.OBJECT, type, objects);
  }

  private Node name() {
    return new StringValue(g.names.colId());
  }

  private Node anyName() {
    return Options.strings(g.names.anyName());
  }

  private Node parameter() {
    return new StringValue(new Variables(g).variableName());
  }

  private Target foreign() {
    if (t.accept(Keyword.SERVER)) {
      return list(ObjectType.FOREIGN_SERVER, this::name);
    }
    t.expect(Keyword.DATA, Keyword.WRAPPER);
    return list(ObjectType.FDW, this::name);
  }

  /** None of these words is reserved: each may also be a table's name. */
  private Target byWord() {
    int kind = t.kind();
    boolean known =
        switch (kind) {
          case Keyword.SEQUENCE, Keyword.FUNCTION, Keyword.PROCEDURE, Keyword.ROUTINE -> true;
          case Keyword.DATABASE, Keyword.DOMAIN, Keyword.LANGUAGE, Keyword.LARGE -> true;
          case Keyword.PARAMETER, Keyword.SCHEMA, Keyword.TABLESPACE, Keyword.TYPE -> true;
          default -> false;
        };
    if (!known) {
      return list(ObjectType.TABLE, g.names::qualifiedName);
    }
    t.advance();
    Signatures signatures = new Signatures(g);
    return switch (kind) {
      case Keyword.SEQUENCE -> list(ObjectType.SEQUENCE, g.names::qualifiedName);
      case Keyword.FUNCTION -> list(ObjectType.FUNCTION, signatures::function);
      case Keyword.PROCEDURE -> list(ObjectType.PROCEDURE, signatures::function);
      case Keyword.ROUTINE -> list(ObjectType.ROUTINE, signatures::function);
      case Keyword.DATABASE -> list(ObjectType.DATABASE, this::name);
      case Keyword.DOMAIN -> list(ObjectType.DOMAIN, this::anyName);
      case Keyword.LANGUAGE -> list(ObjectType.LANGUAGE, this::name);
      case Keyword.LARGE -> largeObjects();
      case Keyword.PARAMETER -> list(ObjectType.PARAMETER_ACL, this::parameter);
      case Keyword.SCHEMA -> list(ObjectType.SCHEMA, this::name);
      case Keyword.TABLESPACE -> list(ObjectType.TABLESPACE, this::name);
      default -> list(ObjectType.TYPE, this::anyName);
    };
  }

  private Target largeObjects() {
    t.expect(Keyword.OBJECT);
    return list(ObjectType.LARGEOBJECT, () -> new ListValue(List.of(g.names.numericOnly())));
  }

  private Target allInSchema() {
    ObjectType type =
        switch (t.kind()) {
          case Keyword.TABLES -> ObjectType.TABLE;
          case Keyword.SEQUENCES -> ObjectType.SEQUENCE;
          case Keyword.FUNCTIONS -> ObjectType.FUNCTION;
          case Keyword.PROCEDURES -> ObjectType.PROCEDURE;
          case Keyword.ROUTINES -> ObjectType.ROUTINE;
          default -> throw t.syntaxError();
        };
    t.advance();
    t.expect(Keyword.IN, Keyword.SCHEMA);
    List<Node> schemas = g.names.list(this::name);
    return new Target(GrantTargetType.ALL_IN_SCHEMA, type, schemas);
  }
}
