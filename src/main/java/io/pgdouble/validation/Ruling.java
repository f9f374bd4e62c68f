package io.pgdouble.validation;

/**
 * A verdict, and where in a recording it was given.
 *
 * @param connection its name
 * @param event the index of what happened when it was given
 */
public record Ruling(String connection, int event, Verdict verdict) {}
