package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.command.TableDraft.ColumnDraft;
import io.pgdouble.engine.command.TableDraft.Origin;
import io.pgdouble.engine.definition.TableDefinitions;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Sameness;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a new table that inherits from others: those of its parents in their order, then
 * its own; what has the same name becomes one ({@code tablecmds.c: MergeAttributes}).
 */
final class InheritedColumns {
  private final SessionMemory memory;
  private final List<ColumnDraft> columns = new ArrayList<>();
  private final Set<String> conflicting = new HashSet<>();

  InheritedColumns(SessionMemory memory) {
    this.memory = memory;
  }

  /** Puts the parents' columns before those of a draft. */
  void merge(TableDraft draft, List<RelationEntry> parents) {
    parents.forEach(this::addParent);
    int inherited = columns.size();
    List<ColumnDraft> own = List.copyOf(draft.columns);
    for (int i = 0; i < own.size(); i++) {
      int at = indexOf(own.get(i).name());
      if (at >= 0 && at < inherited) {
        columns.set(at, merged(columns.get(at), own.get(i), at == i));
      } else {
        columns.add(own.get(i));
      }
    }
    columns.forEach(this::requireOneValue);
    draft.columns.clear();
    draft.columns.addAll(columns);
  }

  private int indexOf(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private void notice(String message) {
    memory.notice(ErrorReport.notice(SqlState.SUCCESSFUL_COMPLETION, message));
  }

  private void addParent(RelationEntry parent) {
    for (AttributeEntry column : parent.columns()) {
      int at = indexOf(column.name());
      if (at < 0) {
        columns.add(inherited(column));
      } else {
        columns.set(at, again(columns.get(at), inherited(column)));
      }
    }
    for (AttributeEntry column : parent.columns()) {
      Optional.ofNullable(TableDefinitions.of(memory.catalog(), parent).defaults())
          .map(defaults -> defaults.get(column.number()))
          .filter(value -> column.hasDefault())
          .ifPresent(value -> addValue(column.name(), moved(parent, column, value)));
    }
  }

  private static ColumnDraft inherited(AttributeEntry column) {
    return TableDraft.of(column).with(new Origin(1, false, column.generated(), Optional.empty()));
  }

  /** A column that another parent has, too. */
  private ColumnDraft again(ColumnDraft known, ColumnDraft other) {
    notice("merging multiple inherited definitions of column \"" + known.name() + "\"");
    requireSame(known, other, "inherited column");
    if (!known.origin().generated().equals(other.origin().generated())) {
      throw ErrorReport.error(
              SqlState.DATATYPE_MISMATCH,
              "inherited column \"" + known.name() + "\" has a generation conflict")
          .toException();
    }
    Origin origin = known.origin();
    ColumnDraft merged =
        known.with(new Origin(origin.parents() + 1, false, origin.generated(), origin.value()));
    return other.notNull() ? merged.asNotNull() : merged;
  }

  /** A value over the columns here, of which there are more than the parent has. */
  private Expression moved(RelationEntry parent, AttributeEntry column, Expression value) {
    int[] numbers =
        parent.attributes().stream()
            .mapToInt(one -> one.dropped() ? 0 : indexOf(one.name()) + 1)
            .toArray();
    return MovedExpression.of(
        parent, numbers, value, "Generation expression for column \"" + column.name() + "\"");
  }

  private void addValue(String name, Expression value) {
    int at = indexOf(name);
    ColumnDraft column = columns.get(at);
    Origin origin = column.origin();
    if (origin.value().isEmpty()) {
      columns.set(
          at,
          column.with(new Origin(origin.parents(), false, origin.generated(), Optional.of(value))));
    } else if (!Sameness.same(origin.value().get(), value)) {
      conflicting.add(name);
    }
  }

  /** A column that is defined here as well. */
  private ColumnDraft merged(ColumnDraft known, ColumnDraft own, boolean samePlace) {
    if (samePlace) {
      notice("merging column \"" + own.name() + "\" with inherited definition");
    } else {
      memory.notice(
          ErrorReport.notice(
                  SqlState.SUCCESSFUL_COMPLETION,
                  "moving and merging column \"" + own.name() + "\" with inherited definition")
              .withDetail("User-specified column moved to the position of the inherited column."));
    }
    requireSame(known, own, "column");
    Origin origin = known.origin();
    checkGeneration(known, own);
    boolean replaced = own.defaultValue().isPresent() || own.generation().isPresent();
    if (replaced) {
      conflicting.remove(own.name());
    }
    ColumnDraft merged =
        own.with(
            new Origin(
                origin.parents(),
                true,
                origin.generated(),
                replaced ? Optional.empty() : origin.value()));
    return known.notNull() ? merged.asNotNull() : merged;
  }

  private void checkGeneration(ColumnDraft known, ColumnDraft own) {
    boolean generated = !known.origin().generated().isEmpty();
    boolean mayDiffer =
        MajorChange.GENERATION_MAY_DIFFER_IN_CHILDREN.isIn(memory.changes().current().major());
    if (generated && !mayDiffer && own.generation().isPresent()) {
      throw ownGeneration(own)
          .withHint(
              "Omit the generation expression in the definition of the child table column to"
                  + " inherit the generation expression from the parent table.")
          .toException();
    }
    String name = "column \"" + own.name() + "\" ";
    if (generated && own.defaultValue().isPresent()) {
      throw invalid(name + "inherits from generated column but specifies default").toException();
    }
    if (generated && own.sequence().isPresent()) {
      throw invalid(name + "inherits from generated column but specifies identity").toException();
    }
    if (!generated && mayDiffer && own.generation().isPresent()) {
      throw ownGeneration(own)
          .withHint("A child table column cannot be generated unless its parent column is.")
          .toException();
    }
  }

  private static ErrorReport ownGeneration(ColumnDraft own) {
    return invalid("child column \"" + own.name() + "\" specifies generation expression");
  }

  private static ErrorReport invalid(String message) {
    return ErrorReport.error(SqlState.INVALID_COLUMN_DEFINITION, message);
  }

  private void requireSame(ColumnDraft known, ColumnDraft other, String word) {
    String what = word + " \"" + known.name() + "\" has a ";
    if (known.type() != other.type() || known.typmod() != other.typmod()) {
      throw ErrorReport.error(SqlState.DATATYPE_MISMATCH, what + "type conflict")
          .withDetail(shown(known) + " versus " + shown(other))
          .toException();
    }
    if (known.collation() != other.collation()) {
      throw ErrorReport.error(SqlState.COLLATION_MISMATCH, what + "collation conflict")
          .withDetail("\"" + collation(known) + "\" versus \"" + collation(other) + "\"")
          .toException();
    }
  }

  private static String shown(ColumnDraft column) {
    return TypeName.format(column.type(), column.typmod());
  }

  private String collation(ColumnDraft column) {
    return memory
        .changes()
        .current()
        .table("pg_collation")
        .byOid(Integer.toUnsignedLong(column.collation()))
        .map(row -> row.text("collname"))
        .orElse("default");
  }

  private void requireOneValue(ColumnDraft column) {
    if (!conflicting.contains(column.name())) {
      return;
    }
    boolean generated = !column.origin().generated().isEmpty();
    String what = generated ? "generation expressions" : "default values";
    throw invalid("column \"" + column.name() + "\" inherits conflicting " + what)
        .withHint(
            "To resolve the conflict, specify a "
                + (generated ? "generation expression" : "default")
                + " explicitly.")
        .toException();
  }
}
