package io.pgdouble.auth;

import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.settings.ConfigurationFiles;
import io.pgdouble.settings.FilePlace;
import io.pgdouble.settings.UnreadableFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Cuts authentication files, and what they include, into lines and words: {@code hba.c:
 * tokenize_auth_file, next_field_expand, tokenize_expand_file}.
 */
final class AuthFileTokenizer {
  /** {@code conffiles.h: CONF_FILE_MAX_DEPTH}. */
  private static final int CONF_FILE_MAX_DEPTH = 10;

  private final ConfigurationFiles files;
  private final AuthFileWords inWords;
  private final List<ErrorReport> reports = new ArrayList<>();

  /** The lines that are being read, innermost first: the context of an error. */
  private final Deque<FilePlace> reading = new ArrayDeque<>();

  AuthFileTokenizer(ConfigurationFiles files, AuthFileWords words) {
    this.files = files;
    this.inWords = words;
  }

  /** What the server log is told. */
  List<ErrorReport> reports() {
    return reports;
  }

  /**
   * Reads a file.
   *
   * @return empty if it cannot be opened
   */
  Optional<List<AuthLine>> read(String file) {
    List<AuthLine> lines = new ArrayList<>();
    Source source = new Source(file, 0);
    return open(source, inWords.couldNotOpen(file), lines).isPresent()
        ? Optional.empty()
        : Optional.of(lines);
  }

  /** Why a file could not be read, and whether because there is none. */
  private record Obstacle(String error, SqlState state) {}

  /**
   * @param start of what is said if it cannot be
   */
  private Optional<Obstacle> open(Source source, String start, List<AuthLine> lines) {
    if (source.depth > CONF_FILE_MAX_DEPTH) {
      return obstacle(SqlState.UNDEFINED_FILE, start + "maximum nesting depth exceeded");
    }
    String text;
    try {
      text = files.read(source.file);
    } catch (UnreadableFileException e) {
      return obstacle(e.state(), start + e.reason());
    }
    tokenize(text, source, lines);
    return Optional.empty();
  }

  private Optional<Obstacle> obstacle(SqlState state, String error) {
    log(state, error);
    return Optional.of(new Obstacle(error, state));
  }

  private void log(SqlState state, String message) {
    ErrorReport report = ErrorReport.of(Severity.LOG, state, message);
    reports.add(
        reading.isEmpty() ? report : report.with(ErrorField.WHERE, HbaErrors.where(reading)));
  }

  /** A file that is being read, and how deep it is included. */
  private record Source(String file, int depth) {
    Source included(String path) {
      return new Source(path, depth + 1);
    }

    /** {@code conffiles.c: AbsoluteConfigLocation}. */
    String absolute(String location) {
      return Path.of(file).resolveSibling(location).normalize().toString();
    }
  }

  private void tokenize(String text, Source source, List<AuthLine> lines) {
    String[] physical = text.split("\n", -1);
    int end = text.endsWith("\n") || text.isEmpty() ? physical.length - 1 : physical.length;
    int at = 0;
    while (at < end) {
      StringBuilder line = new StringBuilder();
      int first = at;
      while (continues(physical[at++], line) && at < end) {
        // The backslash is gone; what it continues comes behind.
      }
      logical(line.toString(), new FilePlace(source.file, first + 1), source, lines);
    }
  }

  /** Appends a line; whether a backslash at its end says that it goes on. */
  private static boolean continues(String physical, StringBuilder line) {
    int before = line.length();
    line.append(withoutReturn(physical));
    boolean continues = line.length() > before && line.charAt(line.length() - 1) == '\\';
    if (continues) {
      line.setLength(line.length() - 1);
    }
    return continues;
  }

  private static String withoutReturn(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == '\r') {
      end--;
    }
    return line.substring(0, end);
  }

  /** One line with all that continues it. */
  private void logical(String raw, FilePlace place, Source source, List<AuthLine> lines) {
    reading.push(place);
    List<List<AuthToken>> fields = new ArrayList<>();
    AuthWords words = new AuthWords(raw);
    Optional<String> error = Optional.empty();
    while (!words.atEnd() && error.isEmpty()) {
      List<AuthToken> field = new ArrayList<>();
      error = field(words, source, field);
      if (!field.isEmpty()) {
        fields.add(field);
      }
    }
    boolean directive = inWords.knowsIncludes() && error.isEmpty() && fields.size() == 2;
    Optional<Optional<String>> included =
        directive ? include(fields, source, lines) : Optional.empty();
    if (included.isPresent()) {
      error = included.get();
    }
    boolean done = included.isPresent() && error.isEmpty();
    if (!done && (!fields.isEmpty() || error.isPresent())) {
      lines.add(new AuthLine(fields, place, raw, error));
    }
    reading.pop();
  }

  /** Words that commas join, and those of files that are named among them. */
  private Optional<String> field(AuthWords words, Source source, List<AuthToken> field) {
    Optional<String> error = Optional.empty();
    boolean more = true;
    while (more && error.isEmpty()) {
      Optional<AuthToken> next = words.next();
      more = next.isPresent() && words.endedByComma();
      if (next.isPresent()) {
        error = add(next.get(), source, field);
      }
    }
    return error;
  }

  private Optional<String> add(AuthToken token, Source source, List<AuthToken> field) {
    boolean file =
        token.quoting() == AuthToken.Quoting.PLAIN
            && token.string().startsWith("@")
            && token.string().length() > 1;
    if (!file) {
      field.add(token);
      return Optional.empty();
    }
    List<AuthLine> inside = new ArrayList<>();
    String name = token.string().substring(1);
    String path = source.absolute(name);
    Optional<String> error =
        open(source.included(path), inWords.couldNotOpenNamed(name, path), inside)
            .map(Obstacle::error);
    for (AuthLine line : inside) {
      if (line.error().isPresent()) {
        return line.error();
      }
      line.fields().forEach(field::addAll);
    }
    return error;
  }

  /**
   * What a line of two words includes.
   *
   * @return empty if it is no such line; otherwise what went wrong
   */
  private Optional<Optional<String>> include(
      List<List<AuthToken>> fields, Source source, List<AuthLine> lines) {
    String target = fields.get(1).get(0).string();
    return switch (fields.get(0).get(0).string()) {
      case "include" ->
          Optional.of(openIncluded(source, source.absolute(target), lines).map(Obstacle::error));
      case "include_if_exists" -> Optional.of(includeIfExists(target, source, lines));
      case "include_dir" -> Optional.of(includeDirectory(target, source, lines));
      default -> Optional.empty();
    };
  }

  private Optional<Obstacle> openIncluded(Source source, String path, List<AuthLine> lines) {
    return open(source.included(path), inWords.couldNotOpen(path), lines);
  }

  private Optional<String> includeIfExists(String name, Source source, List<AuthLine> lines) {
    String path = source.absolute(name);
    Optional<Obstacle> obstacle = openIncluded(source, path, lines);
    if (obstacle.filter(found -> found.error().endsWith(": No such file or directory")).isEmpty()) {
      return obstacle.map(Obstacle::error);
    }
    log(SqlState.SUCCESSFUL_COMPLETION, "skipping missing authentication file \"" + path + "\"");
    return Optional.empty();
  }

  private Optional<String> includeDirectory(String name, Source source, List<AuthLine> lines) {
    String directory = source.absolute(name);
    List<String> errors = new ArrayList<>();
    try {
      for (String file : files.configurationNames(directory)) {
        openIncluded(source, directory + "/" + file, lines)
            .ifPresent(obstacle -> errors.add(obstacle.error()));
      }
    } catch (UnreadableFileException e) {
      log(e.state(), "could not open configuration directory \"" + directory + "\": " + e.reason());
      errors.add("could not open directory \"" + directory + "\"");
    }
    return errors.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", errors));
  }
}
