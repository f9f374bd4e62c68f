package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.DropBehavior;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Drops objects with all that depends on them ({@code dependency.c: performMultipleDeletions}). */
final class Deletion {
  private final SessionMemory memory;
  private final CatalogRows rows;
  private final List<Target> targets = new ArrayList<>();
  private List<ObjectAddress> pending = List.of();

  Deletion(SessionMemory memory) {
    this.memory = memory;
    this.rows = new CatalogRows(memory.changes());
  }

  /** Why an object goes. */
  enum Reason {
    ORIGINAL,
    NORMAL,
    AUTO,
    INTERNAL,
    /** Since what belongs to it goes. */
    REVERSE,
    /** It is a column of a table that goes as a whole. */
    PART
  }

  /**
   * An object that goes.
   *
   * @param dependee what it depends on; empty for the original ones
   */
  record Target(ObjectAddress object, Set<Reason> reasons, Optional<ObjectAddress> dependee) {}

  /** Objects whose dependents are being looked for, the innermost first. */
  private record Stack(ObjectAddress object, Set<Reason> reasons, Stack outer) {}

  void drop(List<ObjectAddress> objects, DropBehavior behavior) {
    pending = objects;
    for (ObjectAddress object : objects) {
      find(object, EnumSet.of(Reason.ORIGINAL), null);
    }
    Optional<ObjectAddress> only =
        objects.size() == 1 ? Optional.of(objects.get(0)) : Optional.empty();
    new DeletionReport(memory, targets).tell(behavior, only);
    ObjectRemoval removal = new ObjectRemoval(memory);
    targets.forEach(target -> removal.remove(target.object()));
  }

  /** The same without a word ({@code PERFORM_DELETION_QUIETLY}). */
  void dropQuietly(ObjectAddress object) {
    dropQuietly(List.of(object));
  }

  void dropQuietly(List<ObjectAddress> objects) {
    pending = objects;
    objects.forEach(object -> find(object, EnumSet.of(Reason.ORIGINAL), null));
    ObjectRemoval removal = new ObjectRemoval(memory);
    targets.forEach(target -> removal.remove(target.object()));
  }

  /** Drops all that is in a schema, and not the schema, and says nothing of it. */
  void clear(ObjectAddress schema) {
    pending = List.of(schema);
    find(schema, EnumSet.of(Reason.ORIGINAL), null);
    ObjectRemoval removal = new ObjectRemoval(memory);
    targets.stream()
        .map(Target::object)
        .filter(object -> !object.equals(schema))
        .forEach(removal::remove);
  }

  /** {@code findDependentObjects}. */
  private void find(ObjectAddress object, Set<Reason> reasons, Stack stack) {
    if (isStacked(object, reasons, stack) || isTarget(object, reasons)) {
      return;
    }
    if (object.isPinned()) {
      throw ErrorReport.error(
              SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
              "cannot drop " + describe(object) + " because it is required by the database system")
          .toException();
    }
    Optional<ObjectAddress> owner = owner(object, stack);
    if (owner.isPresent() && stack != null) {
      find(owner.get(), EnumSet.of(Reason.REVERSE), stack);
      isTarget(object, reasons);
      return;
    }
    if (owner.isPresent()) {
      if (!pending.contains(owner.get())) {
        throw required(object, owner.get());
      }
      return;
    }
    Stack inner = new Stack(object, EnumSet.copyOf(reasons), stack);
    for (Target dependent : dependents(object)) {
      find(dependent.object(), dependent.reasons(), inner);
    }
    targets.add(new Target(object, inner.reasons(), Optional.ofNullable(stack).map(Stack::object)));
  }

  private String describe(ObjectAddress object) {
    return new ObjectDescriptions(memory).of(object);
  }

  private RuntimeException required(ObjectAddress object, ObjectAddress owner) {
    return ErrorReport.error(
            SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
            "cannot drop " + describe(object) + " because " + describe(owner) + " requires it")
        .withHint("You can drop " + describe(owner) + " instead.")
        .toException();
  }

  /** What an object is a part of, unless that is on its way out already. */
  private Optional<ObjectAddress> owner(ObjectAddress object, Stack stack) {
    for (FactRow row : rows.dependenciesOf(object)) {
      ObjectAddress other =
          new ObjectAddress(row.oid("refclassid"), row.oid("refobjid"), row.integer("refobjsubid"));
      boolean own = object.sub() == 0 || row.integer("objsubid") == object.sub();
      boolean internal = row.letter("deptype") == 'i' && own && !isSame(object, other);
      if (internal && (stack == null || !isStacked(other, Set.of(), stack))) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(ObjectAddress object, ObjectAddress other) {
    return object.catalog() == other.catalog() && object.oid() == other.oid() && object.sub() == 0;
  }

  private static boolean isStacked(ObjectAddress object, Set<Reason> reasons, Stack stack) {
    for (Stack level = stack; level != null; level = level.outer()) {
      if (level.object().equals(object)) {
        level.reasons().addAll(reasons);
        return true;
      }
      if (isSame(level.object(), object)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTarget(ObjectAddress object, Set<Reason> reasons) {
    boolean found = false;
    for (Target target : targets) {
      if (target.object().equals(object)) {
        target.reasons().addAll(reasons);
        found = true;
      } else if (isSame(target.object(), object)) {
        found = true;
      } else if (isSame(object, target.object())) {
        target.reasons().addAll(reasons);
        target.reasons().add(Reason.PART);
      }
    }
    return found;
  }

  /** The newest first, most often in the order in which they must go. */
  private List<Target> dependents(ObjectAddress object) {
    List<Target> found = new ArrayList<>();
    for (FactRow row : rows.dependentsOf(object)) {
      ObjectAddress other =
          new ObjectAddress(row.oid("classid"), row.oid("objid"), row.integer("objsubid"));
      boolean part = object.sub() == 0 || row.integer("refobjsubid") == object.sub();
      if (part && !isSame(object, other)) {
        found.add(new Target(other, EnumSet.of(reason(row)), Optional.empty()));
      }
    }
    found.sort(
        Comparator.<Target>comparingLong(target -> -target.object().oid())
            .thenComparingLong(target -> target.object().catalog())
            .thenComparingInt(target -> target.object().sub()));
    return found;
  }

  private static Reason reason(FactRow row) {
    return switch (row.letter("deptype")) {
      case 'a' -> Reason.AUTO;
      case 'i' -> Reason.INTERNAL;
      default -> Reason.NORMAL;
    };
  }
}
