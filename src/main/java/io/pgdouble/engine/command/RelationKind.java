package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.ObjectType;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of relations that DROP knows ({@code tablecmds.c: dropmsgstringarray}). */
enum RelationKind {
  TABLE(ObjectType.TABLE, 'r', "table", "a table"),
  SEQUENCE(ObjectType.SEQUENCE, 'S', "sequence", "a sequence"),
  VIEW(ObjectType.VIEW, 'v', "view", "a view"),
  MATVIEW(ObjectType.MATVIEW, 'm', "materialized view", "a materialized view"),
  INDEX(ObjectType.INDEX, 'i', "index", "an index"),
  FOREIGN_TABLE(ObjectType.FOREIGN_TABLE, 'f', "foreign table", "a foreign table"),
  TYPE(ObjectType.TYPE, 'c', "type", "a type");

  private final ObjectType type;
  private final char letter;
  private final String word;
  private final String withArticle;

  RelationKind(ObjectType type, char letter, String word, String withArticle) {
    this.type = type;
    this.letter = letter;
    this.word = word;
    this.withArticle = withArticle;
  }

  static Optional<RelationKind> of(ObjectType type) {
    return Arrays.stream(values()).filter(kind -> kind.type == type).findFirst();
  }

  static Optional<RelationKind> of(char letter) {
    return Arrays.stream(values()).filter(kind -> kind.letter == letter).findFirst();
  }

  char letter() {
    return letter;
  }

  String word() {
    return word;
  }

  String withArticle() {
    return withArticle;
  }

  /** How such a relation is dropped. */
  String hint() {
    String kind = word.toUpperCase(java.util.Locale.ROOT);
    return "Use DROP " + kind + " to remove " + withArticle + ".";
  }
}
