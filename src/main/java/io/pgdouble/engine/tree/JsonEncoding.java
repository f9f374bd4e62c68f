package io.pgdouble.engine.tree;

/** The ENCODING of a JSON format. */
public enum JsonEncoding {
  DEFAULT,
  UTF8,
  UTF16,
  UTF32
}
