package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.analysis.ColumnCollations;
import io.pgdouble.engine.analysis.TypeNames;
import io.pgdouble.engine.command.TableDraft.ColumnDraft;
import io.pgdouble.engine.command.TableDraft.SequenceDraft;
import io.pgdouble.engine.tree.ColumnDef;
import io.pgdouble.engine.tree.ConstrType;
import io.pgdouble.engine.tree.Constraint;
import io.pgdouble.engine.tree.ConstraintAttributes;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One column's definition ({@code parse_utilcmd.c: transformColumnDefinition}). */
final class ColumnTransformer {
  private static final Map<String, Integer> SERIAL =
      Map.of(
          "smallserial", TypeOid.INT2,
          "serial2", TypeOid.INT2,
          "serial", TypeOid.INT4,
          "serial4", TypeOid.INT4,
          "bigserial", TypeOid.INT8,
          "serial8", TypeOid.INT8);

  private final AnalysisContext context;
  private final TableDraft table;
  private final ColumnDef column;
  private boolean sawNullable;
  private boolean notNull;

  /** Something before makes the column NOT NULL, and NULL conflicts with that. */
  private boolean neededNotNull;

  private Optional<Expr> defaultValue = Optional.empty();
  private Optional<Expr> generation = Optional.empty();
  private Optional<Integer> serial = Optional.empty();
  private Optional<SequenceDraft> sequence = Optional.empty();
  private int type;

  ColumnTransformer(AnalysisContext context, TableDraft table, ColumnDef column) {
    this.context = context;
    this.table = table;
    this.column = column;
  }

  void run() {
    TypeName name = unserial(column.typeName().orElseThrow());
    if (column.storage().isPresent() || column.compression().isPresent()) {
      throw ErrorReport.notSimulated("STORAGE and COMPRESSION").toException();
    }
    TypeNames.TypeReference type = TypeNames.resolve(name, context);
    this.type = type.type();
    serial.ifPresent(this::addSerial);
    neededNotNull = serial.isPresent() && notNullIsConstraint();
    int collation = ColumnCollations.of(context, type.type(), column.collClause());
    List<Constraint> constraints = new ConstraintWords(column.constraints()).merged();
    for (Constraint constraint : constraints) {
      add(constraint);
    }
    serial.ifPresent(integer -> checkSerial());
    table.columns.add(
        new ColumnDraft(
            column.colname(),
            type.type(),
            type.typmod(),
            collation,
            name.arrayBounds().size(),
            notNull,
            defaultValue,
            generation,
            sequence,
            TableDraft.Origin.HERE));
  }

  /** A serial type is a word for an integer with a sequence. */
  private TypeName unserial(TypeName written) {
    boolean named = written.names().size() == 1 && SERIAL.containsKey(written.names().get(0));
    if (!named || written.pctType()) {
      return written;
    }
    if (!written.arrayBounds().isEmpty()) {
      throw ErrorReport.error(SqlState.FEATURE_NOT_SUPPORTED, "array of serial is not implemented")
          .withPosition(written.location() + 1)
          .toException();
    }
    serial = Optional.of(SERIAL.get(written.names().get(0)));
    String integer =
        serial.get() == TypeOid.INT2 ? "int2" : serial.get() == TypeOid.INT4 ? "int4" : "int8";
    return new TypeName(
        List.of("pg_catalog", integer), false, false, List.of(), List.of(), written.location());
  }

  private void addSerial(int integer) {
    sequence = Optional.of(sequence(List.of(), ""));
  }

  /** Its default and its NOT NULL come after what was written, and stand nowhere. */
  private void checkSerial() {
    if (defaultValue.isPresent()) {
      throw unplaced("multiple default values specified for column " + shown());
    }
    if (sequence.filter(one -> !one.identity().isEmpty()).isPresent()) {
      throw unplaced("both default and identity specified for column " + shown());
    }
    if (generation.isPresent()) {
      throw unplaced("both default and generation expression specified for column " + shown());
    }
    if (sawNullable && !notNull) {
      throw unplaced("conflicting NULL/NOT NULL declarations for column " + shown());
    }
    notNull = true;
  }

  private boolean notNullIsConstraint() {
    return MajorChange.NOT_NULL_IS_A_CONSTRAINT.isIn(context.catalog().facts().major());
  }

  private static ReportedError unplaced(String message) {
    return new ReportedError(SqlState.SYNTAX_ERROR, message);
  }

  private SequenceDraft sequence(List<DefElem> options, String identity) {
    SequenceOptions given =
        new SequenceOptions(options, identity.isEmpty() ? "sequence" : "identity column");
    SequenceOptions.checkType(type, identity.isEmpty() ? "sequence" : "identity column");
    String name =
        new ObjectNames(context.catalog().facts(), table.schema.oid())
            .relation(table.table, column.colname(), "seq");
    return new SequenceDraft(name, given.ofType(type), identity);
  }

  private void identity(Constraint constraint) {
    if (sequence.filter(one -> !one.identity().isEmpty()).isPresent()) {
      throw at(constraint, "multiple identity specifications for column " + shown());
    }
    sequence = Optional.of(sequence(constraint.options(), constraint.details().generatedWhen()));
    if (sawNullable && !notNull) {
      throw at(constraint, "conflicting NULL/NOT NULL declarations for column " + shown());
    }
    sawNullable = true;
    notNull = true;
  }

  private void add(Constraint constraint) {
    switch (constraint.contype()) {
      case NULL -> nullable(constraint, false);
      case NOTNULL -> nullable(constraint, true);
      case DEFAULT -> {
        refuseSecond(constraint, defaultValue, "multiple default values");
        defaultValue = constraint.rawExpr();
      }
      case GENERATED -> {
        refuseSecond(constraint, generation, "multiple generation clauses");
        generation = constraint.rawExpr();
      }
      case CHECK -> table.checks.add(constraint);
      case PRIMARY -> {
        needNotNull(constraint);
        table.keys.add(withKey(constraint));
      }
      case UNIQUE -> table.keys.add(withKey(constraint));
      case FOREIGN -> table.foreignKeys.add(withKeys(constraint, List.of(column.colname())));
      case IDENTITY -> identity(constraint);
      case EXCLUSION -> throw ErrorReport.notSimulated("exclusion constraints").toException();
      case ATTR_DEFERRABLE, ATTR_NOT_DEFERRABLE, ATTR_DEFERRED, ATTR_IMMEDIATE ->
          throw new IllegalStateException("words of constraints are merged");
    }
    boolean identity = sequence.filter(one -> !one.identity().isEmpty()).isPresent();
    boolean valued = defaultValue.isPresent();
    refuseBoth(constraint, valued && identity, "default and identity");
    refuseBoth(constraint, valued && generation.isPresent(), "default and generation expression");
    refuseBoth(
        constraint, identity && generation.isPresent(), "identity and generation expression");
  }

  private void refuseBoth(Constraint constraint, boolean both, String what) {
    if (both) {
      throw at(constraint, "both " + what + " specified for column " + shown());
    }
  }

  /** A primary key needs it, which is looked at here since NOT NULL is a constraint. */
  private void needNotNull(Constraint key) {
    if (notNullIsConstraint()) {
      if (sawNullable && !notNull) {
        throw at(key, "conflicting NULL/NOT NULL declarations for column " + shown());
      }
      neededNotNull = true;
    }
  }

  private void nullable(Constraint constraint, boolean not) {
    if (sawNullable && notNull != not || neededNotNull && !not) {
      throw at(constraint, "conflicting NULL/NOT NULL declarations for column " + shown());
    }
    sawNullable = true;
    notNull = not;
  }

  private void refuseSecond(Constraint constraint, Optional<?> first, String what) {
    if (first.isPresent()) {
      throw at(constraint, what + " specified for column " + shown());
    }
  }

  private String shown() {
    return "\"" + column.colname() + "\" of table \"" + table.table + "\"";
  }

  private static ReportedError at(Constraint constraint, String message) {
    return ErrorReport.error(SqlState.SYNTAX_ERROR, message)
        .withPosition(constraint.location() + 1)
        .toException();
  }

  /** A key of this column alone. */
  private Constraint withKey(Constraint constraint) {
    return constraint.keys().isEmpty()
        ? withKeys(constraint, List.of(column.colname()))
        : constraint;
  }

  static Constraint withKeys(Constraint constraint, List<String> keys) {
    return new Constraint(
        constraint.contype(),
        constraint.conname(),
        constraint.rawExpr(),
        keys,
        constraint.including(),
        constraint.options(),
        constraint.attributes(),
        constraint.details(),
        constraint.location());
  }

  /** {@code transformConstraintAttrs}: DEFERRABLE and its like belong to what stands before. */
  private record ConstraintWords(List<Constraint> constraints) {
    private static final Set<ConstrType> DEFERRABLE =
        Set.of(ConstrType.PRIMARY, ConstrType.UNIQUE, ConstrType.EXCLUSION, ConstrType.FOREIGN);

    List<Constraint> merged() {
      List<Constraint> merged = new ArrayList<>();
      Set<ConstrType> seen = new java.util.HashSet<>();
      for (Constraint constraint : constraints) {
        Optional<String> word = word(constraint.contype());
        if (word.isEmpty()) {
          merged.add(constraint);
          seen.clear();
        } else {
          apply(constraint, word.get(), merged, seen);
        }
      }
      return merged;
    }

    private static Optional<String> word(ConstrType type) {
      return switch (type) {
        case ATTR_DEFERRABLE -> Optional.of("DEFERRABLE");
        case ATTR_NOT_DEFERRABLE -> Optional.of("NOT DEFERRABLE");
        case ATTR_DEFERRED -> Optional.of("INITIALLY DEFERRED");
        case ATTR_IMMEDIATE -> Optional.of("INITIALLY IMMEDIATE");
        case NULL,
            NOTNULL,
            DEFAULT,
            IDENTITY,
            GENERATED,
            CHECK,
            PRIMARY,
            UNIQUE,
            EXCLUSION,
            FOREIGN ->
            Optional.empty();
      };
    }

    private static void apply(
        Constraint word, String text, List<Constraint> merged, Set<ConstrType> seen) {
      if (merged.isEmpty() || !DEFERRABLE.contains(merged.get(merged.size() - 1).contype())) {
        throw at(word, "misplaced " + text + " clause");
      }
      boolean aboutTime =
          word.contype() == ConstrType.ATTR_DEFERRED || word.contype() == ConstrType.ATTR_IMMEDIATE;
      if (seen.stream().anyMatch(one -> isAboutTime(one) == aboutTime)) {
        throw at(
            word,
            aboutTime
                ? "multiple INITIALLY IMMEDIATE/DEFERRED clauses not allowed"
                : "multiple DEFERRABLE/NOT DEFERRABLE clauses not allowed");
      }
      boolean never = seen.contains(ConstrType.ATTR_NOT_DEFERRABLE);
      boolean deferred = seen.contains(ConstrType.ATTR_DEFERRED);
      if (never && word.contype() == ConstrType.ATTR_DEFERRED
          || deferred && word.contype() == ConstrType.ATTR_NOT_DEFERRABLE) {
        throw at(word, "constraint declared INITIALLY DEFERRED must be DEFERRABLE");
      }
      seen.add(word.contype());
      int last = merged.size() - 1;
      merged.set(last, with(merged.get(last), word.contype()));
    }

    private static boolean isAboutTime(ConstrType type) {
      return type == ConstrType.ATTR_DEFERRED || type == ConstrType.ATTR_IMMEDIATE;
    }

    private static Constraint with(Constraint constraint, ConstrType word) {
      ConstraintAttributes before = constraint.attributes();
      boolean deferred = before.initdeferred() || word == ConstrType.ATTR_DEFERRED;
      boolean deferrable =
          before.deferrable()
              || word == ConstrType.ATTR_DEFERRABLE
              || word == ConstrType.ATTR_DEFERRED;
      return new Constraint(
          constraint.contype(),
          constraint.conname(),
          constraint.rawExpr(),
          constraint.keys(),
          constraint.including(),
          constraint.options(),
          new ConstraintAttributes(
              deferrable, deferred, before.skipValidation(), before.noInherit()),
          constraint.details(),
          constraint.location());
    }
  }
}
