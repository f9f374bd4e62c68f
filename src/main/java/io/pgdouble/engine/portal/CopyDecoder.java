package io.pgdouble.engine.portal;

/** Reads a line of COPY data in the frontend's encoding. */
@FunctionalInterface
public interface CopyDecoder {

  /**
   * The text.
   *
   * @throws io.pgdouble.error.ReportedError 22021 for bytes that are none
   */
  String decode(byte[] bytes);
}
