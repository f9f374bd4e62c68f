package io.pgdouble.engine.copy;

import java.util.List;

/**
 * The columns an option is for.
 *
 * @param all the option says {@code *}
 */
public record CopyColumns(boolean all, List<String> names) {
  static final CopyColumns ALL = new CopyColumns(true, List.of());
  static final CopyColumns NONE = new CopyColumns(false, List.of());

  public boolean isEmpty() {
    return !all && names.isEmpty();
  }

  /** Whether it is for a column. */
  public boolean has(String column) {
    return all || names.contains(column);
  }
}
