package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.CastEntry;
import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.type.TypeOid;
import java.util.Optional;

/**
 * How one type becomes another ({@code find_coercion_pathway}).
 *
 * @param function OID of the function of a {@link Kind#FUNCTION}, otherwise 0
 */
record CastPath(Kind kind, int function) {
  private static final CastPath RELABEL = new CastPath(Kind.RELABEL, 0);
  private static final CastPath INPUT_OUTPUT = new CastPath(Kind.INPUT_OUTPUT, 0);
  private static final CastPath ARRAY = new CastPath(Kind.ARRAY, 0);

  /** The ways. */
  enum Kind {
    RELABEL,
    FUNCTION,
    INPUT_OUTPUT,
    ARRAY
  }

  static Optional<CastPath> find(
      Catalog catalog, int targetType, int sourceType, CastContext context) {
    Optional<CastPath> path = regular(catalog, targetType, sourceType, context);
    return path.isEmpty() && context == CastContext.PLPGSQL ? Optional.of(INPUT_OUTPUT) : path;
  }

  private static Optional<CastPath> regular(
      Catalog catalog, int targetType, int sourceType, CastContext context) {
    int target = TypeFacts.baseType(catalog, targetType);
    int source = TypeFacts.baseType(catalog, sourceType);
    if (source == target) {
      return Optional.of(RELABEL);
    }
    Optional<CastEntry> cast = catalog.cast(source, target);
    if (cast.isPresent()) {
      return context.allows(cast.get().context()) ? Optional.of(of(cast.get())) : Optional.empty();
    }
    if (target != TypeOid.OIDVECTOR && target != TypeOid.INT2VECTOR) {
      Optional<CastPath> byElement = ofArrays(catalog, target, source, context);
      if (byElement.isPresent()) {
        return byElement;
      }
    }
    return throughText(catalog, target, source, context);
  }

  private static CastPath of(CastEntry cast) {
    return switch (cast.method()) {
      case 'f' -> new CastPath(Kind.FUNCTION, cast.function());
      case 'i' -> INPUT_OUTPUT;
      default -> RELABEL;
    };
  }

  private static Optional<CastPath> ofArrays(
      Catalog catalog, int target, int source, CastContext context) {
    int targetElement = TypeFacts.elementType(catalog, target);
    int sourceElement = targetElement == 0 ? 0 : TypeFacts.elementType(catalog, source);
    if (sourceElement == 0) {
      return Optional.empty();
    }
    return find(catalog, targetElement, sourceElement, context).map(path -> ARRAY);
  }

  /** Anything becomes text by assignment, and text anything if that is said. */
  private static Optional<CastPath> throughText(
      Catalog catalog, int target, int source, CastContext context) {
    boolean toText = context != CastContext.IMPLICIT && TypeFacts.category(catalog, target) == 'S';
    boolean fromText =
        context == CastContext.EXPLICIT && TypeFacts.category(catalog, source) == 'S';
    return toText || fromText ? Optional.of(INPUT_OUTPUT) : Optional.empty();
  }

  /** The conversion of a type to itself with a modifier ({@code find_typmod_coercion_function}). */
  static Optional<CastPath> forTypmod(Catalog catalog, int type) {
    if (catalog.type(type).isTrueArray()) {
      int element = catalog.type(type).element();
      return catalog.cast(element, element).filter(c -> c.function() != 0).map(c -> ARRAY);
    }
    return catalog
        .cast(type, type)
        .filter(cast -> cast.function() != 0)
        .map(cast -> new CastPath(Kind.FUNCTION, cast.function()));
  }
}
