package io.pgdouble.engine.catalog;

import java.util.List;

/**
 * The default btree operator class of a type ({@code typcache.c}).
 *
 * @param comparison the three-way comparison
 * @param inputType the type the class is for
 * @param inRange its support functions for offsets in RANGE frames
 */
public record Ordering(
    OperatorEntry less,
    OperatorEntry equal,
    OperatorEntry greater,
    ProcEntry comparison,
    int inputType,
    List<InRange> inRange) {

  /** The support function for offsets of one type ({@code BTINRANGE_PROC}). */
  public record InRange(int offsetType, ProcEntry function) {}
}
