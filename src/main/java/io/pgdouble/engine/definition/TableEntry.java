package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a table's definition says beyond its columns ({@code Relation} of {@code rel.h}).
 * Expressions refer to the table's own columns as those of relation 0.
 *
 * @param defaults by the columns' numbers; of generated columns what generates them
 * @param checks in the order in which they are checked, which is that of their names
 * @param indexes in the order of their OIDs
 * @param references the foreign keys of this table
 * @param referencing the foreign keys of others, and its own, that refer to this table
 * @param triggers in the order of their names, without those by which foreign keys are kept
 */
public record TableEntry(
    RelationEntry relation,
    Map<Integer, Expression> defaults,
    List<CheckEntry> checks,
    List<IndexEntry> indexes,
    List<ForeignKeyEntry> references,
    List<ForeignKeyEntry> referencing,
    List<TriggerEntry> triggers) {

  /** A CHECK constraint. */
  public record CheckEntry(int oid, String name, Expression expression, boolean validated) {}

  /**
   * An index, or a constraint that one enforces.
   *
   * @param columns the key's
   * @param included numbers of columns that are stored beside the key
   * @param nullsNotDistinct whether nulls are equal to each other here
   * @param constraint the constraint's OID, 0 where there is none
   * @param deferrable whether uniqueness may wait until the end of the transaction
   */
  public record IndexEntry(
      int oid,
      String name,
      String accessMethod,
      List<IndexColumn> columns,
      List<Integer> included,
      Optional<Expression> predicate,
      boolean unique,
      boolean primary,
      boolean nullsNotDistinct,
      int constraint,
      boolean deferrable,
      boolean initiallyDeferred) {}

  /**
   * A column of an index's key.
   *
   * @param attribute number of the table's column, 0 where it is an expression
   * @param value the column or the expression
   */
  public record IndexColumn(
      int attribute,
      Expression value,
      int operatorClass,
      int collation,
      boolean descending,
      boolean nullsFirst) {}

  /**
   * A foreign key.
   *
   * @param columns of the referencing table, by number
   * @param referencedColumns of the referenced table, each for one of the former
   * @param index the unique index of the referenced table
   * @param equalities OIDs of the operators that compare referenced with referencing columns
   * @param match s simple, f full
   * @param onUpdate a no action, r restrict, c cascade, n set null, d set default
   * @param setColumns the columns that ON DELETE SET sets; empty for all
   * @param triggers when the triggers by which it is kept fire
   */
  public record ForeignKeyEntry(
      int oid,
      String name,
      int table,
      List<Integer> columns,
      int referenced,
      List<Integer> referencedColumns,
      int index,
      List<Integer> equalities,
      char match,
      char onUpdate,
      char onDelete,
      List<Integer> setColumns,
      boolean deferrable,
      boolean initiallyDeferred,
      boolean validated,
      KeyTriggers triggers) {}

  /**
   * {@code tgenabled} of the triggers by which a foreign key is kept.
   *
   * @param inserted upon a row that refers to another
   * @param updated upon one that now refers to another
   * @param deleted upon a row that others may refer to
   * @param changed upon one that gets another key
   */
  public record KeyTriggers(char inserted, char updated, char deleted, char changed) {}
}
