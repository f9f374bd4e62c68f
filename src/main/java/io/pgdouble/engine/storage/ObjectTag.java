package io.pgdouble.engine.storage;

/**
 * An object that is no relation ({@code lock.h: LOCKTAG_OBJECT}).
 *
 * @param classid OID of the catalog it is in
 */
public record ObjectTag(long database, long classid, long objid) implements LockTag {
  @Override
  public Awaited.Kind kind() {
    return Awaited.Kind.OBJECT;
  }

  @Override
  public String description() {
    return "object " + objid + " of class " + classid + " of database " + database;
  }

  @Override
  public Object[] columns() {
    return new Object[] {
      "object", database, null, null, null, null, null, classid, objid, (short) 0
    };
  }

  @Override
  public boolean isFleeting() {
    return true;
  }
}
