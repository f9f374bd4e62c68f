package io.pgdouble.engine.catalog;

/**
 * A row of {@code pg_type}, with what analysis asks of it.
 *
 * @param length bytes, −1 variable, −2 a C string ({@code typlen})
 * @param kind {@code typtype}: b base, c composite, d domain, e enum, p pseudo, r range, m
 *     multirange
 * @param category {@code typcategory}
 * @param element the type of an element where the type can be subscripted, otherwise 0
 * @param array the type of arrays of this, or 0
 * @param subscriptable the name of the subscript handler, or {@code -}
 * @param collation the collation of the type's values, 0 where they have none
 * @param typmodInput the function that reads a modifier, or {@code -}
 */
public record TypeEntry(
    int oid,
    String name,
    String schema,
    int length,
    char kind,
    char category,
    boolean preferred,
    boolean defined,
    int relation,
    String subscriptable,
    int element,
    int array,
    int base,
    int baseTypmod,
    int collation,
    String input,
    String typmodInput) {

  /** A type that {@code ARRAY[…]} yields: subscripted as arrays are, of variable length. */
  public boolean isTrueArray() {
    return element != 0 && "array_subscript_handler".equals(subscriptable);
  }

  public boolean isPseudo() {
    return kind == 'p';
  }

  /** A row type: of a relation, or anonymous. */
  public boolean isComposite() {
    return kind == 'c';
  }
}
