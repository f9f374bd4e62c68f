package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Chooses among candidates by the types of the arguments ({@code func_select_candidate}). Manual:
 * {@code typeconv-func}.
 */
final class CandidateSelection<T> {
  private static final char INVALID = '\0';
  private static final char STRING = 'S';

  private final Catalog catalog;
  private final int[] inputs;
  private final int[] bases;
  private final int unknowns;

  private CandidateSelection(Catalog catalog, int[] inputs) {
    this.catalog = catalog;
    this.inputs = inputs;
    this.bases = new int[inputs.length];
    int found = 0;
    for (int i = 0; i < inputs.length; i++) {
      boolean unknown = inputs[i] == TypeOid.UNKNOWN;
      bases[i] = unknown ? TypeOid.UNKNOWN : TypeFacts.baseType(catalog, inputs[i]);
      found += unknown ? 1 : 0;
    }
    this.unknowns = found;
  }

  /** {@code func_match_argtypes}: those whose parameters the arguments can become. */
  static <T> List<Candidate<T>> matching(
      Catalog catalog, int[] inputs, List<Candidate<T>> candidates) {
    List<Candidate<T>> matching = new ArrayList<>();
    for (Candidate<T> candidate : candidates) {
      int[] arguments = java.util.Arrays.copyOf(candidate.arguments(), inputs.length);
      if (Coercibility.can(catalog, inputs, arguments, CastContext.IMPLICIT)) {
        matching.add(candidate);
      }
    }
    return matching;
  }

  /** The best of several; empty if none is better than all others. */
  static <T> Optional<Candidate<T>> best(
      Catalog catalog, int[] inputs, List<Candidate<T>> candidates) {
    return new CandidateSelection<T>(catalog, inputs).select(candidates);
  }

  private Optional<Candidate<T>> select(List<Candidate<T>> all) {
    List<Candidate<T>> best = keepMost(all, this::exactMatches);
    if (best.size() > 1) {
      best = keepMost(best, this::exactOrPreferred);
    }
    if (best.size() == 1) {
      return Optional.of(best.get(0));
    }
    if (unknowns == 0) {
      return Optional.empty();
    }
    best = byCategoryOfUnknowns(best);
    return best.size() == 1 ? Optional.of(best.get(0)) : byKnownType(best);
  }

  private List<Candidate<T>> keepMost(
      List<Candidate<T>> candidates, ToIntFunction<Candidate<T>> score) {
    List<Candidate<T>> kept = new ArrayList<>();
    int most = 0;
    for (Candidate<T> candidate : candidates) {
      int points = score.applyAsInt(candidate);
      if (points > most || kept.isEmpty()) {
        most = points;
        kept.clear();
      }
      if (points == most) {
        kept.add(candidate);
      }
    }
    return kept;
  }

  private int exactMatches(Candidate<T> candidate) {
    int matches = 0;
    for (int i = 0; i < bases.length; i++) {
      matches += bases[i] != TypeOid.UNKNOWN && candidate.arguments()[i] == bases[i] ? 1 : 0;
    }
    return matches;
  }

  private int exactOrPreferred(Candidate<T> candidate) {
    int matches = 0;
    for (int i = 0; i < bases.length; i++) {
      int argument = candidate.arguments()[i];
      boolean good =
          bases[i] != TypeOid.UNKNOWN
              && (argument == bases[i]
                  || TypeFacts.isPreferred(
                      catalog, TypeFacts.category(catalog, bases[i]), argument));
      matches += good ? 1 : 0;
    }
    return matches;
  }

  /** Where the candidates agree on a category for an unknown argument, or strings are possible. */
  private List<Candidate<T>> byCategoryOfUnknowns(List<Candidate<T>> candidates) {
    char[] categories = new char[bases.length];
    boolean[] preferred = new boolean[bases.length];
    boolean resolved = false;
    for (int i = 0; i < bases.length; i++) {
      if (bases[i] != TypeOid.UNKNOWN) {
        continue;
      }
      resolved = true;
      categories[i] = categoryFor(i, candidates, preferred);
      if (categories[i] == INVALID) {
        return candidates;
      }
    }
    if (!resolved) {
      return candidates;
    }
    List<Candidate<T>> kept = new ArrayList<>();
    for (Candidate<T> candidate : candidates) {
      if (fits(candidate, categories, preferred)) {
        kept.add(candidate);
      }
    }
    return kept.isEmpty() ? candidates : kept;
  }

  /** The category for an unknown argument; {@link #INVALID} if the candidates conflict. */
  private char categoryFor(int index, List<Candidate<T>> candidates, boolean[] preferred) {
    char category = INVALID;
    boolean conflict = false;
    for (Candidate<T> candidate : candidates) {
      int type = candidate.arguments()[index];
      char current = TypeFacts.category(catalog, type);
      boolean isPreferred = catalog.type(type).preferred();
      if (category == INVALID) {
        category = current;
        preferred[index] = isPreferred;
      } else if (current == category) {
        preferred[index] |= isPreferred;
      } else if (current == STRING) {
        category = current;
        preferred[index] = isPreferred;
      } else {
        conflict = true;
      }
    }
    return conflict && category != STRING ? INVALID : category;
  }

  private boolean fits(Candidate<T> candidate, char[] categories, boolean[] preferred) {
    for (int i = 0; i < bases.length; i++) {
      if (bases[i] != TypeOid.UNKNOWN) {
        continue;
      }
      int type = candidate.arguments()[i];
      boolean fits =
          TypeFacts.category(catalog, type) == categories[i]
              && (!preferred[i] || catalog.type(type).preferred());
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** If all known arguments are of one type, unknown ones are taken to be of it too. */
  private Optional<Candidate<T>> byKnownType(List<Candidate<T>> candidates) {
    if (unknowns == inputs.length) {
      return Optional.empty();
    }
    int known = TypeOid.UNKNOWN;
    for (int base : bases) {
      if (base == TypeOid.UNKNOWN) {
        continue;
      }
      if (known != TypeOid.UNKNOWN && base != known) {
        return Optional.empty();
      }
      known = base;
    }
    int[] assumed = new int[inputs.length];
    java.util.Arrays.fill(assumed, known);
    List<Candidate<T>> fitting = matching(catalog, assumed, candidates);
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }
}
