package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.TypeNames;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.portal.Portal;
import io.pgdouble.engine.portal.PortalDefinition;
import io.pgdouble.engine.portal.PortalSettings;
import io.pgdouble.engine.prepared.PreparedStatement;
import io.pgdouble.engine.tree.CursorOption;
import io.pgdouble.engine.tree.DeallocateStmt;
import io.pgdouble.engine.tree.ExecuteStmt;
import io.pgdouble.engine.tree.PrepareStmt;
import io.pgdouble.engine.tree.RawStmt;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** PREPARE, EXECUTE and DEALLOCATE ({@code prepare.c}). */
final class PrepareCommands {
  private final SessionMemory memory;
  private final Commands commands;

  PrepareCommands(SessionMemory memory, Commands commands) {
    this.memory = memory;
    this.commands = commands;
  }

  /** {@code PrepareQuery}. */
  Completion prepare(PrepareStmt node, UtilityCommand.Invocation in) {
    if (node.name().isEmpty()) {
      throw new ReportedError(
          SqlState.INVALID_PSTATEMENT_DEFINITION, "invalid statement name: must not be empty");
    }
    int[] types = new int[node.argtypes().size()];
    for (int i = 0; i < types.length; i++) {
      types[i] =
          TypeNames.resolve(node.argtypes().get(i), memory.analysis(memory.execution())).type();
    }
    PreparedStatement prepared =
        commands.prepareInner(new RawStmt(node.query(), 0, 0), in.source().text(), types);
    memory.prepared().store(node.name(), prepared);
    return in.done();
  }

  /** {@code ExecuteQuery}. */
  Completion execute(ExecuteStmt node, UtilityCommand.Invocation in) {
    PreparedStatement prepared = memory.prepared().get(node.name());
    Object[] parameters = new ExecuteParameters(memory).values(node, prepared);
    PortalDefinition definition = commands.bind(prepared, parameters);
    Portal portal =
        memory
            .portals()
            .createHidden(
                definition,
                new PortalSettings(
                    CursorOption.NO_SCROLL,
                    memory.block().level().id(),
                    memory.statementStart(),
                    false));
    return portal
        .run(memory.block().level().id(), Long.MAX_VALUE, in.receiver())
        .orElseThrow(() -> new IllegalStateException("portal did not run to completion"));
  }

  /** {@code DeallocateQuery}. */
  Completion deallocate(DeallocateStmt node, UtilityCommand.Invocation in) {
    if (node.name().isEmpty()) {
      memory.prepared().dropAll();
      return in.done();
    }
    String name = node.name().get();
    memory.prepared().get(name);
    memory.prepared().drop(name);
    return in.done();
  }
}
