package io.pgdouble.engine.command;

import io.pgdouble.engine.notification.SessionNotifications;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.ListenStmt;
import io.pgdouble.engine.tree.NotifyStmt;
import io.pgdouble.engine.tree.UnlistenStmt;

/** LISTEN, NOTIFY and UNLISTEN ({@code utility.c: standard_ProcessUtility}). */
record NotificationCommands(SessionMemory memory) {

  private SessionNotifications notifications() {
    return memory.execution().notifications();
  }

  Completion listen(ListenStmt node, UtilityCommand.Invocation in) {
    ReadOnly.preventInRecovery(memory, in.source().tag());
    notifications().listen(node.conditionname());
    return in.done();
  }

  Completion notify(NotifyStmt node, UtilityCommand.Invocation in) {
    ReadOnly.preventInRecovery(memory, in.source().tag());
    notifications().notify(node.conditionname(), node.payload().orElse(""));
    return in.done();
  }

  Completion unlisten(UnlistenStmt node, UtilityCommand.Invocation in) {
    notifications().unlisten(node.conditionname());
    return in.done();
  }
}
