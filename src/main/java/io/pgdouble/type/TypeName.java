package io.pgdouble.type;

import java.util.Set;

/** How types are called in messages. Server: {@code format_type.c}. */
public final class TypeName {
  /** Names that are keywords where a type name is read, and are quoted for it. */
  private static final Set<String> QUOTED = Set.of("char", "any", "bit");

  private TypeName() {}

  /** {@code format_type_be}: no modifier is known. */
  public static String format(int oid) {
    DataType type = Types.find(oid).orElse(null);
    if (type == null) {
      return oid == 0 ? "-" : "???";
    }
    if (type.isTrueArray()) {
      return format(type.elementOid()) + "[]";
    }
    return switch (oid) {
      case TypeOid.BIT -> "bit";
      case TypeOid.BPCHAR -> "character";
      default -> nameOf(type);
    };
  }

  /**
   * {@code format_type_with_typemod}: {@code character varying(10)}; -1 is a type known to have no
   * modifier.
   */
  public static String format(int oid, int typmod) {
    DataType type = Types.find(oid).orElse(null);
    if (type == null) {
      return oid == 0 ? "-" : "???";
    }
    if (type.isTrueArray()) {
      return format(type.elementOid(), typmod) + "[]";
    }
    if (typmod < 0) {
      return oid == TypeOid.BIT ? "\"bit\"" : nameOf(type);
    }
    String modifier = hasFixedName(oid) ? "" : Typmods.format(oid, typmod);
    String name = oid == TypeOid.BIT || oid == TypeOid.BPCHAR ? format(oid) : nameOf(type);
    // The clock types say their precision in the middle of the name.
    int space = name.indexOf(' ');
    return name.startsWith("time") && space > 0
        ? name.substring(0, space) + modifier + name.substring(space)
        : name + modifier;
  }

  /** Types whose SQL name has no room for a modifier, should one turn up. */
  private static boolean hasFixedName(int oid) {
    return switch (oid) {
      case TypeOid.BOOL, TypeOid.FLOAT4, TypeOid.FLOAT8, TypeOid.INT2, TypeOid.INT4, TypeOid.INT8 ->
          true;
      default -> false;
    };
  }

  private static String nameOf(DataType type) {
    return switch (type.oid()) {
      case TypeOid.BOOL -> "boolean";
      case TypeOid.FLOAT4 -> "real";
      case TypeOid.FLOAT8 -> "double precision";
      case TypeOid.INT2 -> "smallint";
      case TypeOid.INT4 -> "integer";
      case TypeOid.INT8 -> "bigint";
      case TypeOid.TIME -> "time without time zone";
      case TypeOid.TIMETZ -> "time with time zone";
      case TypeOid.TIMESTAMP -> "timestamp without time zone";
      case TypeOid.TIMESTAMPTZ -> "timestamp with time zone";
      case TypeOid.VARBIT -> "bit varying";
      case TypeOid.VARCHAR -> "character varying";
      default -> QUOTED.contains(type.name()) ? '"' + type.name() + '"' : type.name();
    };
  }
}
