package io.pgdouble.engine.analysis;

import java.util.List;

/**
 * What a name can refer to at this point of a query ({@code ParseNamespaceItem}).
 *
 * @param name of the relation
 * @param schema of a catalog relation without alias, otherwise empty: {@code schema.name.column}
 * @param relationOid of such a relation, 0 otherwise
 * @param rowType the type of a whole row
 * @param columns what stands for each column
 * @param relation index in the range table; −1 for a join
 * @param relationVisible whether {@code name.column} finds it
 * @param columnsVisible whether {@code column} alone finds it
 * @param lateralOnly whether only LATERAL items may refer to it
 * @param lateralOk whether a LATERAL reference to it is allowed
 */
record NamespaceItem(
    String name,
    String schema,
    int relationOid,
    int rowType,
    List<NamedColumn> columns,
    int relation,
    boolean relationVisible,
    boolean columnsVisible,
    boolean lateralOnly,
    boolean lateralOk) {

  /** The same, found by its own name only and not by those of its columns. */
  NamespaceItem columnsHidden() {
    return with(relationVisible, false, lateralOnly, lateralOk);
  }

  /** The same, found by neither its own name nor those of its columns. */
  NamespaceItem hidden() {
    return with(false, false, lateralOnly, lateralOk);
  }

  /** The same, seen only by what says LATERAL and comes behind it. */
  NamespaceItem forLateral() {
    return with(relationVisible, columnsVisible, true, lateralOk);
  }

  /** The same, on the wrong side of an outer join for a LATERAL reference. */
  NamespaceItem beyondLateral() {
    return with(relationVisible, columnsVisible, true, false);
  }

  /** The same, seen by everything in the query. */
  NamespaceItem forAll() {
    return with(relationVisible, columnsVisible, false, true);
  }

  private NamespaceItem with(
      boolean ofRelation, boolean ofColumns, boolean onlyLateral, boolean okLateral) {
    return new NamespaceItem(
        name,
        schema,
        relationOid,
        rowType,
        columns,
        relation,
        ofRelation,
        ofColumns,
        onlyLateral,
        okLateral);
  }
}
