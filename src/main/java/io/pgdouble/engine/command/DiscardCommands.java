package io.pgdouble.engine.command;

import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.DiscardStmt;
import io.pgdouble.settings.SettingScope;
import java.util.Optional;

/** DISCARD ({@code discard.c}). There are no plans to throw away. */
final class DiscardCommands {
  private final SessionMemory memory;

  DiscardCommands(SessionMemory memory) {
    this.memory = memory;
  }

  Completion discard(DiscardStmt node, UtilityCommand.Invocation in) {
    switch (node.target()) {
      case ALL -> discardAll();
      case SEQUENCES -> memory.execution().storage().sequences().discard();
      case TEMP -> new TemporaryRelations(memory).drop();
      case PLANS -> {}
    }
    return in.done();
  }

  private void discardAll() {
    memory.block().preventInBlock("DISCARD ALL");
    memory.portals().dropAll();
    memory.settings().reset("session_authorization", SettingScope.SESSION);
    memory.settings().resetAll();
    memory.prepared().dropAll();
    memory.execution().notifications().unlisten(Optional.empty());
    memory.storage().advisoryLocks().unlockAll();
    new TemporaryRelations(memory).drop();
    memory.execution().storage().sequences().discard();
  }
}
