package io.pgdouble.engine.analysis;

import java.util.List;

/** An operator as written, and where. */
record NamedOperator(List<String> name, int location) {}
