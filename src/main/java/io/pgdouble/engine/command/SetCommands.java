package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.TypeNames;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.AConst;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.TypeCast;
import io.pgdouble.engine.tree.VariableSetStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.settings.SessionSettings;
import io.pgdouble.settings.SettingScope;
import io.pgdouble.type.TypeIo;
import io.pgdouble.type.Types;
import java.util.ArrayList;
import java.util.List;

/** SET and RESET ({@code guc_funcs.c: ExecSetVariableStmt}). */
final class SetCommands {
  private final SessionMemory memory;

  SetCommands(SessionMemory memory) {
    this.memory = memory;
  }

  Completion run(VariableSetStmt node, UtilityCommand.Invocation in) {
    SessionSettings settings = memory.settings();
    SettingScope scope = node.local() ? SettingScope.LOCAL : SettingScope.SESSION;
    switch (node.kind()) {
      case SET_VALUE -> {
        warnIfLocal(node);
        String value = settings.flatten(node.name(), arguments(node.args()));
        settings.set(node.name(), value, scope);
      }
      case SET_CURRENT -> {
        warnIfLocal(node);
        settings.set(node.name(), settings.show(node.name()), scope);
      }
      case SET_MULTI -> setMulti(node, scope);
      case SET_DEFAULT -> {
        warnIfLocal(node);
        settings.reset(node.name(), scope);
      }
      case RESET -> settings.reset(node.name(), scope);
      case RESET_ALL -> settings.resetAll();
    }
    return in.done();
  }

  private void warnIfLocal(VariableSetStmt node) {
    if (node.local()) {
      memory.block().warnOutsideBlock("SET LOCAL");
    }
  }

  private void setMulti(VariableSetStmt node, SettingScope scope) {
    switch (node.name()) {
      case "TRANSACTION" -> {
        memory.block().warnOutsideBlock("SET TRANSACTION");
        setModes(node, "", scope);
      }
      case "SESSION CHARACTERISTICS" -> setModes(node, "default_", scope);
      default -> throw ErrorReport.notSimulated("SET " + node.name()).toException();
    }
  }

  private void setModes(VariableSetStmt node, String prefix, SettingScope scope) {
    SessionSettings settings = memory.settings();
    for (DefElem mode : node.modes()) {
      String name = prefix + mode.name();
      settings.set(name, settings.flatten(name, SetArguments.of(mode)), scope);
    }
  }

  private List<String> arguments(List<Expr> args) {
    List<String> texts = new ArrayList<>(args.size());
    for (Expr argument : args) {
      texts.add(argument(argument));
    }
    return texts;
  }

  private String argument(Expr argument) {
    if (argument instanceof AConst constant) {
      return SetArguments.text(constant);
    }
    if (argument instanceof TypeCast cast && cast.arg() instanceof AConst constant) {
      return "INTERVAL '" + interval(cast, SetArguments.text(constant)) + "'";
    }
    throw new IllegalStateException("unrecognized node type: " + argument);
  }

  /** The only cast that the grammar lets through: a time zone as an interval. */
  private String interval(TypeCast cast, String text) {
    TypeNames.TypeReference type =
        TypeNames.resolve(cast.typeName(), memory.analysis(memory.execution()));
    TypeIo io = Types.io(type.type());
    Object value = io.input(text, type.typmod(), memory.execution().types());
    return io.output(value, memory.execution().types());
  }
}
