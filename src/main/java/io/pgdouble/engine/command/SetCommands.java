package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.TypeNames;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.AConst;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.TypeCast;
import io.pgdouble.engine.tree.VariableSetStmt;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
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
      default -> throw snapshot(node);
    }
  }

  /**
   * {@code snapmgr.c: ImportSnapshot}. No transaction can have exported a snapshot, so that none
   * can be imported.
   */
  private ReportedError snapshot(VariableSetStmt node) {
    if (node.local()) {
      return new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED, "SET LOCAL TRANSACTION SNAPSHOT is not implemented");
    }
    memory.block().warnOutsideBlock("SET TRANSACTION");
    if (memory.snapshotTaken() || memory.block().isSubTransaction()) {
      return new ReportedError(
          SqlState.ACTIVE_SQL_TRANSACTION,
          "SET TRANSACTION SNAPSHOT must be called before any query");
    }
    String isolation = memory.settings().text("transaction_isolation");
    if (!isolation.equals("serializable") && !isolation.equals("repeatable read")) {
      return new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "a snapshot-importing transaction must have isolation level SERIALIZABLE or REPEATABLE"
              + " READ");
    }
    return new ReportedError(
        SqlState.INVALID_PARAMETER_VALUE,
        "invalid snapshot identifier: \"" + arguments(node.args()).get(0) + "\"");
  }

  private void setModes(VariableSetStmt node, String prefix, SettingScope scope) {
    SessionSettings settings = memory.settings();
    for (DefElem mode : node.modes()) {
      String name = prefix + mode.name();
      settings.set(name, settings.flatten(name, SetArguments.of(mode)), scope);
    }
  }

  List<String> arguments(List<Expr> args) {
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
