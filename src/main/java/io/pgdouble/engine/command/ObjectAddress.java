package io.pgdouble.engine.command;

/**
 * An object of a catalog, or a column of one ({@code objectaddress.h}).
 *
 * @param catalog OID of the catalog that has its row
 * @param sub number of the column, 0 for the whole object
 */
record ObjectAddress(long catalog, long oid, int sub) {
  static final long RELATION = 1259;
  static final long TYPE = 1247;
  static final long PROC = 1255;
  static final long ATTRDEF = 2604;
  static final long CONSTRAINT = 2606;
  static final long OPERATOR = 2617;
  static final long NAMESPACE = 2615;
  static final long COLLATION = 3456;
  static final long REWRITE = 2618;
  static final long OPERATOR_CLASS = 2616;
  static final long TRIGGER = 2620;
  static final long DATABASE = 1262;
  static final long LANGUAGE = 2612;
  static final long TABLESPACE = 1213;
  static final long DEFAULT_ACL = 826;
  static final long ROLE = 1260;
  static final long EXTENSION = 3079;

  /** {@code transam.h: FirstUnpinnedObjectId}. */
  private static final long FIRST_UNPINNED = 12000;

  private static final long PUBLIC_SCHEMA = 2200;

  static ObjectAddress relation(long oid) {
    return new ObjectAddress(RELATION, oid, 0);
  }

  static ObjectAddress column(long relation, int number) {
    return new ObjectAddress(RELATION, relation, number);
  }

  static ObjectAddress type(long oid) {
    return new ObjectAddress(TYPE, oid, 0);
  }

  static ObjectAddress schema(long oid) {
    return new ObjectAddress(NAMESPACE, oid, 0);
  }

  static ObjectAddress constraint(long oid) {
    return new ObjectAddress(CONSTRAINT, oid, 0);
  }

  /** {@code catalog.c: IsPinnedObject}: it cannot be dropped, so nobody notes what needs it. */
  boolean isPinned() {
    return oid < FIRST_UNPINNED && !(catalog == NAMESPACE && oid == PUBLIC_SCHEMA);
  }
}
