package io.pgdouble.engine.command;

import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.portal.Portal;
import io.pgdouble.engine.portal.PortalDefinition;
import io.pgdouble.engine.portal.PortalSettings;
import io.pgdouble.engine.portal.PortalWork;
import io.pgdouble.engine.portal.RowReceiver;
import io.pgdouble.engine.prepared.PlannableQuery;
import io.pgdouble.engine.tree.ClosePortalStmt;
import io.pgdouble.engine.tree.CursorOption;
import io.pgdouble.engine.tree.DeclareCursorStmt;
import io.pgdouble.engine.tree.FetchStmt;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Optional;

/** DECLARE, FETCH, MOVE and CLOSE ({@code portalcmds.c}). */
final class CursorCommands {
  private final SessionMemory memory;

  CursorCommands(SessionMemory memory) {
    this.memory = memory;
  }

  /**
   * {@code analyze.c: transformDeclareCursorStmt}.
   *
   * @throws ReportedError 42P11 for options that exclude each other
   */
  static void checkOptions(DeclareCursorStmt node) {
    if (has(node, CursorOption.SCROLL) && has(node, CursorOption.NO_SCROLL)) {
      throw cannotBoth("SCROLL and NO SCROLL");
    }
    if (has(node, CursorOption.ASENSITIVE) && has(node, CursorOption.INSENSITIVE)) {
      throw cannotBoth("ASENSITIVE and INSENSITIVE");
    }
  }

  private static boolean has(DeclareCursorStmt node, int option) {
    return (node.options() & option) != 0;
  }

  private static ReportedError cannotBoth(String options) {
    return new ReportedError(SqlState.INVALID_CURSOR_DEFINITION, "cannot specify both " + options);
  }

  /** {@code PerformCursorOpen}. */
  Completion declare(DeclareCursorStmt node, UtilityCommand.Invocation in) {
    requireName(node.portalname());
    if (!has(node, CursorOption.HOLD)) {
      memory.block().requireBlock("DECLARE CURSOR");
    }
    PlannableQuery query = in.plannable().orElseThrow();
    Plan plan = query.plans().plan(in.parameters(), memory.execution());
    plan.checkPermissions(memory.execution());
    PortalDefinition definition =
        new PortalDefinition(
            in.source().text(),
            "SELECT",
            Optional.of(node.query()),
            Optional.of(query.columns()),
            new PortalWork.Select(Runs.of(plan, in.parameters(), memory)),
            plan.isLight());
    PortalSettings settings =
        new PortalSettings(
            withScrolling(node.options(), plan),
            memory.block().level().id(),
            memory.statementStart(),
            true);
    memory.portals().create(node.portalname(), definition, settings);
    return in.done();
  }

  /** Without SCROLL or NO SCROLL a cursor can go back where that costs nothing. */
  private static int withScrolling(int options, Plan plan) {
    if ((options & (CursorOption.SCROLL | CursorOption.NO_SCROLL)) != 0) {
      return options;
    }
    return options | (plan.supportsBackwardScan() ? CursorOption.SCROLL : CursorOption.NO_SCROLL);
  }

  /** {@code PerformPortalFetch}. */
  Completion fetch(FetchStmt node, UtilityCommand.Invocation in) {
    requireName(node.portalname());
    Portal portal = find(node.portalname());
    RowReceiver receiver = node.move() ? RowReceiver.NONE : in.receiver();
    long rows =
        portal.fetch(
            memory.block().level().id(),
            new Portal.FetchStep(node.direction(), node.howMany()),
            receiver);
    return new Completion(in.source().tag(), rows);
  }

  /** {@code PerformPortalClose}. */
  Completion close(ClosePortalStmt node, UtilityCommand.Invocation in) {
    if (node.portalname().isEmpty()) {
      memory.portals().dropAll();
      return in.done();
    }
    requireName(node.portalname().get());
    memory.portals().drop(find(node.portalname().get()));
    return in.done();
  }

  private Portal find(String name) {
    return memory
        .portals()
        .find(name)
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_CURSOR, "cursor \"" + name + "\" does not exist"));
  }

  private static void requireName(String name) {
    if (name.isEmpty()) {
      throw new ReportedError(
          SqlState.INVALID_CURSOR_NAME, "invalid cursor name: must not be empty");
    }
  }
}
