package io.pgdouble.engine.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The names of the columns of something in FROM ({@code deparse_columns}). */
final class RangeNames {
  /** By number, from 0; null where the column was dropped, or has no name yet. */
  final List<String> names = new ArrayList<>();

  /** Of those that are still there, and came since. */
  final List<String> current = new ArrayList<>();

  /** Which of the current ones came since. */
  final List<Boolean> added = new ArrayList<>();

  /** What USING of the joins around calls its columns. */
  List<String> aroundUsing = List.of();

  /** What a join's own USING calls its columns. */
  final List<String> using = new ArrayList<>();

  /** Whether the names have to stand behind the alias. */
  boolean shown;

  /** Makes room for so many columns. */
  void expand(int count) {
    while (names.size() < count) {
      names.add(null);
    }
  }

  /** Gives a column a name, from 1; 0 is no column. */
  void push(int number, String name) {
    if (number > 0) {
      expand(number);
      names.set(number - 1, name);
    }
  }

  String name(int number) {
    return names.get(number - 1);
  }

  boolean has(String name) {
    return names.stream().anyMatch(one -> Objects.equals(one, name))
        || current.contains(name)
        || aroundUsing.contains(name);
  }
}
