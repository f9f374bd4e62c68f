package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.type.TypeOid;

/** Whether a conversion exists ({@code can_coerce_type}). */
final class Coercibility {
  private Coercibility() {}

  static boolean can(Catalog catalog, int source, int target, CastContext context) {
    return source == target || can(catalog, new int[] {source}, new int[] {target}, context);
  }

  static boolean can(Catalog catalog, int[] sources, int[] targets, CastContext context) {
    boolean polymorphic = false;
    for (int i = 0; i < sources.length; i++) {
      polymorphic |= PseudoTypes.isPolymorphic(targets[i]);
      if (!canOne(catalog, sources[i], targets[i], context)) {
        return false;
      }
    }
    return !polymorphic || Polymorphism.isConsistent(catalog, sources, targets);
  }

  private static boolean canOne(Catalog catalog, int source, int target, CastContext context) {
    if (source == target || target == TypeOid.ANY || PseudoTypes.isPolymorphic(target)) {
      return true;
    }
    if (source == TypeOid.UNKNOWN) {
      return true;
    }
    if (CastPath.find(catalog, target, source, context).isPresent()) {
      return true;
    }
    if (source == TypeOid.RECORD && TypeFacts.isComposite(catalog, target)) {
      return true;
    }
    if (target == TypeOid.RECORD && TypeFacts.isComposite(catalog, source)) {
      return true;
    }
    return target == TypeOid.RECORD_ARRAY && isCompositeArray(catalog, source);
  }

  private static boolean isCompositeArray(Catalog catalog, int type) {
    int element = TypeFacts.elementType(catalog, type);
    return element != 0 && TypeFacts.isComposite(catalog, element);
  }
}
