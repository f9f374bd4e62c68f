package io.pgdouble.engine.command;

import io.pgdouble.engine.plpgsql.Plpgsql;
import io.pgdouble.engine.plpgsql.SpiPlan;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.DoStmt;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/** DO ({@code functioncmds.c: ExecuteDoStmt}). */
final class DoCommand {
  private static final String PLPGSQL = "plpgsql";

  private final SessionSpi spi;

  DoCommand(SessionSpi spi) {
    this.spi = spi;
  }

  Completion run(DoStmt node, UtilityCommand.Invocation in) {
    Optional<String> source = option(node, "as");
    String language = option(node, "language").orElse(PLPGSQL);
    if (source.isEmpty()) {
      throw new ReportedError(SqlState.SYNTAX_ERROR, "no inline code specified");
    }
    requireInline(language);
    SpiPlan.Atomicity atomicity = spi.atomicity();
    String query = spi.query(in.source().text());
    return spi.nesting(
        query,
        atomicity,
        () -> {
          Plpgsql.run(new Plpgsql.Block(source.get(), query, atomicity), spi);
          return in.done();
        });
  }

  private static Optional<String> option(DoStmt node, String name) {
    List<DefElem> named =
        node.args().stream().filter(option -> option.name().equals(name)).toList();
    if (named.size() > 1) {
      throw ErrorReport.error(SqlState.SYNTAX_ERROR, "conflicting or redundant options")
          .withPosition(named.get(1).location() + 1)
          .toException();
    }
    return named.stream()
        .findFirst()
        .flatMap(DefElem::arg)
        .map(value -> ((StringValue) value).value());
  }

  private static void requireInline(String language) {
    if (language.equals(PLPGSQL)) {
      return;
    }
    boolean known = language.equals("sql") || language.equals("c") || language.equals("internal");
    if (known) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "language \"" + language + "\" does not support inline code execution");
    }
    throw ErrorReport.notSimulated("the language \"" + language + "\"").toException();
  }
}
