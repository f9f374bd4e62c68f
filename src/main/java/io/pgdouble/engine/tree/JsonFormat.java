package io.pgdouble.engine.tree;

/** FORMAT JSON. */
public record JsonFormat(JsonFormatType formatType, JsonEncoding encoding, int location)
    implements Clause {}
