package io.pgdouble.engine.analysis;

import io.pgdouble.type.TypeOid;

/** The pseudo-types that stand for a type of the caller's choice ({@code pg_type.h}). */
final class PseudoTypes {
  private PseudoTypes() {}

  /** Parameters of such a type take their argument with the type it has. */
  static boolean acceptsAsIs(int type) {
    return switch (type) {
      case TypeOid.ANY,
          TypeOid.ANYELEMENT,
          TypeOid.ANYNONARRAY,
          TypeOid.ANYCOMPATIBLE,
          TypeOid.ANYCOMPATIBLENONARRAY ->
          true;
      default -> false;
    };
  }

  /** Parameters of such a type see through domains. */
  static boolean acceptsBaseType(int type) {
    return switch (type) {
      case TypeOid.ANYARRAY,
          TypeOid.ANYENUM,
          TypeOid.ANYRANGE,
          TypeOid.ANYMULTIRANGE,
          TypeOid.ANYCOMPATIBLEARRAY,
          TypeOid.ANYCOMPATIBLERANGE,
          TypeOid.ANYCOMPATIBLEMULTIRANGE ->
          true;
      default -> false;
    };
  }

  /** {@code IsPolymorphicType}. */
  static boolean isPolymorphic(int type) {
    return type != TypeOid.ANY && (acceptsAsIs(type) || acceptsBaseType(type));
  }

  /** {@code IsPolymorphicTypeFamily2}: the family that looks for a common type. */
  static boolean isCompatibleFamily(int type) {
    return switch (type) {
      case TypeOid.ANYCOMPATIBLE,
          TypeOid.ANYCOMPATIBLEARRAY,
          TypeOid.ANYCOMPATIBLENONARRAY,
          TypeOid.ANYCOMPATIBLERANGE,
          TypeOid.ANYCOMPATIBLEMULTIRANGE ->
          true;
      default -> false;
    };
  }
}
