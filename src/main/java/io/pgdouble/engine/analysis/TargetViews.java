package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.UpdatableViews;
import io.pgdouble.engine.definition.ViewOptions;
import io.pgdouble.engine.definition.ViewQueries;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Modification;
import io.pgdouble.engine.expression.ModificationKind;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.expression.ViewCheck;
import io.pgdouble.engine.expression.WrittenView;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The views that a statement writes through, from the outside ({@code rewriteTargetView}). Manual:
 * {@code sql-createview § Updatable Views}.
 *
 * @param table what is written to in the end
 */
record TargetViews(ModificationKind kind, List<View> views, RelationEntry table) {

  /** A view, the query it stands for, and what that reads. */
  private record View(
      RelationEntry relation, Query query, RelationEntry base, ViewOptions options) {}

  /** A table is written to itself. */
  static TargetViews none(TargetTable target) {
    return new TargetViews(ModificationKind.MERGE, List.of(), target.relation());
  }

  static TargetViews of(ParseState state, TargetTable target, ModificationKind kind) {
    List<View> views = new ArrayList<>();
    RelationEntry table = target.relation();
    while (table.kind() == 'v' && !UpdatableViews.hasInsteadTrigger(state.catalog(), table, kind)) {
      Optional<Query> query = ViewQueries.of(state.catalog(), table);
      if (query.isEmpty()) {
        throw Complaint.notSimulated("writing to relation " + table.schema() + "." + table.name());
      }
      int oid = table.oid();
      if (views.stream().anyMatch(one -> one.relation().oid() == oid)) {
        throw ViewQueries.endless(table);
      }
      requireUpdatable(table, query.get(), kind);
      RelationEntry base = UpdatableViews.base(query.get()).orElseThrow();
      requireWholePrivileges(state, table);
      views.add(new View(table, query.get(), base, ViewOptions.of(state.catalog(), table)));
      table = base;
    }
    if (!views.isEmpty() && table.kind() == 'v') {
      throw Complaint.notSimulated("INSTEAD OF triggers of a view beneath a view");
    }
    return new TargetViews(kind, List.copyOf(views), table);
  }

  /** Which columns of a view are used in the end is not told to those who look at privileges. */
  private static void requireWholePrivileges(ParseState state, RelationEntry view) {
    String oid = Integer.toUnsignedString(view.oid());
    boolean single =
        state.catalog().facts().table("pg_attribute").where("attrelid", oid).stream()
            .anyMatch(row -> row.find("attacl").isPresent());
    if (single) {
      throw Complaint.notSimulated("writing through a view with privileges on columns");
    }
  }

  private static void requireUpdatable(RelationEntry view, Query query, ModificationKind kind) {
    Optional<String> obstacle =
        kind == ModificationKind.DELETE
            ? UpdatableViews.obstacle(query)
            : UpdatableViews.obstacleToValues(query);
    if (obstacle.isEmpty()) {
      return;
    }
    String verb =
        switch (kind) {
          case INSERT -> "insert into";
          case UPDATE -> "update";
          case DELETE, MERGE -> "delete from";
        };
    String doing =
        switch (kind) {
          case INSERT -> "inserting into";
          case UPDATE -> "updating";
          case DELETE, MERGE -> "deleting from";
        };
    throw ErrorReport.error(
            SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
            "cannot " + verb + " view \"" + view.name() + "\"")
        .withDetail(obstacle.get())
        .withHint(
            "To enable "
                + doing
                + " the view, provide an INSTEAD OF "
                + kind.name()
                + " trigger or an unconditional ON "
                + kind.name()
                + " DO INSTEAD rule.")
        .toException();
  }

  /** The same of the first columns that an INSERT is for. */
  InsertColumns columns(InsertColumns ofView, int count) {
    if (views.isEmpty()) {
      return ofView;
    }
    for (int i = 0; i < count; i++) {
      requireWhole(ofView.part(i));
    }
    return new InsertColumns(
        columns(ofView.attributes().subList(0, count)), ofView.named(), ofView.paths());
  }

  /** The same of columns that an UPDATE assigns to. */
  List<Assignments.To> assigned(List<Assignments.To> ofView) {
    if (views.isEmpty()) {
      return ofView;
    }
    ofView.forEach(one -> requireWhole(one.part()));
    return columns(ofView.stream().map(Assignments.To::column).toList()).stream()
        .map(one -> new Assignments.To(one, Optional.empty()))
        .toList();
  }

  private static void requireWhole(Optional<PartPath> part) {
    if (part.isPresent()) {
      throw Complaint.notSimulated("parts of a view's columns as targets");
    }
  }

  /** The table's columns that the outermost view's columns are. */
  List<AttributeEntry> columns(List<AttributeEntry> ofView) {
    List<AttributeEntry> columns = ofView;
    for (View view : views) {
      columns = columns.stream().map(one -> beneath(view, one)).toList();
      requireOnce(columns);
    }
    return columns;
  }

  private AttributeEntry beneath(View view, AttributeEntry column) {
    TargetEntry target = view.query().visibleTargets().get(column.number() - 1);
    Optional<String> obstacle = UpdatableViews.obstacle(view.query(), target);
    if (obstacle.isPresent()) {
      throw ErrorReport.error(
              SqlState.FEATURE_NOT_SUPPORTED,
              "cannot "
                  + (kind == ModificationKind.INSERT ? "insert into" : "update")
                  + " column \""
                  + column.name()
                  + "\" of view \""
                  + view.relation().name()
                  + "\"")
          .withDetail(obstacle.get())
          .toException();
    }
    int number = ((Expression.Var) target.expression()).attribute();
    return view.base().attributes().get(number - 1);
  }

  private static void requireOnce(List<AttributeEntry> columns) {
    Set<Integer> seen = new HashSet<>();
    for (AttributeEntry column : columns) {
      if (!seen.add(column.number())) {
        throw ErrorReport.error(
                SqlState.SYNTAX_ERROR,
                "multiple assignments to same column \"" + column.name() + "\"")
            .toException();
      }
    }
  }

  /** The statement as one that writes to the table. */
  Query through(Query statement) {
    Query query = statement;
    for (View view : views) {
      query = through(query, view);
    }
    return query;
  }

  private Query through(Query query, View view) {
    Modification writing = query.modification().orElseThrow();
    if (writing.onConflict().isPresent()) {
      throw Complaint.notSimulated("ON CONFLICT through a view");
    }
    ViewSubstitution substitution =
        new ViewSubstitution(writing.relation(), view.relation(), view.query(), view.base());
    Query replaced = substitution.of(query);
    Optional<Expression> own = view.query().where().map(substitution::condition);
    boolean reads =
        writing.views().isEmpty() ? substitution.hasReplaced() : writing.views().get(0).read();
    WrittenView written = new WrittenView(view.relation(), reads);
    Modification changed = writing(replaced.modification().orElseThrow(), view, own, written);
    return kind == ModificationKind.INSERT
        ? substitution.with(replaced, Optional.empty(), changed, view.options())
        : substitution.with(replaced, own, changed, view.options());
  }

  /** The view's own check comes before those of the views around it. */
  private Modification writing(
      Modification before, View view, Optional<Expression> condition, WrittenView written) {
    List<WrittenView> through = new ArrayList<>(before.views());
    through.add(written);
    List<ViewCheck> checks = new ArrayList<>(before.checks());
    boolean inherited = !checks.isEmpty() && checks.get(0).cascaded();
    ViewOptions.Check own = view.options().check();
    boolean cascaded = inherited || own == ViewOptions.Check.CASCADED;
    boolean checked = inherited || own != ViewOptions.Check.NONE;
    if (kind != ModificationKind.DELETE && checked && (cascaded || condition.isPresent())) {
      checks.add(0, new ViewCheck(view.relation(), condition, cascaded));
    }
    return new Modification(
        before.kind(),
        before.relation(),
        before.columns(),
        before.named(),
        before.returning(),
        before.onConflict(),
        before.actions(),
        List.copyOf(through),
        List.copyOf(checks));
  }
}
