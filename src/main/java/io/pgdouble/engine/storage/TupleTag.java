package io.pgdouble.engine.storage;

/** A row that several wait for ({@code lock.h: LOCKTAG_TUPLE}). */
record TupleTag(long database, long relation, long block, int offset) implements LockTag {
  @Override
  public Awaited.Kind kind() {
    return Awaited.Kind.TUPLE;
  }

  @Override
  public String description() {
    return "tuple ("
        + block
        + ","
        + offset
        + ") of relation "
        + relation
        + " of database "
        + database;
  }

  @Override
  public Object[] columns() {
    return new Object[] {
      "tuple", database, relation, (int) block, (short) offset, null, null, null, null, null
    };
  }

  @Override
  public boolean isFleeting() {
    return true;
  }
}
