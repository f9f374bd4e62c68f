package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The door of this room ({@code pl_handler.c}). */
public final class Plpgsql {
  private Plpgsql() {}

  /**
   * A block without a name.
   *
   * @param query the string that it stands in, where errors point into
   */
  public record Block(String source, String query, SpiPlan.Atomicity atomicity) {}

  /** Compiles a block and runs it ({@code plpgsql_inline_handler}). */
  public static void run(Block block, Spi spi) {
    FunctionSource.SyntaxCheck check = PlSettings.syntaxCheck(spi.execution());
    PlFunction function =
        compile(FunctionSource.inline(block.source(), check), Optional.of(block.query()), spi);
    Estate estate = new Estate(spi, function, block.atomicity());
    estate.variables.set(function.found(), false);
    spi.contexts().during(estate, () -> estate.runWhole(function.body()));
  }

  /** {@code do_compile}, {@code plpgsql_compile_inline}. */
  private static PlFunction compile(FunctionSource source, Optional<String> query, Spi spi) {
    AnalysisContext analysis = spi.analysis();
    PlSettings.refuseExtraChecks(spi.execution());
    Compilation compilation = new Compilation(source, analysis, spi.parserSettings());
    return spi.contexts()
        .during(
            new CompileContext(compilation, query),
            () -> compiled(compilation, List.of(), Ending.RETURNS));
  }

  /** Whether a routine may do without RETURN. */
  enum Ending {
    RETURNS,
    MUST_RETURN
  }

  /** Compiles what the parameters of are variables already. */
  static PlFunction compiled(Compilation compilation, List<Datum> arguments, Ending ending) {
    Datum.Scalar found =
        (Datum.Scalar) compilation.declare("found", 0, compilation.type(TypeOid.BOOL));
    BlockStatement body = new PlParser(compilation).function();
    return new PlFunction(
        compilation.function,
        List.copyOf(compilation.datums),
        ending == Ending.RETURNS ? withReturn(body, compilation) : body,
        compilation.preference,
        compilation.strictParameters,
        found,
        arguments,
        compilation.out);
  }

  /** {@code add_dummy_return}. */
  private static BlockStatement withReturn(BlockStatement body, Compilation compilation) {
    BlockStatement outer =
        body.hasHandlersOrLabel()
            ? new BlockStatement(
                new BlockStatement.Head(0, Optional.empty(), List.of()),
                List.of(body),
                Optional.empty())
            : body;
    List<PlStatement> statements = new ArrayList<>(outer.body());
    boolean returns =
        !statements.isEmpty() && statements.get(statements.size() - 1) instanceof ReturnStatement;
    if (!returns) {
      statements.add(new ReturnStatement(0, compilation.out, Optional.empty()));
    }
    return outer.withBody(statements);
  }
}
