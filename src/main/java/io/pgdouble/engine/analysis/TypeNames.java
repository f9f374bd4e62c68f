package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.tree.AConst;
import io.pgdouble.engine.tree.ColumnRef;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.FloatValue;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.engine.tree.Value;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import io.pgdouble.type.Typmods;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types by name ({@code parse_type.c}). */
public final class TypeNames {
  private TypeNames() {}

  /** A type with its modifier, −1 for none. */
  public record TypeReference(int type, int typmod) {}

  /** The type a name names, for callers outside a query: PREPARE's list of types. */
  public static TypeReference resolve(TypeName name, AnalysisContext context) {
    return resolve(new ParseState(context, ParameterTypes.none()), name);
  }

  /** The same; empty where there is no such type, and without places. */
  public static Optional<TypeReference> find(TypeName name, AnalysisContext context) {
    ParseState state = new ParseState(context, ParameterTypes.none());
    TypeName unplaced = name.at(-1);
    return name.pctType() || element(state, unplaced).isPresent()
        ? Optional.of(resolve(state, unplaced))
        : Optional.empty();
  }

  /** {@code TypeNameToString}. */
  public static String shown(TypeName name) {
    return words(name) + (name.pctType() ? "%TYPE" : "");
  }

  /** {@code typenameTypeIdAndMod}. */
  static TypeReference resolve(ParseState state, TypeName name) {
    if (name.pctType()) {
      throw Complaint.notSimulated("%TYPE");
    }
    TypeEntry element = element(state, name).orElseThrow(() -> missing(name));
    TypeEntry type = element;
    if (!name.arrayBounds().isEmpty()) {
      type = state.catalog().findType(element.array()).orElseThrow(() -> missing(name));
    }
    if (!type.defined()) {
      throw Complaint.error(
          name.location(),
          SqlState.UNDEFINED_OBJECT,
          "type \"" + words(name) + "\" is only a shell");
    }
    return new TypeReference(type.oid(), typmod(state, name, element));
  }

  private static RuntimeException missing(TypeName name) {
    return Complaint.error(
        name.location(), SqlState.UNDEFINED_OBJECT, "type \"" + words(name) + "\" does not exist");
  }

  private static String words(TypeName name) {
    return String.join(".", name.names()) + (name.arrayBounds().isEmpty() ? "" : "[]");
  }

  private static Optional<TypeEntry> element(ParseState state, TypeName name) {
    if (name.names().size() > 1) {
      String schema = Names.schema(state, name.names(), name.location());
      return state.catalog().typeNamed(schema, name.names().get(name.names().size() - 1));
    }
    return find(state, name.names());
  }

  /** The type of a perhaps qualified name; a schema may be missing. */
  static Optional<TypeEntry> find(ParseState state, List<String> name) {
    Catalog catalog = state.catalog();
    String bare = name.get(name.size() - 1);
    if (name.size() > 1) {
      String schema = Names.explicitSchema(state, name, -1);
      Names.requireUsage(state, schema, -1);
      return catalog.typeNamed(schema, bare);
    }
    for (String schema : state.context.searchPath().schemas()) {
      Optional<TypeEntry> found = catalog.typeNamed(schema, bare);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** {@code typenameTypeMod}. */
  private static int typmod(ParseState state, TypeName name, TypeEntry type) {
    if (name.typmods().isEmpty()) {
      return -1;
    }
    if (type.typmodInput().equals("-")) {
      throw Complaint.error(
          name.location(),
          SqlState.SYNTAX_ERROR,
          "type modifier is not allowed for type \"" + words(name) + "\"");
    }
    List<String> words = new ArrayList<>();
    for (Expr modifier : name.typmods()) {
      words.add(
          modifierText(modifier)
              .orElseThrow(
                  () ->
                      Complaint.error(
                          name.location(),
                          SqlState.SYNTAX_ERROR,
                          "type modifiers must be simple constants or identifiers")));
    }
    return Complaint.positioned(name.location(), () -> readModifier(state, type.oid(), words));
  }

  private static Optional<String> modifierText(Expr modifier) {
    if (modifier instanceof ColumnRef ref && ref.fields().size() == 1 && !ref.star()) {
      return Optional.of(ref.fields().get(0));
    }
    if (!(modifier instanceof AConst constant)) {
      return Optional.empty();
    }
    Value value = constant.value();
    if (value instanceof IntegerValue number) {
      return Optional.of(Integer.toString(number.value()));
    }
    if (value instanceof FloatValue number) {
      return Optional.of(number.text());
    }
    return value instanceof StringValue text ? Optional.of(text.value()) : Optional.empty();
  }

  /** {@code numeric.c: numerictypmodin}, as it was. */
  private static void refuseNegativeScale(ParseState state, int type, int[] numbers) {
    boolean mayBeNegative =
        MajorChange.NEGATIVE_NUMERIC_SCALE.isIn(state.context.execution().facts().major());
    if (type != TypeOid.NUMERIC || mayBeNegative || numbers.length != 2) {
      return;
    }
    int precision = numbers[0];
    boolean precise = precision >= 1 && precision <= 1000;
    if (precise && (numbers[1] < 0 || numbers[1] > precision)) {
      throw new ReportedError(
          SqlState.INVALID_PARAMETER_VALUE,
          "NUMERIC scale " + numbers[1] + " must be between 0 and precision " + precision);
    }
  }

  private static int readModifier(ParseState state, int type, List<String> words) {
    if (!Typmods.takesModifiers(type)) {
      throw Complaint.notSimulated("modifiers of type " + io.pgdouble.type.TypeName.format(type));
    }
    int[] numbers = new int[words.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          (Integer)
              Types.io(TypeOid.INT4).input(words.get(i), -1, state.context.execution().types());
    }
    refuseNegativeScale(state, type, numbers);
    int typmod = Typmods.parse(type, numbers);
    String warning = Typmods.reducedPrecision(type, numbers);
    if (!warning.isEmpty()) {
      state
          .context
          .execution()
          .report(ErrorReport.warning(SqlState.INVALID_PARAMETER_VALUE, warning));
    }
    return typmod;
  }
}
