package io.pgdouble.engine.catalog;

import io.pgdouble.type.TypeName;
import io.pgdouble.type.TypeOid;

/** Questions about types that analysis asks all the time ({@code lsyscache.c}). */
public final class TypeFacts {
  private TypeFacts() {}

  /** The type beneath a domain, or the type itself ({@code getBaseType}). */
  public static int baseType(Catalog catalog, int type) {
    int base = type;
    TypeEntry entry = catalog.type(base);
    while (entry.kind() == 'd') {
      base = entry.base();
      entry = catalog.type(base);
    }
    return base;
  }

  /** The modifier of the type beneath a domain; −1 for a type that is none. */
  public static int baseTypmod(Catalog catalog, int type) {
    int typmod = -1;
    TypeEntry entry = catalog.type(type);
    while (entry.kind() == 'd') {
      typmod = entry.baseTypmod();
      entry = catalog.type(entry.base());
    }
    return typmod;
  }

  /** The element type of a true array, otherwise 0 ({@code get_element_type}). */
  public static int elementType(Catalog catalog, int type) {
    TypeEntry entry = catalog.type(type);
    return entry.isTrueArray() ? entry.element() : 0;
  }

  /** The element type of an array or of a domain over one, or 0. */
  public static int baseElementType(Catalog catalog, int type) {
    return elementType(catalog, baseType(catalog, type));
  }

  /** The type of arrays of this type, or 0. */
  public static int arrayType(Catalog catalog, int type) {
    return catalog.type(type).array();
  }

  /** The element type by which a pair of array types is matched up for promotion, or 0. */
  public static int promoteArrayType(Catalog catalog, int type) {
    int array = arrayType(catalog, type);
    if (array != 0) {
      return array;
    }
    return elementType(catalog, type) != 0 ? type : 0;
  }

  public static char category(Catalog catalog, int type) {
    return catalog.type(type).category();
  }

  public static boolean isPreferred(Catalog catalog, char category, int type) {
    TypeEntry entry = catalog.type(type);
    return entry.category() == category && entry.preferred();
  }

  public static boolean isCollatable(Catalog catalog, int type) {
    return catalog.type(type).collation() != 0;
  }

  /** Whether values are rows: of a composite type or anonymous. */
  public static boolean isRow(Catalog catalog, int type) {
    return type == TypeOid.RECORD || isComposite(catalog, type);
  }

  /** Whether a type is a named row type ({@code ISCOMPLEX}). */
  public static boolean isComposite(Catalog catalog, int type) {
    return catalog.type(baseType(catalog, type)).isComposite();
  }

  /** The kind of the type beneath any domain: {@code r} for a range, and so on. */
  public static char kind(Catalog catalog, int type) {
    return catalog.type(type).kind();
  }

  /** What messages call a type. */
  public static String name(int type) {
    return TypeName.format(type);
  }
}
