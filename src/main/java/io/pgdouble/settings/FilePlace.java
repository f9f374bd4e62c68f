package io.pgdouble.settings;

/**
 * Where something stands that was read.
 *
 * @param file absolute
 * @param line from 1
 */
public record FilePlace(String file, int line) {}
