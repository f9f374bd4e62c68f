package io.pgdouble.engine.command;

import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.AlterSystemStmt;
import io.pgdouble.engine.tree.VariableSetStmt;
import io.pgdouble.settings.AlterSystem;
import io.pgdouble.settings.SessionSettings;
import java.util.List;
import java.util.Optional;

/** ALTER SYSTEM ({@code guc.c: AlterSystemSetConfigFile}). */
record AlterSystemCommand(SessionMemory memory, SetCommands sets) {

  Completion run(AlterSystemStmt node, UtilityCommand.Invocation in) {
    memory.block().preventInBlock("ALTER SYSTEM");
    VariableSetStmt set = node.setstmt();
    SessionSettings settings = memory.settings();
    switch (set.kind()) {
      case SET_VALUE -> {
        List<String> arguments = sets.arguments(set.args());
        write(set.name(), Optional.of(settings.flatten(set.name(), arguments)));
      }
      case SET_DEFAULT, RESET -> write(set.name(), Optional.empty());
      case RESET_ALL -> {
        AlterSystem.checkResetAll(settings);
        memory.configuration().alterSystemResetAll();
      }
      case SET_CURRENT, SET_MULTI -> throw new IllegalStateException("not in the grammar: " + set);
    }
    return in.done();
  }

  private void write(String name, Optional<String> value) {
    AlterSystem.check(memory.settings(), name, value);
    memory.configuration().alterSystem(new AlterSystem.Edit(name, value));
  }
}
