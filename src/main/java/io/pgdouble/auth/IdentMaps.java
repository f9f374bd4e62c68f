package io.pgdouble.auth;

import io.pgdouble.auth.IdentParser.IdentLine;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/**
 * Who on a system, or by a certificate, may be which role: the records of {@code pg_ident.conf}.
 * Immutable. {@code hba.c: check_usermap}.
 */
public final class IdentMaps {
  /** No map at all. */
  public static final IdentMaps NONE = new IdentMaps(List.of());

  private static final int FIRST_WITH_ROLES = 16;
  private static final String GROUP = "\\1";

  private final List<IdentLine> lines;

  IdentMaps(List<IdentLine> lines) {
    this.lines = List.copyOf(lines);
  }

  /** What one record says. */
  private enum Answer {
    OTHER,
    FITS,
    WRONG
  }

  /**
   * Whether somebody may be the role he asks for.
   *
   * @param map its name; empty where names have to be the same
   * @return LOG, why not; empty if he may
   */
  Optional<ErrorReport> objection(String map, String known, ClientConnection connection) {
    if (map.isEmpty()) {
      return known.equals(connection.user())
          ? Optional.empty()
          : Optional.of(
              log(
                  "provided user name (%s) and authenticated user name (%s) do not match"
                      .formatted(connection.user(), known)));
    }
    for (IdentLine line : lines) {
      boolean fits = line.map().equals(map) && systemUserFits(line, known);
      Answer answer = fits ? answer(line, known, connection) : Answer.OTHER;
      if (answer == Answer.FITS) {
        return Optional.empty();
      }
      if (answer == Answer.WRONG) {
        return Optional.of(noGroup(line));
      }
    }
    return Optional.of(
        log(
            "no match in usermap \"%s\" for user \"%s\" authenticated as \"%s\""
                .formatted(map, connection.user(), known)));
  }

  private static boolean systemUserFits(IdentLine line, String known) {
    return line.systemUser().matches(known);
  }

  private static Answer answer(IdentLine line, String known, ClientConnection connection) {
    AuthToken role = line.user();
    boolean special =
        connection.host().major() >= FIRST_WITH_ROLES
            && (role.isMemberCheck() || role.pattern().isPresent());
    boolean asksForGroup =
        !special && line.systemUser().pattern().isPresent() && role.string().contains(GROUP);
    if (!asksForGroup) {
      return fits(role, connection) ? Answer.FITS : Answer.OTHER;
    }
    Optional<String> group = line.systemUser().pattern().get().firstGroup(known);
    if (group.isEmpty()) {
      return Answer.WRONG;
    }
    int at = role.string().indexOf(GROUP);
    String expanded =
        role.string().substring(0, at) + group.get() + role.string().substring(at + 2);
    return expanded.equals(connection.user()) ? Answer.FITS : Answer.OTHER;
  }

  /** {@code hba.c: check_role}, since 16. */
  private static boolean fits(AuthToken role, ClientConnection connection) {
    if (connection.host().major() < FIRST_WITH_ROLES) {
      return role.string().equals(connection.user());
    }
    if (role.isMemberCheck()) {
      return connection.isMemberOf(role.string().substring(1));
    }
    return role.isKeyword("all") || role.matches(connection.user());
  }

  private static ErrorReport noGroup(IdentLine line) {
    return ErrorReport.of(
        Severity.LOG,
        SqlState.INVALID_REGULAR_EXPRESSION,
        "regular expression \"%s\" has no subexpressions as requested by backreference in \"%s\""
            .formatted(line.systemUser().string().substring(1), line.user().string()));
  }

  private static ErrorReport log(String text) {
    return ErrorReport.of(Severity.LOG, SqlState.SUCCESSFUL_COMPLETION, text);
  }
}
