package io.pgdouble.engine.authorization;

import io.pgdouble.facts.FactRow;

/**
 * A kind of objects that have an owner and privileges: where the catalogs tell of them. Two of them
 * share a catalog where {@code acldefault} knows two kinds.
 */
public enum Securable {
  TABLE("pg_class", "rel", 'r'),
  SEQUENCE("pg_class", "rel", 's'),
  SCHEMA("pg_namespace", "nsp", 'n'),
  ROUTINE("pg_proc", "pro", 'f'),
  TYPE("pg_type", "typ", 'T'),
  LANGUAGE("pg_language", "lan", 'l'),
  TABLESPACE("pg_tablespace", "spc", 't'),
  DATABASE("pg_database", "dat", 'd');

  private final String table;
  private final String prefix;
  private final char letter;

  Securable(String table, String prefix, char letter) {
    this.table = table;
    this.prefix = prefix;
    this.letter = letter;
  }

  public String table() {
    return table;
  }

  /** The column that has its name. */
  public String nameColumn() {
    return prefix + "name";
  }

  /** The column that has its privileges. */
  public String aclColumn() {
    return prefix + "acl";
  }

  public String ownerColumn() {
    return this == DATABASE ? "datdba" : prefix + "owner";
  }

  /** As the function {@code acldefault} knows the kind. */
  public char letter() {
    return letter;
  }

  /** Tables and sequences are told apart by their row. */
  public Securable of(FactRow row) {
    if (this != TABLE && this != SEQUENCE) {
      return this;
    }
    return row.letter("relkind") == 'S' ? SEQUENCE : TABLE;
  }
}
