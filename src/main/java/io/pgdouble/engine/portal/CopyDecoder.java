package io.pgdouble.engine.portal;

/** Reads COPY data in the frontend's encoding. */
public interface CopyDecoder {

  /**
   * The text.
   *
   * @throws io.pgdouble.error.ReportedError 22021 for bytes that are none
   */
  String decode(byte[] bytes);

  /**
   * A value of the binary format as its type's receive function takes it: what is text in the
   * server's encoding.
   *
   * @param type its OID
   */
  byte[] received(int type, byte[] bytes);

  /**
   * What reads data in another encoding.
   *
   * @param encoding the server's name of it
   */
  CopyDecoder in(String encoding);
}
