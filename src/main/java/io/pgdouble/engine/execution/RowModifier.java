package io.pgdouble.engine.execution;

import io.pgdouble.engine.execution.RowChange.Matching;
import io.pgdouble.engine.storage.RowVersion;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** Does with one row after another what a statement wants. */
final class RowModifier {
  private final ModifyTable plan;
  private final RowWriter writer;
  private final Map<TableMember, RowWriter> members = new IdentityHashMap<>();

  RowModifier(ModifyTable plan, RowWriter writer) {
    this.plan = plan;
    this.writer = writer;
  }

  /** What RETURNING yields; empty where the row was not changed after all. */
  Optional<Object[]> change(Frame frame) {
    RowChange change = plan.change();
    if (change instanceof RowChange.Insert insert) {
      return insert(frame, insert);
    }
    if (change instanceof RowChange.Merge merge) {
      return merge(frame, merge);
    }
    if (frame.rows[plan.target().range()] == null) {
      return Optional.empty();
    }
    Refound row = refound(frame);
    return change instanceof RowChange.Update update ? update(row, update) : delete(row);
  }

  private Refound refound(Frame frame) {
    return new Refound(plan.input(), plan.target().range(), frame);
  }

  /** The row more. */
  static Object[] row(Frame frame, RowChange.Insert insert) {
    Object[] row = RowVersion.room(insert.columns().length);
    for (int i = 0; i < insert.columns().length; i++) {
      row[i] = insert.columns()[i].evaluate(frame);
    }
    return row;
  }

  private Optional<Object[]> insert(Frame frame, RowChange.Insert insert) {
    Object[] row = row(frame, insert);
    if (insert.onConflict().isPresent()) {
      return new ConflictingInsert(plan, writer, insert.onConflict().get()).insert(frame, row);
    }
    RowVersion inserted = writer.insert(row);
    if (inserted == null) {
      return Optional.empty();
    }
    plan.checkOptions(frame, inserted, Optional.empty());
    return Optional.of(plan.returning(frame, inserted));
  }

  /** What writes a row that is found: that of the table it lies in. */
  private RowWriter writer(Optional<TableMember> member, Frame frame) {
    return member
        .map(
            one ->
                members.computeIfAbsent(
                    one, key -> new RowWriter(key.table().of(frame.context), frame)))
        .orElse(writer);
  }

  private Optional<Object[]> update(Refound row, RowChange.Update update) {
    Optional<TableMember> member = TableMember.of(row.values());
    RowWriter own = writer(member, row.frame());
    while (row.isFound()) {
      RowVersion done = own.update(row, changed(row, update), written(row, update));
      if (done != null) {
        plan.checkOptions(row.frame(), done, member);
        return Optional.of(plan.returning(row.frame(), done, member));
      }
    }
    return Optional.empty();
  }

  /** The columns that are written, by their indexes in the table where the row lies. */
  private static int[] written(Refound row, RowChange.Update update) {
    return TableMember.of(row.values())
        .map(member -> member.places(update.attributes()))
        .orElse(update.attributes());
  }

  private static Object[] changed(Refound row, RowChange.Update update) {
    Optional<TableMember> member = TableMember.of(row.values());
    RowVersion old = row.version();
    Object[] changed = RowVersion.room(old.columns());
    System.arraycopy(old.values(), 0, changed, 0, old.columns());
    for (int i = 0; i < update.attributes().length; i++) {
      int attribute = update.attributes()[i];
      int column = member.isPresent() ? member.get().columns()[attribute] : attribute;
      changed[column] = update.values()[i].evaluate(row.frame());
    }
    return changed;
  }

  private Optional<Object[]> delete(Refound row) {
    Optional<TableMember> member = TableMember.of(row.values());
    RowWriter own = writer(member, row.frame());
    while (row.isFound()) {
      RowVersion version = row.version();
      if (own.delete(row)) {
        return Optional.of(plan.returning(row.frame(), version, member));
      }
    }
    return Optional.empty();
  }

  /** {@code ExecMerge}: a row that another has changed is looked at from the beginning. */
  private Optional<Object[]> merge(Frame frame, RowChange.Merge merge) {
    int range = plan.target().range();
    Refound row = refound(frame);
    row.keepsUnmatched();
    while (row.isFound()) {
      boolean matched = row.frame().rows[range] != null;
      Optional<RowChange.When> clause =
          clause(row.frame(), merge, matched ? Matching.MATCHED : Matching.NOT_MATCHED);
      Optional<RowChange> action = clause.flatMap(RowChange.When::change);
      if (action.isEmpty()) {
        return Optional.empty();
      }
      if (done(row, action.get())) {
        return Optional.of(Evaluator.NO_VALUES);
      }
    }
    return Optional.empty();
  }

  private static Optional<RowChange.When> clause(
      Frame frame, RowChange.Merge merge, Matching matching) {
    return merge.clauses().stream()
        .filter(one -> one.matching() == matching)
        .filter(
            one ->
                one.condition().isEmpty()
                    || Boolean.TRUE.equals(one.condition().get().evaluate(frame)))
        .findFirst();
  }

  /** Whether it was done; otherwise the row is to be looked at again. */
  private boolean done(Refound row, RowChange action) {
    if (action instanceof RowChange.Insert insert) {
      if (insert(row.frame(), insert).isEmpty()) {
        row.done();
        return false;
      }
      return true;
    }
    RowWriter own = writer(TableMember.of(row.values()), row.frame());
    own.mergesOnce();
    return action instanceof RowChange.Update update
        ? own.update(row, changed(row, update), written(row, update)) != null
        : own.delete(row);
  }
}
