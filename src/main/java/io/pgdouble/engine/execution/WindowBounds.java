package io.pgdouble.engine.execution;

import io.pgdouble.engine.expression.FrameBound;
import io.pgdouble.engine.expression.WindowFrame;
import io.pgdouble.error.ErrorReport;

/**
 * The current row of a partition and the bounds of the frame around it; they only move forward
 * ({@code update_frameheadpos}, {@code update_frametailpos}).
 */
final class WindowBounds {
  private final FramePlan plan;
  private final WindowPartition partition;
  private final Object startOffset;
  private final Object endOffset;
  private long current;
  private long head;
  private long headGroup;
  private boolean headKnown;
  private long tail;
  private long tailGroup;
  private boolean tailKnown;
  private long group;
  private long groupHead;
  private long groupTail;

  WindowBounds(FramePlan plan, WindowPartition partition, Object startOffset, Object endOffset) {
    this.plan = plan;
    this.partition = partition;
    this.startOffset = startOffset;
    this.endOffset = endOffset;
  }

  WindowPartition partition() {
    return partition;
  }

  long current() {
    return current;
  }

  WindowFrame.Exclusion exclusion() {
    return plan.exclusion();
  }

  /** Goes to the next row; false if the partition has no more. */
  boolean advance() {
    if (!partition.has(current + 1)) {
      return false;
    }
    current++;
    headKnown = false;
    tailKnown = false;
    if (plan.countsGroups() && !partition.arePeers(current - 1, current)) {
      group++;
      groupHead = current;
    }
    return true;
  }

  /** The first row of the frame, whatever is excluded. */
  long head() {
    if (!headKnown) {
      head = findHead();
      headKnown = true;
    }
    return head;
  }

  private long findHead() {
    return switch (plan.start().kind()) {
      case UNBOUNDED_PRECEDING, UNBOUNDED_FOLLOWING -> 0;
      case CURRENT_ROW -> plan.mode() == WindowFrame.Mode.ROWS ? current : firstPeer();
      case OFFSET_PRECEDING, OFFSET_FOLLOWING ->
          switch (plan.mode()) {
            case ROWS -> within(shifted(plan.start().kind(), current, startOffset));
            case RANGE -> firstInRange();
            case GROUPS -> firstOfGroup(shifted(plan.start().kind(), group, startOffset));
          };
    };
  }

  /** A position before or after. Beyond all numbers, minors of the server differ. */
  private static long shifted(FrameBound.Kind kind, long from, Object offset) {
    long distance = (Long) offset;
    if (kind == FrameBound.Kind.OFFSET_PRECEDING) {
      return from - distance;
    }
    if (distance >= Long.MAX_VALUE - from) {
      throw ErrorReport.notSimulated("frames beyond all numbers").toException();
    }
    return from + distance;
  }

  /** The position, or the nearest one in the partition or right behind it. */
  private long within(long position) {
    if (position > current + 1) {
      partition.has(position - 1);
      return Math.min(position, partition.size());
    }
    return Math.max(position, 0);
  }

  private long firstPeer() {
    long first = head;
    while (partition.has(first) && !partition.arePeers(first, current)) {
      first++;
    }
    return first;
  }

  private long firstInRange() {
    long first = head;
    while (partition.has(first) && !ranging().isFrom(first, current, startOffset)) {
      first++;
    }
    return first;
  }

  private long firstOfGroup(long wanted) {
    long first = head;
    while (partition.has(first) && headGroup < wanted) {
      first++;
      if (partition.has(first) && !partition.arePeers(first - 1, first)) {
        headGroup++;
      }
    }
    return first;
  }

  private FrameRange ranging() {
    return new FrameRange(plan, partition);
  }

  /** The row behind the last of the frame, whatever is excluded. */
  long tail() {
    if (!tailKnown) {
      tail = findTail();
      tailKnown = true;
    }
    return tail;
  }

  private long findTail() {
    return switch (plan.end().kind()) {
      case UNBOUNDED_PRECEDING, UNBOUNDED_FOLLOWING -> partition.count();
      case CURRENT_ROW -> plan.mode() == WindowFrame.Mode.ROWS ? current + 1 : behindPeers(tail);
      case OFFSET_PRECEDING, OFFSET_FOLLOWING ->
          switch (plan.mode()) {
            case ROWS -> behind(shifted(plan.end().kind(), current, endOffset));
            case RANGE -> behindRange();
            case GROUPS -> behindGroup(shifted(plan.end().kind(), group, endOffset));
          };
    };
  }

  private long behind(long last) {
    return within(last + 1);
  }

  private long behindPeers(long from) {
    long behind = from;
    while (partition.has(behind) && (behind <= current || partition.arePeers(behind, current))) {
      behind++;
    }
    return behind;
  }

  private long behindRange() {
    long behind = tail;
    while (partition.has(behind) && ranging().isUpTo(behind, current, endOffset)) {
      behind++;
    }
    return behind;
  }

  private long behindGroup(long wanted) {
    long behind = tail;
    while (partition.has(behind) && tailGroup <= wanted) {
      behind++;
      if (partition.has(behind) && !partition.arePeers(behind - 1, behind)) {
        tailGroup++;
      }
    }
    return behind;
  }

  private long groupTail() {
    groupTail = behindPeers(Math.max(groupTail, groupHead));
    return groupTail;
  }

  /** Whether neither this row nor any later one is in the frame. */
  boolean isBehind(long position) {
    return plan.end().kind() == FrameBound.Kind.UNBOUNDED_FOLLOWING
        ? !partition.has(position)
        : position >= tail();
  }

  /** Whether the row, which there is, is in the frame ({@code row_is_in_frame}). */
  boolean holds(long position) {
    if (position < head() || isBehind(position)) {
      return false;
    }
    return switch (plan.exclusion()) {
      case NO_OTHERS -> true;
      case CURRENT_ROW -> position != current;
      case GROUP -> position < groupHead || position >= groupTail();
      case TIES -> position == current || position < groupHead || position >= groupTail();
    };
  }

  /** The n-th row of the frame, from 0; −1 if there is none ({@code WinGetFuncArgInFrame}). */
  long fromHead(long n) {
    long position = head() + n;
    return checked(
        switch (plan.exclusion()) {
          case NO_OTHERS -> position;
          case CURRENT_ROW -> position >= current && current >= head ? position + 1 : position;
          case GROUP -> position + hidden(position);
          case TIES -> {
            long hidden = hidden(position);
            boolean first = position == Math.max(groupHead, head);
            yield hidden == 0 ? position : first ? current : position + hidden - 1;
          }
        });
  }

  /** How many rows before a place are hidden, as the current row's group is. */
  private long hidden(long position) {
    boolean overlaps = position >= groupHead && groupTail() > head;
    return overlaps ? groupTail - Math.max(groupHead, head) : 0;
  }

  /** The last row of the frame; −1 if there is none. */
  long last() {
    long position = tail() - 1;
    return checked(
        switch (plan.exclusion()) {
          case NO_OTHERS -> position;
          case CURRENT_ROW -> position <= current && current < tail ? position - 1 : position;
          case GROUP -> position - hiddenAtEnd(position);
          case TIES -> {
            long hidden = hiddenAtEnd(position);
            boolean last = position == Math.min(groupTail, tail) - 1;
            yield hidden == 0 ? position : last ? current : position - hidden + 1;
          }
        });
  }

  private long hiddenAtEnd(long position) {
    boolean overlaps = position < groupTail() && groupHead < tail;
    return overlaps ? Math.min(groupTail, tail) - groupHead : 0;
  }

  private long checked(long position) {
    return partition.has(position) && holds(position) ? position : -1;
  }
}
