package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.JsonPath.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the text of a path ({@code jsonpath_gram.y}). */
final class JsonPathParser {
  private static final Map<String, JsonPathKind> COMPARISONS =
      Map.of(
          "==", JsonPathKind.EQUAL,
          "!=", JsonPathKind.NOT_EQUAL,
          "<", JsonPathKind.LESS,
          ">", JsonPathKind.GREATER,
          "<=", JsonPathKind.LESS_OR_EQUAL,
          ">=", JsonPathKind.GREATER_OR_EQUAL);
  private static final Map<String, JsonPathKind> SUMS =
      Map.of("+", JsonPathKind.ADD, "-", JsonPathKind.SUB);
  private static final Map<String, JsonPathKind> PRODUCTS =
      Map.of("*", JsonPathKind.MUL, "/", JsonPathKind.DIV, "%", JsonPathKind.MOD);

  private final JsonPathLexer lexer;
  private final TypeEnvironment environment;
  private JsonPathToken token;

  private JsonPathParser(JsonPathLexer lexer, TypeEnvironment environment) {
    this.lexer = lexer;
    this.environment = environment;
    this.token = lexer.next();
  }

  static JsonPath parse(String text, TypeEnvironment environment) {
    JsonPathParser parser =
        new JsonPathParser(new JsonPathLexer(text, environment.major()), environment);
    if (parser.token.is(JsonPathToken.Kind.END)) {
      throw new ReportedError(
          SqlState.INVALID_TEXT_REPRESENTATION,
          "invalid input syntax for type jsonpath: \"" + text + "\"");
    }
    JsonPath path = parser.path();
    JsonPathChecks.check(path.items());
    return path;
  }

  private JsonPath path() {
    JsonPath.Mode mode = token.is("strict") ? JsonPath.Mode.STRICT : JsonPath.Mode.LAX;
    if (token.is("strict") || token.is("lax")) {
      advance();
    }
    List<Item> items = disjunction();
    if (!token.is(JsonPathToken.Kind.END)) {
      throw fault();
    }
    return new JsonPath(mode, items);
  }

  RuntimeException fault() {
    return JsonPathFault.at("syntax error", token.shown());
  }

  JsonPathToken token() {
    return token;
  }

  JsonPathToken advance() {
    JsonPathToken taken = token;
    token = lexer.next();
    return taken;
  }

  void expect(String sign) {
    if (!token.is(sign)) {
      throw fault();
    }
    advance();
  }

  JsonPathToken expect(JsonPathToken.Kind kind) {
    if (!token.is(kind)) {
      throw fault();
    }
    return advance();
  }

  private static boolean isPredicate(List<Item> chain) {
    return chain.size() == 1 && chain.get(0).kind().isPredicate();
  }

  private static List<Item> binary(JsonPathKind kind, List<Item> left, List<Item> right) {
    return List.of(new Item(kind, JsonPath.Nothing.NOTHING, List.of(left, right)));
  }

  private static List<Item> unary(JsonPathKind kind, List<Item> argument) {
    return List.of(new Item(kind, JsonPath.Nothing.NOTHING, List.of(argument)));
  }

  /** An expression or a predicate, as far as it goes. */
  private List<Item> disjunction() {
    List<Item> left = conjunction();
    while (token.is("||") && isPredicate(left)) {
      advance();
      left = binary(JsonPathKind.OR, left, required(conjunction()));
    }
    return left;
  }

  private List<Item> conjunction() {
    List<Item> left = part();
    while (token.is("&&") && isPredicate(left)) {
      advance();
      left = binary(JsonPathKind.AND, left, required(part()));
    }
    return left;
  }

  private List<Item> required(List<Item> predicate) {
    if (!isPredicate(predicate)) {
      throw fault();
    }
    return predicate;
  }

  List<Item> predicate() {
    return required(disjunction());
  }

  private List<Item> part() {
    if (token.is("!")) {
      advance();
      return unary(JsonPathKind.NOT, delimited());
    }
    if (token.is("exists")) {
      return exists();
    }
    List<Item> left = expressionOrPredicate();
    if (!isPredicate(left)) {
      return comparison(left);
    }
    if (!token.is("is")) {
      return left;
    }
    advance();
    expect("unknown");
    return unary(JsonPathKind.IS_UNKNOWN, left);
  }

  private List<Item> exists() {
    advance();
    expect("(");
    List<Item> argument = expression();
    expect(")");
    return unary(JsonPathKind.EXISTS, argument);
  }

  private List<Item> delimited() {
    if (token.is("exists")) {
      return exists();
    }
    expect("(");
    List<Item> inner = predicate();
    expect(")");
    return inner;
  }

  private List<Item> comparison(List<Item> left) {
    JsonPathKind kind = token.is(JsonPathToken.Kind.SIGN) ? COMPARISONS.get(token.sign()) : null;
    if (kind != null) {
      advance();
      return binary(kind, left, expression());
    }
    if (token.is("starts")) {
      advance();
      expect("with");
      return binary(JsonPathKind.STARTS_WITH, left, initial());
    }
    return token.is("like_regex") ? likeRegex(left) : left;
  }

  private List<Item> initial() {
    JsonPathKind kind =
        token.is(JsonPathToken.Kind.STRING) ? JsonPathKind.STRING : JsonPathKind.VARIABLE;
    if (kind == JsonPathKind.VARIABLE && !token.is(JsonPathToken.Kind.VARIABLE)) {
      throw fault();
    }
    return List.of(Item.of(kind, new JsonPath.Text(advance().text())));
  }

  private List<Item> likeRegex(List<Item> left) {
    advance();
    String pattern = expect(JsonPathToken.Kind.STRING).text();
    String flags = "";
    if (token.is("flag")) {
      advance();
      flags = expect(JsonPathToken.Kind.STRING).text();
    }
    JsonPath.Pattern operand = JsonPathChecks.pattern(pattern, flags, environment);
    return List.of(new Item(JsonPathKind.LIKE_REGEX, operand, List.of(left)));
  }

  List<Item> expression() {
    List<Item> found = expressionOrPredicate();
    if (isPredicate(found)) {
      throw fault();
    }
    return found;
  }

  /** A predicate only in parentheses. */
  private List<Item> expressionOrPredicate() {
    List<Item> left = product();
    while (isOperator(SUMS, left)) {
      JsonPathKind kind = SUMS.get(advance().sign());
      left = binary(kind, left, notPredicate(product()));
    }
    return left;
  }

  private boolean isOperator(Map<String, JsonPathKind> operators, List<Item> left) {
    return token.is(JsonPathToken.Kind.SIGN)
        && operators.containsKey(token.sign())
        && !isPredicate(left);
  }

  private List<Item> notPredicate(List<Item> operand) {
    if (isPredicate(operand)) {
      throw fault();
    }
    return operand;
  }

  private List<Item> product() {
    List<Item> left = signed();
    while (isOperator(PRODUCTS, left)) {
      JsonPathKind kind = PRODUCTS.get(advance().sign());
      left = binary(kind, left, notPredicate(signed()));
    }
    return left;
  }

  private List<Item> signed() {
    if (!token.is("+") && !token.is("-")) {
      return accessors();
    }
    JsonPathKind kind = advance().is("+") ? JsonPathKind.PLUS : JsonPathKind.MINUS;
    List<Item> operand = notPredicate(signed());
    if (operand.size() == 1 && operand.get(0).operand() instanceof JsonPath.Number number) {
      Numeric value = number.value();
      return List.of(
          Item.of(
              JsonPathKind.NUMERIC,
              new JsonPath.Number(kind == JsonPathKind.PLUS ? value : value.negate())));
    }
    return unary(kind, operand);
  }

  private List<Item> accessors() {
    List<Item> chain = new ArrayList<>(primary());
    JsonPathAccessors accessors = new JsonPathAccessors(this);
    while (token.is(".") || token.is("[") || token.is("?")) {
      chain.add(accessors.next());
    }
    return List.copyOf(chain);
  }

  private List<Item> primary() {
    if (token.is("(")) {
      advance();
      List<Item> inner = disjunction();
      expect(")");
      return inner;
    }
    return List.of(
        switch (token.kind()) {
          case STRING -> Item.of(JsonPathKind.STRING, new JsonPath.Text(advance().text()));
          case VARIABLE -> Item.of(JsonPathKind.VARIABLE, new JsonPath.Text(advance().text()));
          case NUMBER, INTEGER -> Item.of(JsonPathKind.NUMERIC, number(advance().text()));
          case SIGN, KEYWORD -> word();
          case END, IDENTIFIER -> throw fault();
        });
  }

  private static JsonPath.Number number(String text) {
    return new JsonPath.Number((Numeric) NumericIo.INSTANCE.input(text, -1, null));
  }

  private Item word() {
    Item item =
        switch (token.sign()) {
          case "$" -> Item.of(JsonPathKind.ROOT);
          case "@" -> Item.of(JsonPathKind.CURRENT);
          case "last" -> Item.of(JsonPathKind.LAST);
          case "null" -> Item.of(JsonPathKind.NULL);
          case "true" -> Item.of(JsonPathKind.BOOL, new JsonPath.Truth(true));
          case "false" -> Item.of(JsonPathKind.BOOL, new JsonPath.Truth(false));
          default -> throw fault();
        };
    advance();
    return item;
  }

  /** Methods that later majors have may be there or not. */
  RuntimeException unknownMethod() {
    return MajorChange.JSONPATH_CASTS.isIn(environment.major())
        ? ErrorReport.notSimulated("this method of jsonpath").toException()
        : fault();
  }
}
