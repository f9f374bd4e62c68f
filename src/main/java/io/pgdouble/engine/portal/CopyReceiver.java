package io.pgdouble.engine.portal;

/** Where the data of COPY TO STDOUT go ({@code copyto.c: SendCopyBegin}). */
public interface CopyReceiver extends RowReceiver {

  /** Data begin. */
  void copyOut(int columns);

  /** A line with its end. */
  void copyLine(String line);

  /** That was all. */
  void copyDone();
}
