package io.pgdouble.engine.prepared;

import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.planning.PlanSource;
import java.util.List;

/** An analysed query and the plans made for it. */
public record PlannableQuery(List<OutputColumn> columns, PlanSource plans) {}
