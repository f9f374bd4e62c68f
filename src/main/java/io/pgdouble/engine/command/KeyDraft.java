package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.ConstraintAttributes;
import java.util.List;
import java.util.Optional;

/** A PRIMARY KEY or UNIQUE constraint to come ({@code IndexStmt} of a constraint). */
record KeyDraft(
    Optional<String> name,
    List<String> columns,
    List<String> included,
    boolean primary,
    boolean nullsNotDistinct,
    ConstraintAttributes attributes,
    Optional<String> options) {

  /** Whether an index would do for both. */
  boolean isLike(KeyDraft other) {
    return columns.equals(other.columns)
        && included.equals(other.included)
        && nullsNotDistinct == other.nullsNotDistinct
        && attributes.deferrable() == other.attributes.deferrable()
        && attributes.initdeferred() == other.attributes.initdeferred();
  }

  KeyDraft named(Optional<String> other) {
    return new KeyDraft(
        name.or(() -> other), columns, included, primary, nullsNotDistinct, attributes, options);
  }
}
