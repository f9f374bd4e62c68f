package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.VariableResolver;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Blocks and the sequences in them ({@code pl_gram.y}). */
final class PlParser {
  final Compilation compilation;
  final PlScanner scanner;
  final SqlReader sql;
  final TargetReader targets;
  private final DeclarationParser declarations;
  private final StatementParser statements;

  PlParser(Compilation compilation) {
    this.compilation = compilation;
    this.scanner = new PlScanner(compilation);
    this.sql = new SqlReader(compilation, scanner);
    this.targets = new TargetReader(compilation, scanner, sql);
    this.declarations = new DeclarationParser(compilation, scanner, sql);
    this.statements = new StatementParser(this);
  }

  /** {@code pl_function}. */
  BlockStatement function() {
    while (scanner.peek().isSymbol("#")) {
      option();
    }
    BlockStatement block = block(optLabel());
    if (scanner.peek().isSymbol(";")) {
      scanner.next();
    }
    if (!scanner.next().isEnd()) {
      throw scanner.syntaxError();
    }
    return block;
  }

  /** {@code comp_option}. */
  private void option() {
    scanner.next();
    PlToken option = scanner.next();
    PlToken value = scanner.next();
    if (option.is("variable_conflict")) {
      compilation.preference = preference(value);
    } else if (option.is("print_strict_params")) {
      compilation.strictParameters = strictParameters(value);
    } else {
      boolean dump = option.is("option") && value.is("dump");
      throw dump
          ? io.pgdouble.error.ErrorReport.notSimulated("#option dump").toException()
          : scanner.syntaxError();
    }
  }

  private VariableResolver.Preference preference(PlToken value) {
    if (value.is("error")) {
      return VariableResolver.Preference.NOBODY;
    }
    if (value.is("use_variable")) {
      return VariableResolver.Preference.VARIABLE;
    }
    if (value.is("use_column")) {
      return VariableResolver.Preference.COLUMN;
    }
    throw scanner.syntaxError();
  }

  private Compilation.StrictParameters strictParameters(PlToken value) {
    return switch (value.text()) {
      case "on" -> Compilation.StrictParameters.SHOWN;
      case "off" -> Compilation.StrictParameters.HIDDEN;
      default ->
          throw new ReportedError(
              SqlState.INTERNAL_ERROR, "unrecognized print_strict_params option " + value.text());
    };
  }

  /** A label in front of a block or a loop. */
  Optional<PlToken> optLabel() {
    if (!scanner.peek().isSymbol("<<")) {
      return Optional.empty();
    }
    scanner.next();
    PlToken label = scanner.next();
    requireIdentifier(label);
    expectSymbol(">>");
    return Optional.of(label);
  }

  /** {@code any_identifier}. */
  void requireIdentifier(PlToken token) {
    boolean identifier =
        token.kind() == PlToken.Kind.WORD
            || token.kind() == PlToken.Kind.UNRESERVED
            || token.kind() == PlToken.Kind.DATUM && token.names().isEmpty();
    if (!identifier) {
      throw scanner.syntaxError();
    }
  }

  /** {@code pl_block}, behind its label. */
  BlockStatement block(Optional<PlToken> label) {
    push(Namespace.Kind.BLOCK_LABEL, label);
    List<Datum.Variable> declared = declarations.section();
    PlToken begin = scanner.next();
    if (!begin.is("begin")) {
      throw scanner.syntaxError();
    }
    List<PlStatement> body = sequence();
    Optional<BlockStatement.Handlers> handlers = Optional.empty();
    if (scanner.peek().is("exception")) {
      handlers = Optional.of(new HandlerParser(this).handlers());
    }
    expect("end");
    endLabel(label);
    int line = scanner.line(begin);
    compilation.namespace = compilation.namespace.pop();
    return new BlockStatement(
        new BlockStatement.Head(line, label.map(PlToken::text), declared), body, handlers);
  }

  void push(Namespace.Kind kind, Optional<PlToken> label) {
    compilation.namespace =
        Namespace.push(compilation.namespace, kind, label.map(PlToken::text).orElse(""));
  }

  /** {@code check_labels}: behind END. */
  void endLabel(Optional<PlToken> label) {
    PlToken end = scanner.peek();
    if (end.isSymbol(";") || end.isEnd()) {
      return;
    }
    scanner.next();
    requireIdentifier(end);
    if (label.isEmpty()) {
      throw scanner.error("end label \"" + end.text() + "\" specified for unlabeled block", end);
    }
    if (!label.get().text().equals(end.text())) {
      throw scanner.error(
          "end label \""
              + end.text()
              + "\" differs from block's label \""
              + label.get().text()
              + "\"",
          end);
    }
  }

  /** {@code proc_sect}: up to a keyword that ends it. */
  List<PlStatement> sequence() {
    List<PlStatement> all = new ArrayList<>();
    while (!endsSequence(scanner.peek())) {
      statements.statement().ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  private static boolean endsSequence(PlToken token) {
    return token.isEnd()
        || token.is("end")
        || token.is("exception")
        || token.is("else")
        || token.is("elsif")
        || token.is("when");
  }

  void expect(String keyword) {
    if (!scanner.next().is(keyword)) {
      throw scanner.syntaxError();
    }
  }

  void expectSymbol(String symbol) {
    if (!scanner.next().isSymbol(symbol)) {
      throw scanner.syntaxError();
    }
  }
}
