package io.pgdouble.settings;

/** One setting a frontend must be told of; the values of a ParameterStatus message. */
public record ParameterReport(String name, String value) {}
