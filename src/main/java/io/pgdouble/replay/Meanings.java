package io.pgdouble.replay;

import io.pgdouble.message.Bind;
import io.pgdouble.message.Close;
import io.pgdouble.message.CopyData;
import io.pgdouble.message.CopyDone;
import io.pgdouble.message.CopyFail;
import io.pgdouble.message.Describe;
import io.pgdouble.message.Execute;
import io.pgdouble.message.Flush;
import io.pgdouble.message.FrontendHandler;
import io.pgdouble.message.FunctionCall;
import io.pgdouble.message.MalformedMessage;
import io.pgdouble.message.Parse;
import io.pgdouble.message.PasswordMessage;
import io.pgdouble.message.Query;
import io.pgdouble.message.Sync;
import io.pgdouble.message.Terminate;
import io.pgdouble.trace.Masks;
import io.pgdouble.trace.ObjectIds;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the messages of one frontend mean, whatever names it gives to statements and portals: a Bind
 * means the statement's text and its values. Sees all of them, in order.
 */
final class Meanings implements FrontendHandler<String> {
  private static final Pattern NAMES_A_STATEMENT =
      Pattern.compile("(?i)^\\s*(deallocate|execute)\\b.*", Pattern.DOTALL);

  private final Map<String, String> statements = new LinkedHashMap<>();
  private final Map<String, String> portals = new HashMap<>();
  private final Map<String, Integer> executions = new HashMap<>();

  /** Another that has heard the same. */
  Meanings copy() {
    Meanings copy = new Meanings();
    copy.statements.putAll(statements);
    copy.portals.putAll(portals);
    copy.executions.putAll(executions);
    return copy;
  }

  /** Whether two mean the same, as far as the recorded one was not masked. */
  static boolean same(String recorded, String found) {
    if (!recorded.contains(Masks.MASKED)) {
      return recorded.equals(found);
    }
    String pattern =
        Arrays.stream(recorded.split(Pattern.quote(Masks.MASKED), -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(pattern, Pattern.DOTALL).matcher(found).matches();
  }

  @Override
  public String onParse(Parse message) {
    String types =
        Arrays.stream(message.parameterTypes())
            .mapToObj(SaidOids::marked)
            .collect(Collectors.joining(", ", "[", "]"));
    String meaning = "Parse " + text(message.query()) + " " + types;
    statements.put(message.statement(), meaning);
    return meaning;
  }

  @Override
  public String onBind(Bind message) {
    String meaning =
        "Bind "
            + Arrays.toString(message.parameterFormats())
            + values(ObjectIds.areIn(statement(message.statement())), message.values())
            + Arrays.toString(message.resultFormats())
            + " of "
            + statement(message.statement());
    portals.put(message.portal(), meaning);
    executions.remove(message.portal());
    return meaning;
  }

  /** Texts about catalogs hold OIDs. */
  private static String text(String query) {
    return ObjectIds.areIn(query) ? SaidOids.marked(query) : query;
  }

  private static String values(boolean oids, byte[]... values) {
    Function<byte[], String> text = oids ? SaidOids::marked : RawText::text;
    return Arrays.stream(values)
        .map(value -> value == null ? "NULL" : "'" + text.apply(value) + "'")
        .collect(Collectors.joining(" ", "(", ")"));
  }

  /** A statement that was made by SQL is known by its name alone. */
  private String statement(String name) {
    return statements.getOrDefault(name, "statement " + name);
  }

  private String portal(String name) {
    return portals.getOrDefault(name, "portal " + name);
  }

  @Override
  public String onDescribe(Describe message) {
    return "Describe " + named((char) message.kind(), message.name());
  }

  private String named(char kind, String name) {
    return kind + " " + (kind == 'S' ? statement(name) : portal(name));
  }

  @Override
  public String onClose(Close message) {
    return "Close " + named((char) message.kind(), message.name());
  }

  @Override
  public String onExecute(Execute message) {
    int number = executions.merge(message.portal(), 1, Integer::sum);
    return "Execute " + portal(message.portal()) + " " + message.maxRows() + " #" + number;
  }

  @Override
  public String onQuery(Query message) {
    String query = message.query();
    return "Query " + (namesStatement(message) ? withoutNames(query) : text(query));
  }

  private static boolean namesStatement(Query message) {
    return NAMES_A_STATEMENT.matcher(message.query()).matches();
  }

  private String withoutNames(String text) {
    String plain = text;
    for (Map.Entry<String, String> statement : statements.entrySet()) {
      if (!statement.getKey().isEmpty()) {
        String name = "\"?\\b" + Pattern.quote(statement.getKey()) + "\\b\"?";
        String meaning = Matcher.quoteReplacement("{" + statement.getValue() + "}");
        plain = plain.replaceAll(name, meaning);
      }
    }
    return plain;
  }

  @Override
  public String onFunctionCall(FunctionCall message) {
    return RawText.brief(message);
  }

  @Override
  public String onCopyData(CopyData message) {
    return "CopyData " + RawText.text(message.data());
  }

  @Override
  public String onCopyDone(CopyDone message) {
    return "CopyDone";
  }

  @Override
  public String onCopyFail(CopyFail message) {
    return "CopyFail " + message.message();
  }

  @Override
  public String onFlush(Flush message) {
    return "Flush";
  }

  @Override
  public String onSync(Sync message) {
    return "Sync";
  }

  @Override
  public String onTerminate(Terminate message) {
    return "Terminate";
  }

  @Override
  public String onMalformedMessage(MalformedMessage message) {
    return "Malformed " + message.type() + " " + RawText.text(message.body());
  }

  @Override
  public String onPasswordMessage(PasswordMessage message) {
    return "PasswordMessage";
  }
}
