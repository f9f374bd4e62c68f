package io.pgdouble.log;

/**
 * How much a process has logged when it logs something, that included. Each form counts for itself:
 * a text has many lines, the others have one a report.
 *
 * @param line of the first line of the text
 */
public record LogNumbers(long line, long csv, long json) {}
