package io.pgdouble.settings;

import io.pgdouble.facts.Facts;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What a frontend has still to be told. Source: {@code guc.c: guc_report_list,
 * ReportChangedGUCOptions}.
 */
final class SettingReports {
  private boolean enabled;

  /** Latest change first, which is the order in which the server tells of them. */
  private final Deque<Variable> waiting = new ArrayDeque<>(4);

  private final Facts facts;

  SettingReports(Facts facts) {
    this.facts = facts;
  }

  void changed(Variable variable) {
    if (enabled && variable.setting.has(SettingFlag.REPORT) && !variable.awaitsReport) {
      variable.awaitsReport = true;
      waiting.addFirst(variable);
    }
  }

  /** From now on changes are told. */
  void enable() {
    enabled = true;
  }

  boolean enabled() {
    return enabled;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  private Collection<Variable> inOrder() {
    if (MajorChange.REPORTS_IN_ORDER_OF_CHANGE.isIn(facts.major())) {
      return waiting;
    }
    List<Variable> byName = new ArrayList<>(waiting);
    byName.sort(Comparator.comparing(v -> v.setting.name().toLowerCase(Locale.ROOT)));
    return byName;
  }

  /** Takes what differs from what was told last. */
  List<ParameterReport> take(Function<Variable, String> shown) {
    if (waiting.isEmpty()) {
      return List.of();
    }
    List<ParameterReport> reports = new ArrayList<>();
    for (Variable variable : inOrder()) {
      variable.awaitsReport = false;
      String value = shown.apply(variable);
      if (!value.equals(variable.lastReported)) {
        variable.lastReported = value;
        reports.add(new ParameterReport(variable.setting.name(), value));
      }
    }
    waiting.clear();
    return reports;
  }
}
