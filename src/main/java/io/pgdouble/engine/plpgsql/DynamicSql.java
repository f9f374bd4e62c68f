package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.ParameterTypes;
import io.pgdouble.engine.plpgsql.Variables.Typed;
import io.pgdouble.engine.portal.Portal;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Optional;

/** A text computed when it is run, and the values for its parameters ({@code EXECUTE … USING}). */
record DynamicSql(PlExpression text, List<PlExpression> parameters) {

  /**
   * The text and the values.
   *
   * @param types of the values
   */
  record Computed(String text, int[] types, Object[] values) {}

  /** {@code exec_dynquery_with_params}, {@code exec_eval_using_params}. */
  Computed compute(Estate estate) {
    Typed query = estate.eval(text);
    if (query.value() == null) {
      throw PlErrors.nullValue("query string argument of EXECUTE is null");
    }
    String sql = estate.text(query);
    int[] types = new int[parameters.size()];
    Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      Typed value = estate.eval(parameters.get(i));
      int type = value.type().type();
      types[i] = type == TypeOid.UNKNOWN ? TypeOid.TEXT : type;
      values[i] = value.value();
    }
    return new Computed(sql, types, values);
  }

  /** Runs it, one statement after another. */
  SpiResult execute(Estate estate, long limit) {
    Computed computed = compute(estate);
    return estate
        .spi
        .contexts()
        .during(
            SqlContext.statement(computed.text()),
            () ->
                estate.spi.execute(
                    computed.text(),
                    computed.types(),
                    SpiPlan.Run.of(computed.values(), limit, estate.access())));
  }

  /** {@code SPI_cursor_parse_open}. */
  Portal open(Estate estate, Optional<String> name, int options) {
    Computed computed = compute(estate);
    SqlContext context = SqlContext.statement(computed.text());
    SpiPlan plan =
        estate
            .spi
            .contexts()
            .during(
                context,
                () -> estate.spi.prepare(computed.text(), ParameterTypes.fixed(computed.types())));
    Cursors.requireRows(plan);
    SpiPlan.Cursor cursor = new SpiPlan.Cursor(plan, computed.values());
    return estate.spi.contexts().during(context, () -> estate.spi.open(name, options, cursor));
  }
}
