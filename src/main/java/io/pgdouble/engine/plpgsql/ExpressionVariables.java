package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.PlpgsqlAnalyzer.TypeAndModifier;
import io.pgdouble.engine.analysis.VariableResolver;
import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.RowType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The variables that an expression names, and the parameters that stand for them ({@code pl_comp.c:
 * resolve_column_ref}).
 */
final class ExpressionVariables implements VariableResolver {
  private final Estate estate;
  private final Namespace namespace;
  private final List<Reference> references = new ArrayList<>();

  ExpressionVariables(Estate estate, Namespace namespace) {
    this.estate = estate;
    this.namespace = namespace;
  }

  /** What a parameter stands for, and its type when that was looked at. */
  record Reference(Datum datum, TypeAndModifier type) {}

  @Override
  public Preference preference() {
    return estate.function.preference();
  }

  @Override
  public Optional<Variable> find(List<String> names, MissingField missing) {
    if (names.size() > 3) {
      return Optional.empty();
    }
    Optional<Namespace.Found> found = namespace.find(names.toArray(String[]::new));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int used = found.get().names();
    if (used == names.size() && used <= 2) {
      return Optional.of(variable(found.get().datum()));
    }
    boolean field = found.get().datum() instanceof Datum.Rec && used == names.size() - 1;
    return field
        ? field((Datum.Rec) found.get().datum(), names.subList(used - 1, used + 1), missing)
        : Optional.empty();
  }

  private Optional<Variable> field(Datum.Rec record, List<String> names, MissingField missing) {
    for (Datum datum : estate.function.datums()) {
      boolean same =
          datum instanceof Datum.RecField field
              && field.parent == record
              && field.name.equals(names.get(1));
      if (same) {
        return Optional.of(variable(datum));
      }
    }
    if (missing == MissingField.PASSED_OVER) {
      return Optional.empty();
    }
    throw PlErrors.noField(names.get(0), names.get(1));
  }

  @Override
  public Optional<Variable> findRow(List<String> names) {
    return namespace
        .find(names.toArray(String[]::new))
        .filter(found -> found.names() == names.size())
        .filter(found -> found.datum() instanceof Datum.Rec)
        .map(found -> variable(found.datum()));
  }

  @Override
  public Optional<Variable> numbered(int number) {
    return namespace.find("$" + number).map(found -> variable(found.datum()));
  }

  /** {@code make_datum_param}. */
  private Variable variable(Datum datum) {
    TypeAndModifier type = estate.variables.typeOf(datum);
    Catalog catalog = estate.spi.analysis().catalog();
    int collation = catalog.type(type.type()).collation();
    for (int i = 0; i < references.size(); i++) {
      if (references.get(i).datum() == datum) {
        return new Variable(i + 1, type.type(), type.typmod(), collation);
      }
    }
    references.add(new Reference(datum, type));
    return new Variable(references.size(), type.type(), type.typmod(), collation);
  }

  /** The number of the parameter that stands for a variable. */
  int parameter(Datum datum) {
    return variable(datum).number();
  }

  @Override
  public Optional<RowType> shape(int number) {
    return references.get(number - 1).datum() instanceof Datum.Rec record
        ? Optional.of(estate.variables.shape(record))
        : Optional.empty();
  }

  List<Reference> references() {
    return List.copyOf(references);
  }

  /** {@code setup_param_list}. */
  static Object[] values(List<Reference> references, Variables variables) {
    Object[] values = new Object[references.size()];
    for (int i = 0; i < values.length; i++) {
      Reference reference = references.get(i);
      Variables.Typed now = variables.eval(reference.datum());
      if (now.type().type() != reference.type().type()) {
        throw changed(reference, now.type());
      }
      values[i] = now.value();
    }
    return values;
  }

  /** {@code plpgsql_param_eval_generic}, {@code plpgsql_param_eval_recfield}. */
  private static ReportedError changed(Reference reference, TypeAndModifier now) {
    return new ReportedError(
        SqlState.DATATYPE_MISMATCH,
        "type of parameter "
            + (reference.datum().number + 1)
            + " ("
            + TypeFacts.name(now.type())
            + ") does not match that when preparing the plan ("
            + TypeFacts.name(reference.type().type())
            + ")");
  }
}
