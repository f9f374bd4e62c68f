package io.pgdouble.log;

import io.pgdouble.type.Zone;
import java.util.Optional;

/** {@code log_line_prefix}. Source: {@code elog.c: log_status_format}. */
final class LinePrefix {
  private static final String UNKNOWN = "[unknown]";

  private final String format;
  private final Zone zone;

  LinePrefix(String format, Zone zone) {
    this.format = format;
    this.zone = zone;
  }

  /**
   * What goes before a line of an entry.
   *
   * @param number of the line among all that the process has logged
   */
  String of(LogEntry entry, long number) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at >= 0 && at < format.length()) {
      char c = format.charAt(at++);
      if (c == '%') {
        at = escape(new Line(entry, number), at, out);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private record Line(LogEntry entry, long number) {}

  /** Appends what an escape stands for; answers where to go on, below 0 for nowhere. */
  private int escape(Line line, int at, StringBuilder out) {
    int letter = skipWidth(at);
    if (letter >= format.length()) {
      return -1;
    }
    char code = format.charAt(letter);
    if (code == 'q') {
      return line.entry().origin().client().isPresent() ? letter + 1 : -1;
    }
    value(code, line).ifPresent(text -> out.append(padded(text, format.substring(at, letter))));
    return letter + 1;
  }

  private int skipWidth(int at) {
    int next = at < format.length() && format.charAt(at) == '-' ? at + 1 : at;
    while (next < format.length() && Character.digit(format.charAt(next), 10) >= 0) {
      next++;
    }
    return next;
  }

  private static String padded(String text, String width) {
    if (width.isEmpty() || width.equals("-")) {
      return text;
    }
    int columns = Integer.parseInt(width);
    String blanks = " ".repeat(Math.max(0, Math.abs(columns) - text.length()));
    return columns < 0 ? text + blanks : blanks + text;
  }

  /** Empty for a letter that means nothing: it is left out, its width too. */
  private Optional<String> value(char code, Line line) {
    LogEntry entry = line.entry();
    LogOrigin origin = entry.origin();
    return switch (code) {
      case '%' -> Optional.of("%");
      case 'p' -> Optional.of(Integer.toString(origin.pid()));
      case 'P' -> Optional.of("");
      case 'Q' -> Optional.of("0");
      case 'v' -> Optional.of(origin.transaction().virtualId());
      case 'x' -> Optional.of(origin.transaction().shortId());
      case 'b' -> Optional.of(origin.backendType());
      case 'l' -> Optional.of(Long.toString(line.number()));
      case 'e' -> Optional.of(entry.report().code());
      case 'c' -> Optional.of(origin.session());
      case 't' -> Optional.of(LogTime.seconds(entry.time(), zone));
      case 'm' -> Optional.of(LogTime.millis(entry.time(), zone));
      case 'n' -> Optional.of(LogTime.epoch(entry.time()));
      case 's' -> Optional.of(LogTime.seconds(origin.start(), zone));
      case 'a', 'u', 'd', 'r', 'h', 'i' ->
          Optional.of(origin.client().map(client -> of(client, code, origin)).orElse(""));
      default -> Optional.empty();
    };
  }

  private static String of(LogOrigin.LogClient client, char code, LogOrigin origin) {
    return switch (code) {
      case 'a' -> known(client.application());
      case 'u' -> known(client.user());
      case 'd' -> known(client.database());
      case 'h' -> client.host();
      case 'r' -> client.port().isEmpty() ? client.host() : withPort(client);
      default -> origin.display();
    };
  }

  private static String known(String name) {
    return name.isEmpty() ? UNKNOWN : name;
  }

  private static String withPort(LogOrigin.LogClient client) {
    return client.host() + "(" + client.port() + ")";
  }
}
