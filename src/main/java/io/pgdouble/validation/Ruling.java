package io.pgdouble.validation;

/**
 * A verdict, and where in a recording it was given.
 *
 * @param connection its name
 * @param event the index of the message, or of what happened when it was judged
 */
public record Ruling(String connection, int event, Verdict verdict) {}
