package io.pgdouble.type;

import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How types are called in messages. Server: {@code format_type.c}. */
public final class TypeName {
  /** Names that are keywords where a type name is read, and are quoted for it. */
  private static final Set<String> QUOTED = Set.of("char", "any", "bit");

  /** A noncharacter, which is in no text that is exchanged. */
  private static final char REFERENCE = '\uFDD0';

  private static final Pattern REFERENCES = Pattern.compile(REFERENCE + "(\\d+)" + REFERENCE);

  private TypeName() {}

  /** {@code format_type_be}: no modifier is known. */
  public static String format(int oid) {
    DataType type = Types.find(oid).orElse(null);
    if (type == null) {
      return unknown(oid);
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
      return unknown(oid);
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

  /** A user's type is named by a reference: only a session knows what it is called there. */
  private static String unknown(int oid) {
    if (oid == 0) {
      return "-";
    }
    return UserTypeIo.holds(oid) ? REFERENCE + Integer.toUnsignedString(oid) + REFERENCE : "???";
  }

  /**
   * A text with the names of users' types in it.
   *
   * @param names of types by their OIDs
   */
  public static String resolved(String text, LongFunction<String> names) {
    if (text.indexOf(REFERENCE) < 0) {
      return text;
    }
    return REFERENCES
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(names.apply(Long.parseLong(found.group(1)))));
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
