package io.pgdouble.type;

/** A moment in a zone: local fields and what holds there then. */
public record ZonedFields(DateTimeFields fields, Zone.ZoneOffset offset) {}
