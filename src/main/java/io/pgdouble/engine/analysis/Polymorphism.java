package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.RangeType;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * What polymorphic types stand for in one call ({@code enforce_generic_type_consistency}): {@code
 * anyelement} and its family are all alike, {@code anycompatible} and its family have a common
 * type.
 */
final class Polymorphism {
  private final Catalog catalog;
  private final int[] actual;
  private final int[] declared;
  private boolean unknowns;
  private int simple;
  private boolean compatible;
  private int element;
  private int array;
  private int range;
  private int multirange;
  private final List<Integer> compatibleTypes = new ArrayList<>();
  private int common;

  private Polymorphism(Catalog catalog, int[] actual, int[] declared) {
    this.catalog = catalog;
    this.actual = actual;
    this.declared = declared;
  }

  static boolean isPolymorphic(int[] declared) {
    for (int type : declared) {
      if (PseudoTypes.isPolymorphic(type)) {
        return true;
      }
    }
    return false;
  }

  /** {@code check_generic_type_consistency}: whether arguments of these types can go together. */
  static boolean isConsistent(Catalog catalog, int[] actual, int[] declared) {
    try {
      Polymorphism types = new Polymorphism(catalog, actual, declared);
      types.look();
      types.relate(declared, () -> TypeOid.UNKNOWN);
      types.findCommon(declared);
      return types.element != TypeOid.UNKNOWN || !has(declared, TypeOid.ANYENUM);
    } catch (ReportedError inconsistent) {
      if (inconsistent.report().isRefusal()) {
        throw inconsistent;
      }
      return false;
    }
  }

  /**
   * Puts actual types for polymorphic ones into {@code declared} where arguments need conversion.
   *
   * @return the type of the result
   */
  static int enforce(Catalog catalog, int[] actual, int[] declared, int result) {
    if (!isPolymorphic(declared)) {
      return result;
    }
    Polymorphism types = new Polymorphism(catalog, actual, declared);
    types.look();
    int[] all = java.util.Arrays.copyOf(declared, declared.length + 1);
    all[declared.length] = result;
    types.relate(
        all,
        () -> {
          throw mismatch(
              "could not determine polymorphic type because input has type "
                  + TypeFacts.name(TypeOid.UNKNOWN));
        });
    types.findCommon(all);
    types.replace();
    return types.resultType(result);
  }

  private void look() {
    for (int i = 0; i < declared.length; i++) {
      lookAt(declared[i], actual[i]);
    }
  }

  private void lookAt(int decl, int type) {
    switch (decl) {
      case TypeOid.ANYELEMENT, TypeOid.ANYNONARRAY, TypeOid.ANYENUM -> {
        simple++;
        element = alike(element, type, "anyelement");
      }
      case TypeOid.ANYARRAY -> {
        simple++;
        array = alike(array, TypeFacts.baseType(catalog, type), "anyarray");
      }
      case TypeOid.ANYCOMPATIBLE, TypeOid.ANYCOMPATIBLENONARRAY -> {
        compatible = true;
        if (type != TypeOid.UNKNOWN) {
          compatibleTypes.add(type);
        }
      }
      case TypeOid.ANYCOMPATIBLEARRAY -> {
        compatible = true;
        if (type != TypeOid.UNKNOWN) {
          compatibleTypes.add(elementOf(TypeFacts.baseType(catalog, type), "anycompatiblearray"));
        }
      }
      case TypeOid.ANYRANGE -> {
        simple++;
        range = alike(range, TypeFacts.baseType(catalog, type), "anyrange");
      }
      case TypeOid.ANYMULTIRANGE -> {
        simple++;
        multirange = alike(multirange, TypeFacts.baseType(catalog, type), "anymultirange");
      }
      case TypeOid.ANYCOMPATIBLERANGE, TypeOid.ANYCOMPATIBLEMULTIRANGE ->
          throw Complaint.notSimulated("functions of compatible ranges");
      default -> {}
    }
  }

  private int alike(int known, int type, String declaredName) {
    if (type == TypeOid.UNKNOWN) {
      unknowns = true;
      return known;
    }
    if (known != 0 && known != type) {
      throw mismatchWith(
          "arguments declared \"" + declaredName + "\" are not all alike",
          name(known) + " versus " + name(type));
    }
    return type;
  }

  private int elementOf(int type, String declaredName) {
    int found = TypeFacts.elementType(catalog, type);
    if (found == 0) {
      throw mismatch(
          "argument declared " + declaredName + " is not an array but type " + name(type));
    }
    return found;
  }

  /** Relates the element and the array type of the first family. */
  private void relate(int[] all, IntSupplier undetermined) {
    if (simple == 0) {
      return;
    }
    if (array != 0) {
      int ofArray = array == TypeOid.ANYARRAY ? TypeOid.ANYELEMENT : elementOf(array, "anyarray");
      if (element != 0 && element != ofArray) {
        throw mismatchWith(
            "argument declared anyarray is not consistent with argument declared anyelement",
            name(array) + " versus " + name(element));
      }
      element = ofArray;
    }
    relateRanges(all);
    if (element == 0) {
      element = undetermined.getAsInt();
      return;
    }
    checkElement(all);
  }

  /** A multirange tells its range, that its element; and back, but for the last step. */
  private void relateRanges(int[] all) {
    if (multirange != 0) {
      int ofMultirange = rangeOf(multirange);
      if (range != 0 && range != ofMultirange) {
        throw mismatchWith(
            "argument declared anymultirange is not consistent with argument declared anyrange",
            name(multirange) + " versus " + name(range));
      }
      range = ofMultirange;
    } else if (range != 0 && has(all, TypeOid.ANYMULTIRANGE)) {
      multirange = RangeType.ofRange(range).map(RangeType::multirange).orElse(0);
    }
    if (range != 0) {
      int ofRange = subtypeOf(range);
      if (element != 0 && element != ofRange) {
        throw mismatchWith(
            "argument declared anyrange is not consistent with argument declared anyelement",
            name(range) + " versus " + name(element));
      }
      element = ofRange;
    }
  }

  private static int rangeOf(int multirange) {
    return RangeType.ofMultirange(multirange)
        .map(RangeType::range)
        .orElseThrow(
            () ->
                mismatch(
                    "argument declared anymultirange is not a multirange type but type "
                        + name(multirange)));
  }

  private static int subtypeOf(int range) {
    return RangeType.ofRange(range)
        .map(RangeType::subtype)
        .orElseThrow(
            () ->
                mismatch("argument declared anyrange is not a range type but type " + name(range)));
  }

  private static int determined(int type, String declaredName) {
    if (type == 0) {
      throw mismatch(
          "could not determine polymorphic type "
              + declaredName
              + " because input has type unknown");
    }
    return type;
  }

  private void checkElement(int[] all) {
    if (element == TypeOid.ANYELEMENT) {
      return;
    }
    if (has(all, TypeOid.ANYNONARRAY) && TypeFacts.baseElementType(catalog, element) != 0) {
      throw mismatch("type matched to anynonarray is an array type: " + name(element));
    }
    if (has(all, TypeOid.ANYENUM) && TypeFacts.kind(catalog, element) != 'e') {
      throw mismatch("type matched to anyenum is not an enum type: " + name(element));
    }
  }

  private static boolean has(int[] types, int wanted) {
    for (int type : types) {
      if (type == wanted) {
        return true;
      }
    }
    return false;
  }

  /** Finds the common type of the second family. */
  private void findCommon(int[] all) {
    if (!compatible) {
      return;
    }
    if (compatibleTypes.isEmpty()) {
      common = TypeOid.TEXT;
      return;
    }
    common = CommonType.ofTypes(catalog, compatibleTypes);
    if (common == 0) {
      throw unmatched();
    }
    for (int type : compatibleTypes) {
      if (!Coercibility.can(catalog, type, common, CastContext.IMPLICIT)) {
        throw mismatch("arguments of anycompatible family cannot be cast to a common type");
      }
    }
    if (has(all, TypeOid.ANYCOMPATIBLENONARRAY)
        && TypeFacts.baseElementType(catalog, common) != 0) {
      throw mismatch("type matched to anycompatiblenonarray is an array type: " + name(common));
    }
  }

  private ReportedError unmatched() {
    int first = TypeFacts.baseType(catalog, compatibleTypes.get(0));
    for (int type : compatibleTypes) {
      int next = TypeFacts.baseType(catalog, type);
      if (CommonType.ofTypes(catalog, List.of(first, next)) == 0) {
        return mismatch(
            "argument types " + name(first) + " and " + name(next) + " cannot be matched");
      }
      first = CommonType.ofTypes(catalog, List.of(first, next));
    }
    return mismatch("arguments of anycompatible family cannot be cast to a common type");
  }

  private void replace() {
    for (int i = 0; i < declared.length; i++) {
      if (PseudoTypes.isCompatibleFamily(declared[i])) {
        declared[i] = resultType(declared[i]);
      } else if (unknowns && actual[i] == TypeOid.UNKNOWN) {
        declared[i] = resultType(declared[i]);
      }
    }
  }

  private int resultType(int type) {
    return switch (type) {
      case TypeOid.ANYELEMENT, TypeOid.ANYNONARRAY, TypeOid.ANYENUM -> element;
      case TypeOid.ANYARRAY -> array != 0 ? array : arrayOf(element);
      case TypeOid.ANYRANGE -> determined(range, "anyrange");
      case TypeOid.ANYMULTIRANGE -> determined(multirange, "anymultirange");
      case TypeOid.ANYCOMPATIBLE, TypeOid.ANYCOMPATIBLENONARRAY -> common;
      case TypeOid.ANYCOMPATIBLEARRAY -> arrayOf(common);
      default -> type;
    };
  }

  private int arrayOf(int type) {
    int found = TypeFacts.arrayType(catalog, type);
    if (found == 0) {
      throw Complaint.error(
          -1, SqlState.UNDEFINED_OBJECT, "could not find array type for data type " + name(type));
    }
    return found;
  }

  private static String name(int type) {
    return TypeFacts.name(type);
  }

  private static ReportedError mismatch(String message) {
    return Complaint.error(-1, SqlState.DATATYPE_MISMATCH, message);
  }

  private static ReportedError mismatchWith(String message, String detail) {
    return Complaint.at(-1, SqlState.DATATYPE_MISMATCH, message).withDetail(detail).toException();
  }
}
