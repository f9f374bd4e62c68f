package io.pgdouble.engine.command;

import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.CreateSeqStmt;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.RelPersistence;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;

/** CREATE SEQUENCE ({@code sequence.c: DefineSequence}). */
record CreateSequenceCommand(SessionMemory memory) {

  Completion run(CreateSeqStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    requireLogged(node.sequence());
    String name = node.sequence().relname();
    if (node.ifNotExists()) {
      CreationSchema schema = CreationSchema.of(memory, node.sequence());
      if (new ObjectNames(memory.changes().current(), schema.oid()).hasRelation(name)) {
        memory.notice(
            ErrorReport.notice(
                SqlState.DUPLICATE_TABLE, "relation \"" + name + "\" already exists, skipping"));
        return in.done();
      }
    }
    SequenceOptions options = new SequenceOptions(node.options(), "sequence");
    SequenceOptions.Values values = options.fresh(memory);
    CreationSchema schema = CreationSchema.of(memory, node.sequence());
    long oid = new SequenceRows(memory).insert(name, schema, values);
    options
        .ownedBy()
        .ifPresent(
            owner ->
                new SequenceOwner(memory)
                    .set(memory.catalog().relation((int) oid).orElseThrow(), owner));
    return in.done();
  }

  private void requireLogged(RangeVar sequence) {
    if (sequence.relpersistence() == RelPersistence.UNLOGGED
        && !MajorChange.SEQUENCES_MAY_BE_UNLOGGED.isIn(memory.changes().facts().major())) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED, "unlogged sequences are not supported");
    }
  }
}
