package io.pgdouble.engine.command;

import java.util.List;

/** A query string and its statements; none where it is empty or holds only comments. */
public record ParsedQuery(String text, List<ParsedStatement> statements) {}
