package io.pgdouble.engine.command;

import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.VariableShowStmt;
import io.pgdouble.settings.SessionSettings;
import io.pgdouble.settings.ShownSetting;
import java.util.List;

/** SHOW ({@code guc_funcs.c: GetPGVariable}). */
final class ShowCommands {
  private static final int TEXT = 25;
  private static final String ALL = "all";

  private ShowCommands() {}

  static List<OutputColumn> columns(VariableShowStmt node, SessionSettings settings) {
    if (node.name().equalsIgnoreCase(ALL)) {
      return List.of(column("name"), column("setting"), column("description"));
    }
    settings.show(node.name());
    return List.of(column(settings.setting(node.name()).name()));
  }

  private static OutputColumn column(String name) {
    return new OutputColumn(name, TEXT, -1, -1, 0, 0, TEXT);
  }

  static Completion run(
      VariableShowStmt node, SessionSettings settings, UtilityCommand.Invocation in) {
    in.receiver().start(columns(node, settings));
    if (!node.name().equalsIgnoreCase(ALL)) {
      in.receiver().row(new Object[] {settings.show(node.name())});
      return in.done();
    }
    for (ShownSetting shown : settings.showAll()) {
      in.receiver().row(new Object[] {shown.name(), shown.setting(), shown.description()});
    }
    return in.done();
  }
}
