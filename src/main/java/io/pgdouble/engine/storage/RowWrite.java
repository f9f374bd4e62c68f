package io.pgdouble.engine.storage;

import io.pgdouble.type.Tid;
import java.util.Arrays;

/**
 * What a committed transaction has written, as another server does it again. Source: {@code
 * heapam_xlog.h}, {@code storage_xlog.h}, {@code sequence.h}.
 */
public sealed interface RowWrite {
  /** In which file. */
  Storage.FileId file();

  /**
   * A row is there from now on.
   *
   * @param columns its values
   * @param xid who wrote it
   */
  record Put(Storage.FileId file, Tid place, Object[] columns, long xid) implements RowWrite {
    /** Whether one of the values could not be kept. */
    boolean isLossy() {
      return Arrays.asList(columns).contains(ValueCodec.Lost.VALUE);
    }
  }

  /** The row at a place is there no more, because of this transaction. */
  record End(Storage.FileId file, Tid place, long xid) implements RowWrite {}

  /** A sequence stands there, or further on. */
  record Moved(Storage.FileId file, Sequence.State state) implements RowWrite {}

  /** Nobody needs the file any more. */
  record Forgotten(Storage.FileId file) implements RowWrite {}
}
