package io.pgdouble.settings;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.settings.ConfigurationScanner.Token;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads configuration files and what they include: {@code guc-file.l: ParseConfigFile,
 * ParseConfigFp, ParseConfigDirectory}. It goes on after an error, so that all are told at once.
 */
final class ConfigurationParser {
  /** {@code CONF_FILE_MAX_DEPTH}: includes within includes. */
  private static final int CONF_FILE_MAX_DEPTH = 10;

  /** A file that has so many is no configuration file at all. */
  private static final int MAX_SYNTAX_ERRORS = 100;

  private final ConfigurationFiles files;
  private final List<ConfigurationItem> items = new ArrayList<>();
  private final List<ErrorReport> reports = new ArrayList<>();
  private boolean valid = true;

  ConfigurationParser(ConfigurationFiles files) {
    this.files = files;
  }

  /** Every line read so far. */
  List<ConfigurationItem> items() {
    return items;
  }

  /** What the server log is told of it. */
  List<ErrorReport> reports() {
    return reports;
  }

  /** Whether there was no error in any file read so far. */
  boolean valid() {
    return valid;
  }

  /** Reads a file that must be there. */
  void readRequired(String path) {
    read(path, new Inclusion(Optional.empty(), 0), Need.REQUIRED);
  }

  /** Reads a file if it is there. */
  void readIfExists(String path) {
    read(path, new Inclusion(Optional.empty(), 0), Need.OPTIONAL);
  }

  private enum Need {
    REQUIRED,
    OPTIONAL
  }

  /** Who includes a file, and how deep. */
  private record Inclusion(Optional<FilePlace> by, int depth) {
    /** {@code conffiles.c: AbsoluteConfigLocation}. */
    String absolute(String location) {
      Path path = Path.of(location);
      if (!path.isAbsolute() && by.isPresent()) {
        path = Path.of(by.get().file()).resolveSibling(path);
      }
      return path.normalize().toString();
    }
  }

  private void read(String location, Inclusion inclusion, Need need) {
    if (location.isBlank()) {
      refuse(
          report(
              SqlState.INVALID_PARAMETER_VALUE,
              "empty configuration file name: \"" + location + "\""),
          "empty configuration file name",
          inclusion);
      return;
    }
    String path = inclusion.absolute(location);
    if (inclusion.depth > CONF_FILE_MAX_DEPTH) {
      refuse(
          report(
              SqlState.PROGRAM_LIMIT_EXCEEDED,
              "could not open configuration file \""
                  + location
                  + "\": maximum nesting depth exceeded"),
          "nesting depth exceeded",
          inclusion);
    } else if (inclusion.by.filter(by -> by.file().equals(path)).isPresent()) {
      refuse(
          report(
              SqlState.INVALID_PARAMETER_VALUE, "configuration file recursion in \"" + path + "\""),
          "configuration file recursion",
          inclusion);
    } else {
      open(path, inclusion, need);
    }
  }

  private void open(String path, Inclusion inclusion, Need need) {
    String text;
    try {
      text = files.read(path);
    } catch (UnreadableFileException e) {
      switch (need) {
        case REQUIRED ->
            refuse(
                report(
                    e.state(), "could not open configuration file \"" + path + "\": " + e.reason()),
                "could not open file \"" + path + "\"",
                inclusion);
        case OPTIONAL ->
            reports.add(
                report(
                    SqlState.SUCCESSFUL_COMPLETION,
                    "skipping missing configuration file \"" + path + "\""));
      }
      return;
    }
    parse(text, path, inclusion.depth);
  }

  private void readDirectory(String location, Inclusion inclusion) {
    if (location.isBlank()) {
      refuse(
          report(
              SqlState.INVALID_PARAMETER_VALUE,
              "empty configuration directory name: \"" + location + "\""),
          "empty configuration directory name",
          inclusion);
      return;
    }
    String directory = inclusion.absolute(location);
    try {
      for (String name : files.configurationNames(directory)) {
        read(directory + "/" + name, inclusion, Need.REQUIRED);
      }
    } catch (UnreadableFileException e) {
      refuse(
          report(
              e.state(),
              "could not open configuration directory \"" + directory + "\": " + e.reason()),
          "could not open directory \"" + directory + "\"",
          inclusion);
    }
  }

  private void parse(String text, String file, int depth) {
    ConfigurationScanner scanner = new ConfigurationScanner(text);
    int errors = 0;
    Token last = Token.END_OF_LINE;
    while (last != Token.END_OF_FILE) {
      Token token = scanner.next();
      if (token.endsLine()) {
        last = token;
        continue;
      }
      Optional<Token> end = line(scanner, token, new Inclusion(place(file, scanner), depth + 1));
      if (end.isEmpty() && ++errors >= MAX_SYNTAX_ERRORS) {
        reports.add(
            report(
                SqlState.PROGRAM_LIMIT_EXCEEDED,
                "too many syntax errors found, abandoning file \"" + file + "\""));
        return;
      }
      last = end.orElseGet(() -> rest(scanner));
    }
  }

  private static Optional<FilePlace> place(String file, ConfigurationScanner scanner) {
    return Optional.of(new FilePlace(file, scanner.line()));
  }

  /** What is left of a line that makes no sense. */
  private static Token rest(ConfigurationScanner scanner) {
    Token token = scanner.last();
    while (!token.endsLine()) {
      token = scanner.next();
    }
    return token;
  }

  /** One line from its first word on: the word that ends it, or nothing where it is no line. */
  private Optional<Token> line(ConfigurationScanner scanner, Token first, Inclusion here) {
    String name = scanner.word();
    Token token = first.isName() ? scanner.next() : Token.ERROR;
    if (token == Token.EQUALS) {
      token = scanner.next();
    }
    if (!first.isName() || !token.isValue()) {
      return syntaxError(scanner, here);
    }
    String value = scanner.value();
    Token end = scanner.next();
    if (!end.endsLine()) {
      return syntaxError(scanner, here);
    }
    take(name, value, here);
    return Optional.of(end);
  }

  private Optional<Token> syntaxError(ConfigurationScanner scanner, Inclusion here) {
    FilePlace place = here.by.orElseThrow();
    // PostgreSQL differs: a last line without its end counts as the one before it.
    int line = place.line() - (scanner.last() == Token.END_OF_FILE ? 1 : 0);
    String where = "syntax error in file \"" + place.file() + "\" line " + line + ", near ";
    String what = scanner.last().endsLine() ? "end of line" : "token \"" + scanner.word() + "\"";
    refuse(
        report(SqlState.SYNTAX_ERROR, where + what),
        "syntax error",
        new Inclusion(Optional.of(new FilePlace(place.file(), line)), here.depth));
    return Optional.empty();
  }

  private void take(String name, String value, Inclusion here) {
    switch (AsciiText.lower(name)) {
      case "include" -> read(value, here, Need.REQUIRED);
      case "include_if_exists" -> read(value, here, Need.OPTIONAL);
      case "include_dir" -> readDirectory(value, here);
      default -> items.add(ConfigurationItem.of(name, value, here.by.orElseThrow()));
    }
  }

  private void refuse(ErrorReport report, String inShort, Inclusion inclusion) {
    valid = false;
    reports.add(report);
    items.add(ConfigurationItem.error(inShort, inclusion.by));
  }

  private static ErrorReport report(SqlState state, String message) {
    return ErrorReport.of(Severity.LOG, state, message);
  }
}
