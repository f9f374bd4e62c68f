package io.pgdouble.engine.tree;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Whether two trees are the same but for where they were written ({@code equalfuncs.c}). */
public final class SameTree {
  private SameTree() {}

  public static boolean same(Object one, Object other) {
    if (one instanceof List<?> ones && other instanceof List<?> others) {
      return sameLists(ones, others);
    }
    if (one instanceof Optional<?> first && other instanceof Optional<?> second) {
      return first.isPresent() == second.isPresent()
          && (first.isEmpty() || same(first.get(), second.get()));
    }
    return one instanceof Record && other != null && one.getClass() == other.getClass()
        ? sameRecords(one, other)
        : Objects.equals(one, other);
  }

  private static boolean sameLists(List<?> ones, List<?> others) {
    boolean same = ones.size() == others.size();
    for (int i = 0; same && i < ones.size(); i++) {
      same = same(ones.get(i), others.get(i));
    }
    return same;
  }

  private static boolean sameRecords(Object one, Object other) {
    for (RecordComponent component : one.getClass().getRecordComponents()) {
      boolean counts = !component.getName().equals("location");
      if (counts && !same(value(component, one), value(component, other))) {
        return false;
      }
    }
    return true;
  }

  private static Object value(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
