package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.analysis.VariableResolver;
import io.pgdouble.engine.sql.ParserSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known while a function is compiled ({@code pl_comp.c}). */
final class Compilation {
  final FunctionSource function;
  final AnalysisContext analysis;
  final ParserSettings settings;
  final List<Datum> datums = new ArrayList<>();
  Namespace namespace;
  VariableResolver.Preference preference;
  StrictParameters strictParameters;

  /** What OUT parameters are returned from. */
  Optional<Datum> out = Optional.empty();

  /** {@code plpgsql_latest_lineno}. */
  int latestLine = 1;

  private int remembered;

  Compilation(FunctionSource function, AnalysisContext analysis, ParserSettings settings) {
    this.function = function;
    this.analysis = analysis;
    this.settings = settings;
    this.namespace = Namespace.push(null, Namespace.Kind.BLOCK_LABEL, function.name());
    this.preference = PlSettings.conflict(analysis.execution());
    this.strictParameters = PlSettings.strictParameters(analysis.execution());
  }

  /** {@code print_strict_params}. */
  enum StrictParameters {
    HIDDEN,
    SHOWN
  }

  /** {@code plpgsql_adddatum}. */
  <T extends Datum> T add(T datum) {
    datum.number = datums.size();
    datums.add(datum);
    return datum;
  }

  /** {@code plpgsql_build_variable}, which the namespace gets to know. */
  Datum.Variable declare(String name, int line, PlType type) {
    Datum.Variable variable = build(name, line, type);
    namespace = namespace.add(variable, name);
    return variable;
  }

  /** The same, which has no name yet. */
  Datum.Variable build(String name, int line, PlType type) {
    Datum.Variable variable =
        switch (type.kind()) {
          case SCALAR -> new Datum.Scalar(name, line, type);
          case RECORD -> new Datum.Rec(name, line, type);
          case PSEUDO -> throw PlErrors.pseudoType(name, type);
        };
    return add(variable);
  }

  /** {@code plpgsql_build_recfield}: there is one for each record and name. */
  Datum.RecField field(Datum.Rec record, String name) {
    for (Datum datum : datums) {
      boolean same =
          datum instanceof Datum.RecField field
              && field.parent == record
              && field.name.equals(name);
      if (same) {
        return (Datum.RecField) datum;
      }
    }
    return add(new Datum.RecField(record, name));
  }

  /** {@code plpgsql_add_initdatums(NULL)}: later ones belong to a block. */
  void rememberDatums() {
    remembered = datums.size();
  }

  /** {@code plpgsql_add_initdatums}: the variables that were declared since. */
  List<Datum.Variable> declared() {
    List<Datum.Variable> declared = new ArrayList<>();
    for (Datum datum : datums.subList(remembered, datums.size())) {
      if (datum instanceof Datum.Variable variable) {
        declared.add(variable);
      }
    }
    remembered = datums.size();
    return List.copyOf(declared);
  }

  PlType type(int oid) {
    return PlType.of(analysis.catalog(), oid);
  }
}
