package io.pgdouble.engine.storage;

/**
 * What only the users of advisory locks know the meaning of. Source: {@code lockfuncs.c:
 * SET_LOCKTAG_INT64, SET_LOCKTAG_INT32}.
 *
 * @param database where it means something
 * @param classid the first half of the key, without a sign
 * @param objid the second
 * @param objsubid 1 for one key of eight bytes, 2 for two of four
 */
public record AdvisoryTag(long database, long classid, long objid, int objsubid)
    implements LockTag {
  private static final int ONE_KEY = 1;
  private static final int TWO_KEYS = 2;

  static AdvisoryTag of(long database, long key) {
    return new AdvisoryTag(
        database, key >>> Integer.SIZE, Integer.toUnsignedLong((int) key), ONE_KEY);
  }

  static AdvisoryTag of(long database, int first, int second) {
    return new AdvisoryTag(
        database, Integer.toUnsignedLong(first), Integer.toUnsignedLong(second), TWO_KEYS);
  }

  @Override
  public Awaited.Kind kind() {
    return Awaited.Kind.ADVISORY;
  }

  @Override
  public String description() {
    return "advisory lock [" + database + "," + classid + "," + objid + "," + objsubid + "]";
  }

  @Override
  public Object[] columns() {
    return new Object[] {
      "advisory", database, null, null, null, null, null, classid, objid, (short) objsubid
    };
  }

  @Override
  public boolean isFleeting() {
    return true;
  }
}
