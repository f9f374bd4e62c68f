package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.AlterSeqStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.Map;
import java.util.Optional;

/** ALTER SEQUENCE with options ({@code sequence.c: AlterSequence}); RESTART is refused. */
record AlterSequenceCommand(SessionMemory memory) {

  Completion run(AlterSeqStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    String name = node.sequence().relname();
    Optional<RelationEntry> found =
        new RelationLookup(memory).find(node.sequence().schemaname(), name);
    if (found.isEmpty() && node.missingOk()) {
      memory.notice(
          ErrorReport.notice(
              SqlState.SUCCESSFUL_COMPLETION,
              "relation \"" + name + "\" does not exist, skipping"));
      return in.done();
    }
    RelationEntry sequence = found.orElseGet(() -> missing(node));
    if (sequence.kind() != 'S') {
      throw new ReportedError(SqlState.WRONG_OBJECT_TYPE, "\"" + name + "\" is not a sequence");
    }
    new ObjectRights(memory).checkOwner(ObjectRights.SEQUENCE, sequence.oid());
    change(sequence, new SequenceOptions(node.options(), "sequence"));
    return in.done();
  }

  private RelationEntry missing(AlterSeqStmt node) {
    throw new RelationLookup(memory).missing(node.sequence());
  }

  void change(RelationEntry sequence, SequenceOptions options) {
    CatalogRows rows = new CatalogRows(memory.changes());
    String key = Integer.toUnsignedString(sequence.oid());
    FactRow row = rows.facts().table("pg_sequence").byOid(Long.parseLong(key)).orElseThrow();
    SequenceOptions.Values before = SequenceOptions.Values.of(row);
    SequenceOptions.Values changed = options.changed(memory, before);
    Map<String, String> after = changed.row();
    options
        .restart(changed)
        .ifPresent(
            value ->
                new FileRenewal(memory).restart(Integer.toUnsignedLong(sequence.oid()), value));
    after.forEach((column, value) -> rows.change("pg_sequence", key, column, Optional.of(value)));
    options.ownedBy().ifPresent(owner -> new SequenceOwner(memory).set(sequence, owner));
  }
}
