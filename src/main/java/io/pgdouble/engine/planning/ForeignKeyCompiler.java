package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.CastEntry;
import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.OperatorEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.TableEntry.ForeignKeyEntry;
import io.pgdouble.engine.execution.Call;
import io.pgdouble.engine.execution.Evaluator;
import io.pgdouble.engine.execution.ForeignKey;
import io.pgdouble.engine.execution.KeyCasts;
import io.pgdouble.engine.execution.RelationSource;
import io.pgdouble.engine.function.CallSite;
import io.pgdouble.engine.storage.Deferral;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Optional;

/** Compiles foreign keys ({@code ri_triggers.c: ri_LoadConstraintInfo}). */
final class ForeignKeyCompiler {
  private final RelationSource relations;
  private final Catalog catalog;

  ForeignKeyCompiler(RelationSource relations) {
    this.relations = relations;
    this.catalog = relations.catalog();
  }

  ForeignKey compile(ForeignKeyEntry key) {
    return new ForeignKey(
        key.name(),
        side(key.table(), key.columns()),
        side(key.referenced(), key.referencedColumns()),
        key.index(),
        equalities(key),
        casts(key),
        key.match() == 'f' ? ForeignKey.Match.FULL : ForeignKey.Match.SIMPLE,
        action(key.onUpdate()),
        action(key.onDelete()),
        indexes(key.setColumns()),
        deferral(key),
        new ForeignKey.Firing(
            key.triggers().inserted(),
            key.triggers().updated(),
            key.triggers().deleted(),
            key.triggers().changed()));
  }

  private ForeignKey.Side side(int table, List<Integer> columns) {
    return new ForeignKey.Side(TargetTables.later(table, relations), indexes(columns));
  }

  private static int[] indexes(List<Integer> numbers) {
    return numbers.stream().mapToInt(number -> number - 1).toArray();
  }

  private static ForeignKey.Action action(char letter) {
    return switch (letter) {
      case 'r' -> ForeignKey.Action.RESTRICT;
      case 'c' -> ForeignKey.Action.CASCADE;
      case 'n' -> ForeignKey.Action.SET_NULL;
      case 'd' -> ForeignKey.Action.SET_DEFAULT;
      default -> ForeignKey.Action.NO_ACTION;
    };
  }

  private Call[] equalities(ForeignKeyEntry key) {
    return key.equalities().stream().map(this::equality).toArray(Call[]::new);
  }

  private Call equality(int oid) {
    OperatorEntry operator = catalog.operator(oid).orElseThrow();
    return FunctionCalls.of(
        catalog.proc(operator.function()),
        CallSite.of(TypeOid.BOOL, operator.left(), operator.right()));
  }

  /** From what refers to what is referred to, so that it can be looked up in the index. */
  private Evaluator[] casts(ForeignKeyEntry key) {
    RelationEntry from = catalog.relation(key.table()).orElseThrow();
    RelationEntry to = catalog.relation(key.referenced()).orElseThrow();
    Evaluator[] casts = new Evaluator[key.columns().size()];
    for (int i = 0; i < casts.length; i++) {
      int source = from.attributes().get(key.columns().get(i) - 1).type();
      int target = to.attributes().get(key.referencedColumns().get(i) - 1).type();
      casts[i] = cast(source, target);
    }
    return casts;
  }

  private Evaluator cast(int source, int target) {
    if (source == target) {
      return KeyCasts.SAME;
    }
    if (KeyCasts.isInteger(source) && KeyCasts.isInteger(target)) {
      return KeyCasts.toInteger(target);
    }
    Optional<CastEntry> cast = catalog.cast(source, target);
    if (cast.filter(one -> one.method() == 'b').isPresent()) {
      return KeyCasts.SAME;
    }
    return cast.filter(one -> one.method() == 'f' && one.context() == 'i')
        .map(one -> KeyCasts.by(call(one, source, target)))
        .orElseThrow(
            () ->
                ErrorReport.notSimulated("foreign keys between columns of these types")
                    .toException());
  }

  private Call call(CastEntry cast, int source, int target) {
    return FunctionCalls.of(catalog.proc(cast.function()), CallSite.of(target, source));
  }

  private static Optional<Deferral> deferral(ForeignKeyEntry key) {
    Deferral.Initially initially =
        key.initiallyDeferred() ? Deferral.Initially.DEFERRED : Deferral.Initially.IMMEDIATE;
    return key.deferrable() ? Optional.of(new Deferral(key.oid(), initially)) : Optional.empty();
  }
}
