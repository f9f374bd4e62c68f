package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.SortClause;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.expression.WindowClause;
import io.pgdouble.engine.tree.FrameOption;
import io.pgdouble.engine.tree.WindowDef;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The windows of a query level ({@code transformWindowDefinitions}). What they partition and order
 * by is added to the targets.
 */
final class WindowDefinitions {
  private final ParseState state;
  private final List<TargetEntry> targets;
  private final SortAnalyzer sorting;
  private final List<WindowClause> windows = new ArrayList<>();
  private final List<WindowDef> definitions = new ArrayList<>();

  private WindowDefinitions(ParseState state, List<TargetEntry> targets) {
    this.state = state;
    this.targets = targets;
    this.sorting = new SortAnalyzer(state, targets);
  }

  static List<WindowClause> analyze(ParseState state, List<TargetEntry> targets) {
    if (state.windows.isEmpty()) {
      return List.of();
    }
    WindowDefinitions all = new WindowDefinitions(state, targets);
    state.windows.forEach(all::add);
    return List.copyOf(all.windows);
  }

  static RuntimeException missing(WindowDef definition, String name) {
    return Complaint.error(
        definition.location(), SqlState.UNDEFINED_OBJECT, "window \"" + name + "\" does not exist");
  }

  private static ErrorReport wrong(WindowDef definition, String message) {
    return Complaint.at(definition.location(), SqlState.WINDOWING_ERROR, message);
  }

  private void add(WindowDef definition) {
    if (definition.name().isPresent() && find(definition.name().get()) >= 0) {
      throw wrong(definition, "window \"" + definition.name().get() + "\" is already defined")
          .toException();
    }
    int base = definition.refname().map(this::find).orElse(-1);
    if (definition.refname().isPresent() && base < 0) {
      throw missing(definition, definition.refname().get());
    }
    List<SortClause> order =
        sorting.orderByExpressions(definition.orderClause(), ClauseKind.WINDOW_ORDER);
    List<SortClause> partition = sorting.partitionBy(definition.partitionClause(), order);
    boolean copiedOrder = false;
    if (base >= 0) {
      WindowClause copied = windows.get(base);
      checkCopy(definition, base, partition, order);
      partition = copied.partition();
      copiedOrder = order.isEmpty() && !copied.order().isEmpty();
      order = order.isEmpty() ? copied.order() : order;
    }
    FrameAnalyzer frames = new FrameAnalyzer(state, definition, targets);
    windows.add(
        new WindowClause(
            definition.name(),
            definition.refname(),
            copiedOrder,
            partition,
            order,
            frames.frame(order)));
    definitions.add(definition);
  }

  /** Index of a window by its name; −1 if there is none. */
  private int find(String name) {
    for (int i = 0; i < windows.size(); i++) {
      if (windows.get(i).name().equals(Optional.of(name))) {
        return i;
      }
    }
    return -1;
  }

  /** What may not be said of a window that is another's copy: it would override. */
  private void checkCopy(
      WindowDef definition, int base, List<SortClause> partition, List<SortClause> order) {
    String name = " of window \"" + definition.refname().orElseThrow() + "\"";
    if (!partition.isEmpty()) {
      throw wrong(definition, "cannot override PARTITION BY clause" + name).toException();
    }
    if (!order.isEmpty() && !windows.get(base).order().isEmpty()) {
      throw wrong(definition, "cannot override ORDER BY clause" + name).toException();
    }
    if (definitions.get(base).frameOptions() != FrameOption.DEFAULTS) {
      ErrorReport report =
          wrong(
              definition,
              "cannot copy window \""
                  + definition.refname().get()
                  + "\" because it has a frame clause");
      boolean onlyName =
          definition.name().isEmpty()
              && order.isEmpty()
              && definition.frameOptions() == FrameOption.DEFAULTS;
      throw (onlyName ? report.withHint("Omit the parentheses in this OVER clause.") : report)
          .toException();
    }
  }
}
