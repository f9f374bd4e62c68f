package io.pgdouble.engine.portal;

import io.pgdouble.error.ReportedError;

/** A COPY FROM STDIN that waits for its data ({@code copyfrom.c: CopyFrom}). */
public interface CopyInput {

  /** How many columns are copied. */
  int columns();

  /** How the frontend is to send them. */
  CopyForm form();

  /** The frontend was told to send its data. */
  void start();

  /** A piece of the data, of any size. */
  void data(byte[] bytes);

  /** No more will come: what the command came to. */
  Completion done();

  /** An error that ends it, with where it was. */
  ReportedError failed(ReportedError error);
}
