package io.pgdouble.engine.plpgsql;

import java.util.Optional;

/**
 * What names mean at a place: a list that grows inwards ({@code pl_funcs.c: PLpgSQL_nsitem}).
 *
 * @param datum empty for a label
 * @param previous null at the outermost label
 */
record Namespace(Kind kind, Optional<Datum> datum, String name, Namespace previous) {
  /** What an item is: a label begins a level. */
  enum Kind {
    BLOCK_LABEL,
    LOOP_LABEL,
    /** What surrounds a function's body, and the arguments of a cursor. */
    OTHER_LABEL,
    SCALAR,
    RECORD
  }

  /** What was found, and how many of the names it took. */
  record Found(Namespace item, int names) {
    Datum datum() {
      return item.datum().orElseThrow();
    }
  }

  private boolean isLabel() {
    return datum.isEmpty();
  }

  static Namespace push(Namespace outer, Kind label, String name) {
    return new Namespace(label, Optional.empty(), name, outer);
  }

  Namespace add(Datum datum, String name) {
    Kind kind = datum instanceof Datum.Rec ? Kind.RECORD : Kind.SCALAR;
    return new Namespace(kind, Optional.of(datum), name, this);
  }

  /** {@code plpgsql_ns_pop}: what surrounds this level. */
  Namespace pop() {
    return label().previous;
  }

  private Namespace label() {
    Namespace item = this;
    while (!item.isLabel()) {
      item = item.previous;
    }
    return item;
  }

  /** {@code plpgsql_ns_lookup} in this level alone, of one name. */
  boolean declares(String word) {
    return inLevel(word, 1).isPresent();
  }

  /** {@code plpgsql_ns_lookup}: of one to three names. */
  Optional<Found> find(String... words) {
    for (Namespace level = this; level != null; level = level.pop()) {
      Optional<Namespace> plain = level.inLevel(words[0], words.length);
      if (plain.isPresent()) {
        return Optional.of(new Found(plain.get(), 1));
      }
      boolean qualified = words.length > 1 && level.label().name.equals(words[0]);
      Optional<Namespace> inside =
          qualified ? level.inLevel(words[1], words.length - 1) : Optional.empty();
      if (inside.isPresent()) {
        return Optional.of(new Found(inside.get(), 2));
      }
    }
    return Optional.empty();
  }

  /** A scalar has no fields: it is found only where its name is the last. */
  private Optional<Namespace> inLevel(String word, int names) {
    for (Namespace item = this; !item.isLabel(); item = item.previous) {
      if (item.name.equals(word) && (names == 1 || item.kind == Kind.RECORD)) {
        return Optional.of(item);
      }
    }
    return Optional.empty();
  }

  /** {@code plpgsql_ns_lookup_label}. */
  Optional<Namespace> findLabel(String word) {
    for (Namespace item = this; item != null; item = item.previous) {
      if (item.isLabel() && item.name.equals(word)) {
        return Optional.of(item);
      }
    }
    return Optional.empty();
  }

  /** {@code plpgsql_ns_find_nearest_loop}. */
  boolean isInLoop() {
    for (Namespace item = this; item != null; item = item.previous) {
      if (item.kind == Kind.LOOP_LABEL) {
        return true;
      }
    }
    return false;
  }
}
