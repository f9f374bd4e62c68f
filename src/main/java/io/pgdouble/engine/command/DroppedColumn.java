package io.pgdouble.engine.command;

import io.pgdouble.error.ErrorReport;

/** A column that is no more ({@code heap.c: RemoveAttributeById}). */
record DroppedColumn(SessionMemory memory) {

  void remove(ObjectAddress column) {
    throw ErrorReport.notSimulated("dropping columns").toException();
  }
}
