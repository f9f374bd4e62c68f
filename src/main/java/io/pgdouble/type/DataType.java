package io.pgdouble.type;

/**
 * What the catalog says of a type: a row of {@code pg_type}, with its column names in Java's form.
 *
 * @param length bytes ({@code typlen}); -1 varying, -2 a C string
 * @param kind {@code typtype}: b base, c composite, d domain, e enum, p pseudo, r range, m
 *     multirange
 * @param category {@code typcategory}
 * @param delimiter {@code typdelim}
 * @param elementOid {@code typelem}, 0 for none. Not all types that have one are true arrays
 * @param arrayOid {@code typarray}, 0 for none
 * @param baseOid {@code typbasetype} of a domain, else 0
 * @param collationOid {@code typcollation}, 0 for a type without collations
 * @param inputName {@code typinput}
 */
public record DataType(
    int oid,
    String name,
    int length,
    char kind,
    char category,
    boolean preferred,
    char delimiter,
    int elementOid,
    int arrayOid,
    int baseOid,
    int collationOid,
    String inputName) {

  /** Whether the type is a varlena array of its element type. */
  public boolean isTrueArray() {
    return elementOid != 0 && "array_in".equals(inputName);
  }
}
