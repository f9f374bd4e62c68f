package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.plpgsql.Variables.Typed;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import java.util.List;
import java.util.Optional;

/** A block ({@code exec_stmt_block}). */
final class BlockStatement extends PlStatement {
  private final Optional<String> label;
  private final List<Datum.Variable> declared;
  private final List<PlStatement> body;
  private final Optional<Handlers> handlers;

  BlockStatement(Head head, List<PlStatement> body, Optional<Handlers> handlers) {
    super(head.line());
    this.label = head.label();
    this.declared = head.declared();
    this.body = List.copyOf(body);
    this.handlers = handlers;
  }

  /** What stands before BEGIN. */
  record Head(int line, Optional<String> label, List<Datum.Variable> declared) {}

  /** A WHEN: the codes it catches, and what it does then. */
  record Handler(List<Condition> conditions, List<PlStatement> action) {}

  /** What stands behind EXCEPTION, and the variables that tell of the error. */
  record Handlers(Datum.Scalar state, Datum.Scalar message, List<Handler> all) {}

  @Override
  String typeName() {
    return "statement block";
  }

  boolean hasHandlersOrLabel() {
    return handlers.isPresent() || label.isPresent();
  }

  List<PlStatement> body() {
    return body;
  }

  /** The same block with another body. */
  BlockStatement withBody(List<PlStatement> other) {
    return new BlockStatement(new Head(line, label, declared), other, handlers);
  }

  @Override
  Outcome run(Estate estate) {
    estate.does("during statement block local variable initialization");
    for (Datum.Variable variable : declared) {
      estate.initializes(variable);
      initialize(estate, variable);
    }
    estate.initializes(null);
    Outcome outcome = handlers.isPresent() ? guarded(estate, handlers.get()) : plain(estate);
    estate.does("");
    boolean mine =
        outcome == Outcome.EXIT && estate.exitLabel.isPresent() && estate.exitLabel.equals(label);
    if (mine) {
      estate.exitLabel = Optional.empty();
    }
    return mine ? Outcome.OK : outcome;
  }

  private Outcome plain(Estate estate) {
    estate.does("");
    return estate.run(body);
  }

  private static void initialize(Estate estate, Datum.Variable variable) {
    if (variable instanceof Datum.Scalar) {
      estate.variables.set(variable, null);
    }
    if (variable.defaultValue != null) {
      estate.assignment.expression(variable, variable.defaultValue);
    } else if (variable instanceof Datum.Scalar) {
      estate.assignment.value(variable, Typed.missing());
    } else {
      estate.assignment.clear(variable);
    }
  }

  private Outcome guarded(Estate estate, Handlers handlers) {
    estate.does("during statement block entry");
    Optional<ErrorReport> before = estate.caught;
    estate.spi.block().beginInternal();
    boolean open = true;
    try {
      estate.does("");
      Outcome outcome = estate.run(body);
      estate.does("during statement block exit");
      estate.spi.block().releaseInternal();
      open = false;
      return outcome;
    } catch (ReportedError error) {
      boolean fatal = error.report().severity() != Severity.ERROR;
      if (fatal || error.report().isRefusal()) {
        throw error;
      }
      ErrorReport report = estate.spi.contexts().completed(error).report();
      estate.does("during exception cleanup");
      estate.spi.block().rollbackInternal();
      open = false;
      estate.caught = before;
      return handled(estate, handlers, report);
    } finally {
      if (open && estate.spi.block().isSubTransaction()) {
        estate.spi.block().rollbackInternal();
      }
    }
  }

  private Outcome handled(Estate estate, Handlers handlers, ErrorReport report) {
    for (Handler handler : handlers.all()) {
      if (handler.conditions().stream().noneMatch(one -> one.matches(report.code()))) {
        continue;
      }
      estate.variables.set(handlers.state(), report.code());
      estate.variables.set(handlers.message(), report.message());
      Optional<ErrorReport> before = estate.caught;
      estate.caught = Optional.of(report);
      estate.does("");
      Outcome outcome = estate.run(handler.action());
      estate.caught = before;
      return outcome;
    }
    throw estate.spi.contexts().again(report);
  }
}
