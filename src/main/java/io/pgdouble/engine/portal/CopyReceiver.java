package io.pgdouble.engine.portal;

/** Where the data of COPY TO STDOUT go ({@code copyto.c: SendCopyBegin}). */
public interface CopyReceiver extends RowReceiver {

  /** Data begin. */
  void copyOut(int columns, CopyForm form);

  /** A line with its end. */
  void copyLine(String line);

  /** Data in binary form. */
  void copyBytes(byte[] bytes);

  /**
   * A value of the binary format as the frontend is sent it: what is text in its encoding.
   *
   * @param type its OID
   */
  byte[] sent(int type, byte[] bytes);

  /**
   * The same place for data in another encoding.
   *
   * @param encoding the server's name of it
   */
  CopyReceiver in(String encoding);

  /** That was all. */
  void copyDone();
}
