package io.pgdouble.capture;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.MessageLayout;
import io.pgdouble.trace.Symbols;
import io.pgdouble.trace.TraceSyntaxException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The messages of pgjdbc's log, by the words it has for them. */
final class PgjdbcMessages {
  private static final byte[] NOTHING = {};
  private static final Pattern PARSE =
      Pattern.compile("Parse\\(stmt=(.*?),query=\"(.*)\",oids=\\{(.*?)}\\)\\s*", Pattern.DOTALL);
  private static final Pattern BIND =
      Pattern.compile("Bind\\(stmt=(.*?),portal=(.*?)(,\\$1=.*)?\\)\\s*", Pattern.DOTALL);
  private static final Pattern PARAMETER = Pattern.compile(",\\$(\\d+)=<");
  private static final Pattern QUERY =
      Pattern.compile("SimpleQuery\\(query=\"(.*)\"\\)\\s*", Pattern.DOTALL);
  private static final Pattern EXECUTE = Pattern.compile("Execute\\(portal=(.*),limit=(.*)\\)");
  private static final Pattern NAMED =
      Pattern.compile("(Describe|ClosePortal|CloseStatement)\\((portal=|statement=)?(.*)\\)");
  private static final Pattern REPORT =
      Pattern.compile(
          "\\w+\\((\\w+): (.*?)(\n.*Server SQLState: (\\w{5}).*)?\\)\\s*", Pattern.DOTALL);

  /** What needs no more than its name. */
  private static final Map<String, Character> BARE_FRONTEND =
      Map.of("Sync", 'S', "Terminate", 'X', "CopyDone", 'c');

  private static final Map<String, Character> BARE_BACKEND =
      Map.ofEntries(
          Map.entry("ParseComplete", '1'),
          Map.entry("BindComplete", '2'),
          Map.entry("CloseComplete", '3'),
          Map.entry("NoData", 'n'),
          Map.entry("PortalSuspended", 's'),
          Map.entry("EmptyQuery", 'I'),
          Map.entry("CopyDone", 'c'));

  /** What is told of without what it holds. */
  private static final Map<String, Character> GLIMPSES =
      Map.ofEntries(
          Map.entry("DataRow", 'D'),
          Map.entry("RowDescription", 'T'),
          Map.entry("ParameterDescription", 't'),
          Map.entry("BackendKeyData", 'K'),
          Map.entry("CopyData", 'd'),
          Map.entry("XLogData", 'd'),
          Map.entry("Keepalive", 'd'),
          Map.entry("CopyInResponse", 'G'),
          Map.entry("CopyOutResponse", 'H'),
          Map.entry("CopyBothResponse", 'W'),
          Map.entry("FunctionCallResponse", 'V'),
          Map.entry("AsyncNotify", 'A'));

  private String mechanism = "";

  /** The message of an entry; empty if it tells of none. */
  Optional<Crossing> read(Direction side, String said) {
    String word = said.split("[( \\[{,]", 2)[0].strip();
    return side == Direction.FRONTEND ? frontend(word, said) : backend(word, said);
  }

  private Optional<Crossing> frontend(String word, String said) {
    if (BARE_FRONTEND.containsKey(word)) {
      return message(Direction.FRONTEND, BARE_FRONTEND.get(word), NOTHING);
    }
    return switch (word) {
      case "SSLRequest" -> startup(MessageLayout.SSL_REQUEST, "1234 5679");
      case "GSSENCRequest" -> startup(MessageLayout.GSSENC_REQUEST, "1234 5680");
      case "StartupPacket" -> startup(MessageLayout.STARTUP_MESSAGE, "3 0 " + parameters(said));
      case "Password", "SASLResponse" -> glimpse(Direction.FRONTEND, 'p', said, NOTHING);
      case "SASLInitialResponse" -> glimpse(Direction.FRONTEND, 'p', said, strings(mechanism));
      case "SimpleQuery" -> message(Direction.FRONTEND, 'Q', strings(group(QUERY, said, 1)));
      case "Query", "StartReplication" ->
          glimpse(Direction.FRONTEND, 'Q', said, strings("a_command"));
      case "Parse" -> message(Direction.FRONTEND, 'P', parse(said));
      case "Bind" -> glimpse(Direction.FRONTEND, 'B', said, bind(said));
      case "Describe", "ClosePortal", "CloseStatement" -> named(said);
      case "Execute" -> message(Direction.FRONTEND, 'E', execute(said));
      case "CopyData", "StandbyStatusUpdate" -> glimpse(Direction.FRONTEND, 'd', said, NOTHING);
      case "CopyFail" -> glimpse(Direction.FRONTEND, 'f', said, strings(""));
      case "FunctionCall" -> glimpse(Direction.FRONTEND, 'F', said, new byte[10]);
      case "StopReplication" -> message(Direction.FRONTEND, 'c', NOTHING);
      case "CancelRequest", "Can't", "close" -> Optional.empty();
      default -> throw unknown(said);
    };
  }

  private static TraceSyntaxException unknown(String said) {
    return new TraceSyntaxException("no message of pgjdbc's log begins with " + said);
  }

  private static Optional<Crossing> startup(MessageLayout layout, String columns) {
    return Optional.of(new Crossing.Startup(layout, layout.scan(columns, Symbols.NONE)));
  }

  private static String parameters(String said) {
    StringBuilder columns = new StringBuilder();
    String inside = said.substring(said.indexOf('(') + 1, said.lastIndexOf(')'));
    for (String pair : inside.split(", ")) {
      String[] parts = pair.split("=", 2);
      columns.append('"').append(parts[0]).append("\" \"");
      columns.append(parts.length > 1 ? parts[1] : "").append("\" ");
    }
    return columns.append("\\x00").toString();
  }

  private static String group(Pattern pattern, String said, int group) {
    Matcher matcher = pattern.matcher(said);
    if (!matcher.matches()) {
      throw unknown(said);
    }
    return matcher.group(group) == null ? "" : matcher.group(group);
  }

  private static byte[] parse(String said) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(strings(name(group(PARSE, said, 1)), group(PARSE, said, 2)));
    String oids = group(PARSE, said, 3);
    String[] types = oids.isEmpty() ? new String[0] : oids.split(",");
    int16(body, types.length);
    for (String type : types) {
      int32(body, Long.parseLong(type.strip()));
    }
    return body.toByteArray();
  }

  /** As many parameters as are told, all NULL. */
  private static byte[] bind(String said) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(strings(name(group(BIND, said, 2)), name(group(BIND, said, 1))));
    int count = 0;
    Matcher parameter = PARAMETER.matcher(group(BIND, said, 3));
    while (parameter.find()) {
      count = Math.max(count, Integer.parseInt(parameter.group(1)));
    }
    int16(body, 0);
    int16(body, count);
    for (int i = 0; i < count; i++) {
      int32(body, -1);
    }
    int16(body, 0);
    return body.toByteArray();
  }

  private static Optional<Crossing> named(String said) {
    boolean portal = said.startsWith("ClosePortal") || said.startsWith("Describe(portal");
    String name = name(group(NAMED, said, 3));
    byte[] body = strings((portal ? "P" : "S") + name);
    return message(Direction.FRONTEND, said.startsWith("Describe") ? 'D' : 'C', body);
  }

  private static byte[] execute(String said) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(strings(name(group(EXECUTE, said, 1))));
    int32(body, Long.parseLong(group(EXECUTE, said, 2).replaceAll("\\D", "")));
    return body.toByteArray();
  }

  private Optional<Crossing> backend(String word, String said) {
    if (BARE_BACKEND.containsKey(word)) {
      return message(Direction.BACKEND, BARE_BACKEND.get(word), NOTHING);
    }
    if (GLIMPSES.containsKey(word)) {
      return glimpse(Direction.BACKEND, GLIMPSES.get(word), said, NOTHING);
    }
    return switch (word) {
      case "SSLOk" -> answer("SSLResponse", 'S');
      case "SSLRefused" -> answer("SSLResponse", 'N');
      case "GSSEncryptedOk" -> answer("GSSENCResponse", 'G');
      case "GSSEncrypted" -> answer("GSSENCResponse", said.contains("Refused") ? 'N' : 'E');
      case "SSLError" -> answer("SSLResponse", 'E');
      case "AuthenticationOk" -> authentication(said, 0, NOTHING);
      case "AuthenticationReqMD5" -> authentication(said, 5, new byte[4]);
      case "AuthenticationReq" -> authentication(said, 3, NOTHING);
      case "AuthenticationSASL" -> sasl(said);
      case "AuthenticationSASLContinue" -> authentication(said, 11, NOTHING);
      case "AuthenticationSASLFinal" -> authentication(said, 12, NOTHING);
      case "ParameterStatus" -> parameterStatus(said);
      case "ReadyForQuery" -> message(Direction.BACKEND, 'Z', bytes(inside(said)));
      case "CommandStatus" -> message(Direction.BACKEND, 'C', strings(inside(said)));
      case "ErrorMessage" -> report('E', said);
      case "NoticeResponse" -> report('N', said);
      case "Asynchronous", "Notification" -> Optional.empty();
      default -> throw unknown(said);
    };
  }

  private static Optional<Crossing> answer(String name, char answer) {
    return Optional.of(new Crossing.NegotiationAnswer(name, (byte) answer));
  }

  private static String inside(String said) {
    int end = said.lastIndexOf(')');
    return end < 0 ? "" : said.substring(said.indexOf('(') + 1, end);
  }

  private static Optional<Crossing> authentication(String said, int code, byte[] rest) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int32(body, code);
    body.writeBytes(rest);
    return glimpse(Direction.BACKEND, 'R', said, body.toByteArray());
  }

  private Optional<Crossing> sasl(String said) {
    String[] offered = inside(said).replaceAll("[\\[\\]\\s]", "").split(",");
    mechanism = offered[offered.length - 1];
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    rest.writeBytes(strings(offered));
    rest.write(0);
    return authentication(said, 10, rest.toByteArray());
  }

  private static Optional<Crossing> parameterStatus(String said) {
    String[] parts = inside(said).split(" = ", 2);
    return message(Direction.BACKEND, 'S', strings(parts[0], parts.length > 1 ? parts[1] : ""));
  }

  private static Optional<Crossing> report(char type, String said) {
    String severity = group(REPORT, said, 1);
    String state = group(REPORT, said, 4);
    String code = state.isEmpty() ? "00000" : state;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        strings("S" + severity, "V" + severity, "C" + code, "M" + group(REPORT, said, 2)));
    body.write(0);
    return glimpse(Direction.BACKEND, type, said, body.toByteArray());
  }

  private static Optional<Crossing> message(Direction side, char type, byte[] body) {
    return Optional.of(new Crossing.Message(side, (byte) type, body));
  }

  private static Optional<Crossing> glimpse(Direction side, char type, String said, byte[] body) {
    String text = said.contains("(") ? said.substring(said.indexOf('(')) : "";
    String line = text.strip().replace("\n", "\\n");
    return Optional.of(new Crossing.Glimpse(side, (byte) type, body, line));
  }

  /** What has no name is null in the log. */
  private static String name(String word) {
    return word.equals("null") ? "" : word;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] strings(String... texts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String text : texts) {
      out.writeBytes(bytes(text));
      out.write(0);
    }
    return out.toByteArray();
  }

  private static void int16(ByteArrayOutputStream out, int value) {
    out.write(value >> 8);
    out.write(value);
  }

  private static void int32(ByteArrayOutputStream out, long value) {
    int16(out, (int) (value >> 16));
    int16(out, (int) value);
  }
}
