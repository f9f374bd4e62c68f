package io.pgdouble.engine.command;

import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.transaction.BlockOutcome;
import io.pgdouble.engine.transaction.Chaining;
import io.pgdouble.engine.transaction.TransactionBlock;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.TransactionStmt;
import io.pgdouble.engine.tree.TransactionStmtKind;
import io.pgdouble.settings.SettingScope;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Transaction statements ({@code utility.c: standard_ProcessUtility}). */
final class TransactionCommands {
  /** {@code twophase.c: GIDSIZE}. */
  private static final int GIDSIZE = 200;

  private final SessionMemory memory;

  TransactionCommands(SessionMemory memory) {
    this.memory = memory;
  }

  Completion run(TransactionStmt node, UtilityCommand.Invocation in) {
    TransactionBlock block = memory.block();
    Chaining chaining = node.chain() ? Chaining.AND_CHAIN : Chaining.NO_CHAIN;
    switch (node.kind()) {
      case BEGIN, START -> begin(node);
      case COMMIT -> {
        return tag(block.end(chaining), in);
      }
      case ROLLBACK -> block.userAbort(chaining);
      case SAVEPOINT -> {
        block.requireBlock("SAVEPOINT");
        block.defineSavepoint(node.savepointName().orElseThrow());
      }
      case RELEASE -> {
        block.requireBlock("RELEASE SAVEPOINT");
        block.releaseSavepoint(node.savepointName().orElseThrow());
      }
      case ROLLBACK_TO -> {
        block.requireBlock("ROLLBACK TO SAVEPOINT");
        block.rollbackToSavepoint(node.savepointName().orElseThrow());
      }
      case PREPARE -> {
        ReadOnly.preventInRecovery(memory, in.source().tag());
        return tag(block.prepare(node.gid().orElse("")), in);
      }
      case COMMIT_PREPARED, ROLLBACK_PREPARED -> finishPrepared(node, in);
    }
    return in.done();
  }

  private void begin(TransactionStmt node) {
    memory.block().begin();
    for (DefElem option : node.options()) {
      List<String> values = SetArguments.of(option);
      String value = memory.settings().flatten(option.name(), values);
      memory.settings().set(option.name(), value, SettingScope.LOCAL);
    }
  }

  private static Completion tag(BlockOutcome outcome, UtilityCommand.Invocation in) {
    return outcome == BlockOutcome.ROLLBACK ? Completion.of("ROLLBACK") : in.done();
  }

  private void finishPrepared(TransactionStmt node, UtilityCommand.Invocation in) {
    ReadOnly.preventInRecovery(memory, in.source().tag());
    memory.block().preventInBlock(in.source().tag());
    memory.finishPrepared(
        node.gid().orElse(""),
        node.kind() == TransactionStmtKind.COMMIT_PREPARED
            ? BlockOutcome.COMMIT
            : BlockOutcome.ROLLBACK);
  }

  static boolean tooLong(String gid) {
    return gid.getBytes(StandardCharsets.UTF_8).length >= GIDSIZE;
  }
}
