package io.pgdouble.auth;

import java.util.Optional;
import java.util.function.Predicate;

/** A regular expression that is understood: whether a name fits, and what stands where. */
public interface NamePattern extends Predicate<String> {
  /** What the first group has found in a name that fits; empty if nothing, or there is none. */
  Optional<String> firstGroup(String name);
}
