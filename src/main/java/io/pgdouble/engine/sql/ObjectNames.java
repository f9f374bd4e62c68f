package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.ObjectType;

/** The words for kinds of objects, and how each is named ({@code gram.y: object_type_…}). */
final class ObjectNames {
  private final Tokens t;

  ObjectNames(Grammar grammar) {
    this.t = grammar.t;
  }

  /** How an object of a kind is named. */
  enum Naming {
    ANY_NAME,
    NAME,
    ON_ANY_NAME
  }

  record Kind(ObjectType type, Naming naming) {}

  /** The kind that DROP can name here. */
  Kind kind() {
    ObjectType any = anyNamed();
    if (any != ObjectType.DEFAULT) {
      return new Kind(any, Naming.ANY_NAME);
    }
    ObjectType plain = named();
    if (plain != ObjectType.DEFAULT) {
      return new Kind(plain, Naming.NAME);
    }
    ObjectType on =
        switch (t.kind()) {
          case Keyword.POLICY -> ObjectType.POLICY;
          case Keyword.RULE -> ObjectType.RULE;
          case Keyword.TRIGGER -> ObjectType.TRIGGER;
          default -> throw t.syntaxError();
        };
    t.advance();
    return new Kind(on, Naming.ON_ANY_NAME);
  }

  private ObjectType one(ObjectType type) {
    t.advance();
    return type;
  }

  private ObjectType two(int following, ObjectType type) {
    t.advance();
    t.expect(following);
    return type;
  }

  /** {@code object_type_any_name}; DEFAULT stands for none. */
  ObjectType anyNamed() {
    return switch (t.kind()) {
      case Keyword.TABLE -> one(ObjectType.TABLE);
      case Keyword.SEQUENCE -> one(ObjectType.SEQUENCE);
      case Keyword.VIEW -> one(ObjectType.VIEW);
      case Keyword.MATERIALIZED -> two(Keyword.VIEW, ObjectType.MATVIEW);
      case Keyword.INDEX -> one(ObjectType.INDEX);
      case Keyword.FOREIGN -> foreign();
      case Keyword.COLLATION -> one(ObjectType.COLLATION);
      case Keyword.CONVERSION -> one(ObjectType.CONVERSION);
      case Keyword.STATISTICS -> one(ObjectType.STATISTIC_EXT);
      case Keyword.TEXT -> textSearch();
      default -> ObjectType.DEFAULT;
    };
  }

  private ObjectType foreign() {
    if (t.second() == Keyword.DATA) {
      return ObjectType.DEFAULT;
    }
    return two(Keyword.TABLE, ObjectType.FOREIGN_TABLE);
  }

  /** What follows TEXT SEARCH. */
  ObjectType textSearch() {
    t.advance();
    t.expect(Keyword.SEARCH);
    return switch (t.kind()) {
      case Keyword.PARSER -> one(ObjectType.TSPARSER);
      case Keyword.DICTIONARY -> one(ObjectType.TSDICTIONARY);
      case Keyword.TEMPLATE -> one(ObjectType.TSTEMPLATE);
      case Keyword.CONFIGURATION -> one(ObjectType.TSCONFIGURATION);
      default -> throw t.syntaxError();
    };
  }

  /** {@code drop_type_name}; DEFAULT stands for none. */
  ObjectType named() {
    return switch (t.kind()) {
      case Keyword.ACCESS -> two(Keyword.METHOD, ObjectType.ACCESS_METHOD);
      case Keyword.EVENT -> two(Keyword.TRIGGER, ObjectType.EVENT_TRIGGER);
      case Keyword.EXTENSION -> one(ObjectType.EXTENSION);
      case Keyword.FOREIGN -> dataWrapper();
      case Keyword.PROCEDURAL -> two(Keyword.LANGUAGE, ObjectType.LANGUAGE);
      case Keyword.LANGUAGE -> one(ObjectType.LANGUAGE);
      case Keyword.PUBLICATION -> one(ObjectType.PUBLICATION);
      case Keyword.SCHEMA -> one(ObjectType.SCHEMA);
      case Keyword.SERVER -> one(ObjectType.FOREIGN_SERVER);
      default -> ObjectType.DEFAULT;
    };
  }

  private ObjectType dataWrapper() {
    t.advance();
    return two(Keyword.WRAPPER, ObjectType.FDW);
  }

  /** {@code object_type_name}: what COMMENT can name besides. */
  ObjectType commentNamed() {
    return switch (t.kind()) {
      case Keyword.DATABASE -> one(ObjectType.DATABASE);
      case Keyword.ROLE -> one(ObjectType.ROLE);
      case Keyword.SUBSCRIPTION -> one(ObjectType.SUBSCRIPTION);
      case Keyword.TABLESPACE -> one(ObjectType.TABLESPACE);
      default -> named();
    };
  }
}
