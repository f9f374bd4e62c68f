package io.pgdouble.engine.function;

import io.pgdouble.engine.authorization.AccessMode;
import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.engine.authorization.ObjectAccess;
import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.storage.Sequence;
import io.pgdouble.engine.storage.SequenceMemory.Known;
import io.pgdouble.engine.storage.SessionStorage;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.facts.UnsupportedKind;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Optional;

/** A sequence, as the catalogs and the session know it ({@code sequence.c: init_sequence}). */
final class SequenceEntry {
  /** What {@code pg_sequence_parameters} yields. */
  static final RowType PARAMETERS =
      new RowType(
          TypeOid.RECORD,
          List.of(
              field("start_value", TypeOid.INT8),
              field("minimum_value", TypeOid.INT8),
              field("maximum_value", TypeOid.INT8),
              field("increment", TypeOid.INT8),
              field("cycle_option", TypeOid.BOOL),
              field("cache_size", TypeOid.INT8),
              field("data_type", TypeOid.OID)));

  private static final String CLASSES = "pg_class";

  private final ExecutionContext context;
  private final FactRow relation;
  private final FactRow row;

  private SequenceEntry(ExecutionContext context, FactRow relation, FactRow row) {
    this.context = context;
    this.relation = relation;
    this.row = row;
  }

  private static RowType.Field field(String name, int type) {
    return new RowType.Field(name, type, -1);
  }

  static boolean exists(ExecutionContext context, long oid) {
    return context.facts().table(CLASSES).byOid(oid).isPresent();
  }

  static SequenceEntry of(ExecutionContext context, long oid) {
    FactRow relation =
        context
            .facts()
            .table(CLASSES)
            .byOid(oid)
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.UNDEFINED_TABLE, "could not open relation with OID " + oid));
    if (relation.letter("relkind") != 'S') {
      throw notSequence(context, relation);
    }
    context.storage().lock((int) oid, LockMode.ROW_EXCLUSIVE);
    FactRow row = context.facts().table("pg_sequence").byOid(oid).orElseThrow();
    return new SequenceEntry(context, relation, row);
  }

  String name() {
    return relation.text("relname");
  }

  private long oid() {
    return relation.oid("oid");
  }

  long type() {
    return row.oid("seqtypid");
  }

  Sequence.Definition definition() {
    return new Sequence.Definition(
        number("seqstart"),
        number("seqincrement"),
        number("seqmin"),
        number("seqmax"),
        number("seqcache"),
        row.bool("seqcycle"),
        relation.letter("relpersistence") == 'p');
  }

  private long number(String column) {
    return Long.parseLong(row.text(column));
  }

  private SessionStorage storage() {
    return context.storage();
  }

  private long node() {
    return relation.oid("relfilenode");
  }

  Sequence state() {
    return storage().sequence(node(), number("seqstart"));
  }

  Optional<Known> known() {
    return storage().sequences().of(oid(), node());
  }

  Optional<Known> current() {
    return storage().sequences().current(oid());
  }

  /** A value is used now. */
  void use(long value, long cached) {
    storage().sequences().use(new Known(oid(), node(), value, cached, true));
    moved();
  }

  private void moved() {
    if (relation.letter("relpersistence") == 'p') {
      storage().moved(node());
    }
  }

  /** {@code do_setval}. */
  void set(Sequence.State state) {
    boolean used = state.called() || current().isPresent();
    long last = state.called() ? state.lastValue() : current().map(Known::last).orElse(0L);
    state().set(state);
    moved();
    storage().sequences().keep(new Known(oid(), node(), last, last, used));
  }

  /** Temporary sequences may be used by whoever may only read. */
  void requireWritable(String function) {
    boolean temporary = relation.letter("relpersistence") == 't';
    if (!temporary && context.setting("transaction_read_only").filter("on"::equals).isPresent()) {
      throw new ReportedError(
          SqlState.READ_ONLY_SQL_TRANSACTION,
          "cannot execute " + function + " in a read-only transaction");
    }
  }

  /**
   * One of several has to be there ({@code pg_class_aclcheck}).
   *
   * @param letters of the privileges
   */
  void requirePrivilege(String letters) {
    SessionFacts session = context.session();
    if (session.isSuperuser()) {
      return;
    }
    Facts facts = context.facts();
    ObjectAccess access = new ObjectAccess(facts, new Membership(facts, session.database()));
    long user = access.role(session.currentUser());
    if (access.mask(Securable.SEQUENCE, relation, user, AccessMode.of(letters)) == 0) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE, "permission denied for sequence " + name());
    }
  }

  private static ReportedError notSequence(ExecutionContext context, FactRow relation) {
    String name = "\"" + relation.text("relname") + "\"";
    if (!MajorChange.SEQUENCES_ARE_OPENED_AS_SUCH.isIn(context.facts().major())) {
      return new ReportedError(SqlState.WRONG_OBJECT_TYPE, name + " is not a sequence");
    }
    return ErrorReport.error(SqlState.WRONG_OBJECT_TYPE, "cannot open relation " + name)
        .withDetail(UnsupportedKind.detail(relation.letter("relkind")))
        .toException();
  }
}
