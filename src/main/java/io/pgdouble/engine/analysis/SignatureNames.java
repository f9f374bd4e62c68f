package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.OperatorEntry;
import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Functions and operators by name and types: {@code regprocedure}, {@code regoper} and its kin. */
record SignatureNames(CatalogNames names) {
  private static final String NONE = "NONE";

  /** The functions of a name that a call would find, one for each list of types. */
  List<ProcEntry> functions(List<String> name) {
    List<ProcEntry> found = new ArrayList<>();
    for (String schema : names.schemas(name)) {
      names.catalog().procsNamed(name.get(name.size() - 1)).stream()
          .filter(one -> one.schema().equals(schema))
          .filter(one -> found.stream().noneMatch(other -> isAlike(one, other)))
          .forEach(found::add);
    }
    return found;
  }

  private static boolean isAlike(ProcEntry one, ProcEntry other) {
    return Arrays.equals(one.argumentTypes(), other.argumentTypes());
  }

  private List<OperatorEntry> operators(List<String> name) {
    List<OperatorEntry> found = new ArrayList<>();
    for (String schema : names.schemas(name)) {
      names.catalog().operatorsNamed(name.get(name.size() - 1)).stream()
          .filter(one -> one.schema().equals(schema))
          .filter(one -> found.stream().noneMatch(other -> isAlike(one, other)))
          .forEach(found::add);
    }
    return found;
  }

  private static boolean isAlike(OperatorEntry one, OperatorEntry other) {
    return one.left() == other.left() && one.right() == other.right();
  }

  /** {@code regprocedurein}. */
  long procedure(String text) {
    SignatureText signature = SignatureText.of(text);
    List<String> name = CatalogNames.parts(signature.name());
    int[] types = types(signature.types());
    return functions(name).stream()
        .filter(one -> Arrays.equals(one.argumentTypes(), types))
        .findFirst()
        .map(one -> Integer.toUnsignedLong(one.oid()))
        .orElseThrow(() -> missing(name, "function \"" + text + "\" does not exist"));
  }

  /** {@code regoperin}. */
  long operator(String text) {
    List<String> name = CatalogNames.parts(text);
    List<OperatorEntry> found = operators(name);
    if (found.isEmpty()) {
      throw missingOperator(name, text);
    }
    if (found.size() > 1) {
      throw new ReportedError(SqlState.AMBIGUOUS_FUNCTION, "more than one operator named " + text);
    }
    return Integer.toUnsignedLong(found.get(0).oid());
  }

  private ReportedError missingOperator(List<String> name, String text) {
    return missing(name, "operator does not exist: " + text);
  }

  private ReportedError missing(List<String> name, String message) {
    names.requireSchema(name);
    return new ReportedError(SqlState.UNDEFINED_FUNCTION, message);
  }

  /** {@code regoperatorin}. */
  long operatorOfTypes(String text) {
    SignatureText signature = SignatureText.of(text);
    List<String> name = CatalogNames.parts(signature.name());
    int[] types = types(signature.types());
    if (types.length == 1) {
      throw ErrorReport.error(SqlState.UNDEFINED_PARAMETER, "missing argument")
          .withHint("Use NONE to denote the missing argument of a unary operator.")
          .toException();
    }
    if (types.length != 2) {
      throw ErrorReport.error(SqlState.TOO_MANY_ARGUMENTS, "too many arguments")
          .withHint("Provide two argument types for operator.")
          .toException();
    }
    return operators(name).stream()
        .filter(one -> one.left() == types[0] && one.right() == types[1])
        .findFirst()
        .map(one -> Integer.toUnsignedLong(one.oid()))
        .orElseThrow(() -> missingOperator(name, text));
  }

  private int[] types(List<String> texts) {
    return texts.stream()
        .mapToInt(one -> one.equalsIgnoreCase(NONE) ? 0 : names.type(one).oid())
        .toArray();
  }

  private String type(int oid) {
    return oid == 0 ? NONE : names.name(TypeOid.REGTYPE, Integer.toUnsignedLong(oid)).orElseThrow();
  }

  /** {@code format_procedure}: qualified where a call of its types would find another. */
  Optional<String> procedureText(long oid) {
    return function(oid)
        .map(
            one ->
                qualified(one)
                    + Arrays.stream(one.argumentTypes())
                        .mapToObj(this::type)
                        .collect(Collectors.joining(",", "(", ")")));
  }

  private Optional<ProcEntry> function(long oid) {
    return names.catalog().facts().table("pg_proc").byOid(oid).isPresent()
        ? Optional.of(names.catalog().proc((int) oid))
        : Optional.empty();
  }

  private String qualified(ProcEntry function) {
    boolean visible =
        functions(List.of(function.name())).stream().anyMatch(one -> one.oid() == function.oid());
    String name = names.quoted(function.name());
    return visible ? name : names.quoted(function.schema()) + "." + name;
  }

  /** {@code regprocout}: qualified where the name alone would not do. */
  Optional<String> functionText(long oid) {
    return function(oid)
        .map(
            one -> {
              List<ProcEntry> found = functions(List.of(one.name()));
              String name = names.quoted(one.name());
              boolean alone = found.size() == 1 && found.get(0).oid() == one.oid();
              return alone ? name : names.quoted(one.schema()) + "." + name;
            });
  }

  /** {@code regoperout}. */
  Optional<String> operatorText(long oid) {
    return names
        .catalog()
        .operator((int) oid)
        .map(
            one -> {
              List<OperatorEntry> found = operators(List.of(one.name()));
              boolean alone = found.size() == 1 && found.get(0).oid() == one.oid();
              return alone ? one.name() : names.quoted(one.schema()) + "." + one.name();
            });
  }

  /** {@code format_operator}. */
  Optional<String> operatorOfTypesText(long oid) {
    return names
        .catalog()
        .operator((int) oid)
        .map(
            one -> {
              boolean visible =
                  operators(List.of(one.name())).stream()
                      .anyMatch(other -> other.oid() == one.oid());
              return (visible ? "" : names.quoted(one.schema()) + ".")
                  + one.name()
                  + "("
                  + type(one.left())
                  + ","
                  + type(one.right())
                  + ")";
            });
  }
}
