package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.JsonPath;
import io.pgdouble.type.JsonPath.Item;
import io.pgdouble.type.JsonPath.Levels;
import io.pgdouble.type.JsonPathKind;
import io.pgdouble.type.Jsonb;
import io.pgdouble.type.Numeric;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One execution of a path on a document. Source: {@code jsonpath_exec.c}. */
final class JsonPathRun {
  private final JsonPath.Mode mode;
  private final Jsonb root;
  private final Variables variables;
  private final JsonPathPredicates predicates = new JsonPathPredicates(this);
  private final JsonPathArithmetic arithmetic = new JsonPathArithmetic(this);
  private final JsonPathMethods methods = new JsonPathMethods(this);
  private final JsonPathSubscripts subscripts = new JsonPathSubscripts(this);
  private Jsonb current;
  private Structure structure;
  private Errors errors;

  /** What becomes of errors that the path itself may be told to pass over. */
  enum Errors {
    THROWN,
    SUPPRESSED
  }

  /** Whether members that are not there are an error. */
  private enum Structure {
    REQUIRED,
    IGNORED
  }

  /** Whether an array stands for its elements. */
  enum Unwrap {
    ARRAYS,
    NOTHING
  }

  /**
   * What a path may refer to.
   *
   * @param given empty where the caller can give none
   */
  record Variables(Optional<Jsonb.Object> given, int major) {}

  JsonPathRun(JsonPath path, Jsonb root, Variables variables, Errors errors) {
    this.mode = path.mode();
    this.root = root;
    this.current = root;
    this.variables = variables;
    this.errors = errors;
    this.structure = isLax() ? Structure.IGNORED : Structure.REQUIRED;
  }

  boolean isLax() {
    return mode == JsonPath.Mode.LAX;
  }

  private Unwrap automatic() {
    return isLax() ? Unwrap.ARRAYS : Unwrap.NOTHING;
  }

  Jsonb root() {
    return root;
  }

  /** {@code executeJsonPath}. In strict mode all has to be looked at: there may be errors. */
  JsonPathOutcome run(List<Item> items, JsonPathFound found) {
    if (isLax() || found.isWanted()) {
      return execute(JsonPathStep.first(items), root, found);
    }
    JsonPathFound all = JsonPathFound.all();
    JsonPathOutcome outcome = execute(JsonPathStep.first(items), root, all);
    if (outcome == JsonPathOutcome.ERROR) {
      return outcome;
    }
    return all.values().isEmpty() ? JsonPathOutcome.NOT_FOUND : JsonPathOutcome.OK;
  }

  /** {@code RETURN_ERROR}. */
  JsonPathOutcome error(Supplier<ErrorReport> report) {
    if (errors == Errors.THROWN) {
      throw report.get().toException();
    }
    return JsonPathOutcome.ERROR;
  }

  JsonPathOutcome error(SqlState state, String message) {
    return error(() -> ErrorReport.error(state, message));
  }

  boolean throwsErrors() {
    return errors == Errors.THROWN;
  }

  private JsonPathOutcome structural(SqlState state, String message) {
    return structure == Structure.IGNORED ? JsonPathOutcome.NOT_FOUND : error(state, message);
  }

  /** {@code executeItem}. */
  JsonPathOutcome execute(JsonPathStep step, Jsonb value, JsonPathFound found) {
    return execute(step, value, found, automatic());
  }

  /** {@code executeNextItem}. */
  JsonPathOutcome next(JsonPathStep step, Jsonb value, JsonPathFound found) {
    return proceed(step.next(), value, found);
  }

  private JsonPathOutcome proceed(JsonPathStep step, Jsonb value, JsonPathFound found) {
    if (!step.isEnd()) {
      return execute(step, value, found);
    }
    found.add(value);
    return JsonPathOutcome.OK;
  }

  /** {@code executeItemOptUnwrapTarget}. */
  JsonPathOutcome execute(JsonPathStep step, Jsonb value, JsonPathFound found, Unwrap unwrap) {
    Item item = step.item();
    if (unwrap == Unwrap.ARRAYS && value instanceof Jsonb.Array && unwraps(item.kind())) {
      return each(step, value, found, Unwrap.NOTHING);
    }
    return switch (item.kind()) {
      case NULL -> next(step, Jsonb.Null.NULL, found);
      case BOOL -> next(step, new Jsonb.Bool(((JsonPath.Truth) item.operand()).value()), found);
      case NUMERIC -> next(step, number(item), found);
      case STRING -> next(step, new Jsonb.Text(item.text()), found);
      case VARIABLE -> next(step, variable(item.text()), found);
      case ROOT -> next(step, root, found);
      case CURRENT -> next(step, current, found);
      case LAST -> next(step, subscripts.last(), found);
      case ADD, SUB, MUL, DIV, MOD -> arithmetic.binary(step, value, found);
      case PLUS, MINUS -> arithmetic.unary(step, value, found);
      case ANY_ARRAY -> anyArray(step, value, found);
      case ANY_KEY -> anyKey(step, value, found);
      case INDEX_ARRAY -> subscripts.execute(step, value, found);
      case ANY -> any(step, value, found);
      case KEY -> key(step, value, found);
      case FILTER -> filter(step, value, found);
      case TYPE, SIZE, ABS, FLOOR, CEILING, DOUBLE, DATETIME, KEYVALUE ->
          methods.execute(step, value, found);
      case AND,
          OR,
          NOT,
          IS_UNKNOWN,
          EQUAL,
          NOT_EQUAL,
          LESS,
          GREATER,
          LESS_OR_EQUAL,
          GREATER_OR_EQUAL,
          EXISTS,
          STARTS_WITH,
          LIKE_REGEX ->
          truth(step, predicates.test(item, value), found);
    };
  }

  /** Items that are applied to the elements of an array, in lax mode. */
  private static boolean unwraps(JsonPathKind kind) {
    return switch (kind) {
      case ANY_KEY, KEY, FILTER, ABS, FLOOR, CEILING, DOUBLE, DATETIME, KEYVALUE -> true;
      case NULL,
          STRING,
          NUMERIC,
          BOOL,
          VARIABLE,
          ROOT,
          CURRENT,
          LAST,
          AND,
          OR,
          NOT,
          IS_UNKNOWN,
          EQUAL,
          NOT_EQUAL,
          LESS,
          GREATER,
          LESS_OR_EQUAL,
          GREATER_OR_EQUAL,
          STARTS_WITH,
          LIKE_REGEX,
          EXISTS,
          ADD,
          SUB,
          MUL,
          DIV,
          MOD,
          PLUS,
          MINUS,
          ANY_ARRAY,
          INDEX_ARRAY,
          ANY,
          TYPE,
          SIZE ->
          false;
    };
  }

  private static Jsonb number(Item item) {
    return new Jsonb.Number(((JsonPath.Number) item.operand()).value());
  }

  static Jsonb number(long value) {
    return new Jsonb.Number(Numeric.of(value));
  }

  boolean hasCasts() {
    return MajorChange.JSONPATH_CASTS.isIn(variables.major());
  }

  /** {@code getJsonPathVariable}. */
  private Jsonb variable(String name) {
    Optional<Jsonb.Object> given = variables.given();
    if (given.isEmpty() && !hasCasts()) {
      return Jsonb.Null.NULL;
    }
    Jsonb value = given.isEmpty() ? null : JsonbReading.field(given.get(), name);
    if (value == null) {
      throw new ReportedError(
          SqlState.UNDEFINED_OBJECT, "could not find jsonpath variable \"" + name + "\"");
    }
    return value;
  }

  /** {@code appendBoolResult}. */
  private JsonPathOutcome truth(JsonPathStep step, JsonPathTruth truth, JsonPathFound found) {
    return next(
        step,
        truth == JsonPathTruth.UNKNOWN
            ? Jsonb.Null.NULL
            : new Jsonb.Bool(truth == JsonPathTruth.TRUE),
        found);
  }

  private JsonPathOutcome anyArray(JsonPathStep step, Jsonb value, JsonPathFound found) {
    if (value instanceof Jsonb.Array) {
      return each(step.next(), value, found, automatic());
    }
    return isLax()
        ? next(step, value, found)
        : structural(
            SqlState.SQL_JSON_ARRAY_NOT_FOUND,
            "jsonpath wildcard array accessor can only be applied to an array");
  }

  private JsonPathOutcome anyKey(JsonPathStep step, Jsonb value, JsonPathFound found) {
    return value instanceof Jsonb.Object
        ? each(step.next(), value, found, automatic())
        : structural(
            SqlState.SQL_JSON_OBJECT_NOT_FOUND,
            "jsonpath wildcard member accessor can only be applied to an object");
  }

  private JsonPathOutcome key(JsonPathStep step, Jsonb value, JsonPathFound found) {
    if (!(value instanceof Jsonb.Object)) {
      return structural(
          SqlState.SQL_JSON_MEMBER_NOT_FOUND,
          "jsonpath member accessor can only be applied to an object");
    }
    String key = step.item().text();
    Jsonb member = JsonbReading.field(value, key);
    return member != null
        ? next(step, member, found)
        : structural(
            SqlState.SQL_JSON_MEMBER_NOT_FOUND, "JSON object does not contain key \"" + key + "\"");
  }

  private JsonPathOutcome filter(JsonPathStep step, Jsonb value, JsonPathFound found) {
    Jsonb outer = current;
    current = value;
    JsonPathTruth truth = predicates.test(step.item().arguments().get(0).get(0), value);
    current = outer;
    return truth == JsonPathTruth.TRUE ? next(step, value, found) : JsonPathOutcome.NOT_FOUND;
  }

  private JsonPathOutcome any(JsonPathStep step, Jsonb value, JsonPathFound found) {
    Levels levels = (Levels) step.item().operand();
    Structure outer = structure;
    structure = Structure.IGNORED;
    JsonPathOutcome outcome = JsonPathOutcome.NOT_FOUND;
    if (levels.first() == 0) {
      outcome = next(step, value, found);
    }
    boolean done = outcome == JsonPathOutcome.OK && !found.isWanted();
    if (!done && isContainer(value)) {
      outcome = new JsonPathDescent(this, step.next(), levels).below(value, found);
    }
    structure = outer;
    return outcome;
  }

  static boolean isContainer(Jsonb value) {
    return value instanceof Jsonb.Array || value instanceof Jsonb.Object;
  }

  /** {@code executeItemUnwrapTargetArray}: the elements of an array or the values of an object. */
  JsonPathOutcome each(JsonPathStep step, Jsonb value, JsonPathFound found, Unwrap unwrap) {
    JsonPathOutcome outcome = JsonPathOutcome.NOT_FOUND;
    for (Jsonb part : JsonPathDescent.parts(value)) {
      outcome = step.isEnd() ? proceed(step, part, found) : execute(step, part, found, unwrap);
      boolean decided = outcome == JsonPathOutcome.OK && !found.isWanted();
      if (decided || outcome == JsonPathOutcome.ERROR) {
        break;
      }
    }
    return outcome;
  }

  /** {@code executeItemOptUnwrapResult}: in lax mode, found arrays stand for their elements. */
  JsonPathOutcome unwrapped(List<Item> items, Jsonb value, JsonPathFound found) {
    if (!isLax()) {
      return execute(JsonPathStep.first(items), value, found);
    }
    JsonPathFound sequence = JsonPathFound.all();
    JsonPathOutcome outcome = execute(JsonPathStep.first(items), value, sequence);
    if (outcome == JsonPathOutcome.ERROR) {
      return outcome;
    }
    for (Jsonb one : sequence.values()) {
      if (one instanceof Jsonb.Array array) {
        array.elements().forEach(found::add);
      } else {
        found.add(one);
      }
    }
    return JsonPathOutcome.OK;
  }

  /** Runs something whose errors are not to be thrown. */
  JsonPathOutcome suppressing(Supplier<JsonPathOutcome> action) {
    Errors outer = errors;
    errors = Errors.SUPPRESSED;
    JsonPathOutcome outcome = action.get();
    errors = outer;
    return outcome;
  }
}
