package io.pgdouble.engine.function;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * The files of the machine that the server runs on, which are never the frontend's: {@code fd.c}.
 * Paths are canonical; relative ones begin in the data directory. What cannot be told as PostgreSQL
 * would tell it is refused. Called by many threads.
 */
public interface ServerFileSystem {

  /** Absolute; empty where the server has none. */
  Optional<String> dataDirectory();

  /** A part of a file: from an offset, which counts from the end where it is below 0. */
  byte[] read(String path, Section section) throws FileAccessException;

  /** A file as a whole, however large. */
  InputStream open(String path) throws FileAccessException;

  /** A file to write, which is empty now, whether it was there before or not. */
  OutputStream create(String path) throws FileAccessException;

  /** What is in a directory, without {@code .} and {@code ..}, in the system's order. */
  List<String> names(String path) throws FileAccessException;

  /** {@code stat}. */
  Status status(String path) throws FileAccessException;

  /**
   * A part of a file.
   *
   * @param offset of the first byte; below 0 from the end
   * @param length at most so many bytes; empty for all
   */
  record Section(long offset, Optional<Integer> length) {}

  /**
   * What the system knows of a file. Times are microseconds since 2000-01-01 UTC, in whole seconds.
   */
  record Status(long size, long access, long modification, long change, Kind kind) {}

  /** What a name stands for. */
  enum Kind {
    REGULAR,
    DIRECTORY,
    OTHER
  }
}
