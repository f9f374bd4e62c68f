package io.pgdouble.engine;

import io.pgdouble.facts.FactTable;
import io.pgdouble.facts.Facts;
import io.pgdouble.settings.ServerSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a server was set up: what {@code initdb}, {@code postgresql.conf} and the first {@code CREATE
 * ROLE} decide in a real one.
 *
 * @param major the profile, 14 to 18
 * @param superuser the bootstrap role, normally {@code postgres}
 * @param roles more roles that may log in, without any attribute
 * @param settings values that differ from the boot values, by the settings' names
 */
public record EngineOptions(
    int major, String superuser, List<String> roles, Map<String, String> settings) {

  private static final String LEARNED_SUPERUSER = "postgres";

  /** {@code FirstNormalObjectId}: users' objects begin there. */
  static final int FIRST_NORMAL_OID = 16_384;

  /** What {@code CREATE ROLE … LOGIN} leaves in the columns of {@code pg_roles} after the name. */
  private static final String PLAIN_USER = "\tf\tt\tf\tf\tt\tf\t-1\tf\t\\N\t\\N\t\\N\n";

  public EngineOptions {
    roles = List.copyOf(roles);
    settings = Map.copyOf(settings);
  }

  /** With no role but the superuser. */
  public EngineOptions(int major, String superuser, Map<String, String> settings) {
    this(major, superuser, List.of(), settings);
  }

  /**
   * What every session begins with.
   *
   * @throws io.pgdouble.error.ReportedError FATAL where a setting makes no sense
   */
  public ServerSettings serverSettings() {
    return ServerSettings.of(facts(), settings);
  }

  /**
   * What {@code version()} answers.
   *
   * @param version {@code server_version}
   */
  public static String versionText(String version) {
    return "PostgreSQL " + version + " on x86_64-pc-linux-gnu, simulated by pgdouble, 64-bit";
  }

  /** Whether there is a role of that name, the predefined ones among them. */
  public boolean hasRole(String name) {
    return name.equals(superuser)
        || facts().table("pg_roles").rows().stream()
            .anyMatch(row -> row.text("rolname").equals(name));
  }

  /** What was learned of the major, with the roles of this server. */
  Facts facts() {
    Facts learned = Facts.of(major);
    if (superuser.equals(LEARNED_SUPERUSER) && roles.isEmpty()) {
      return learned;
    }
    return learned.with(learned.table("pg_roles").changed(this::withRoles));
  }

  private String withRoles(String table) {
    StringBuilder text = new StringBuilder(table);
    int first = table.indexOf("\n10\t" + LEARNED_SUPERUSER + "\t") + 4;
    text.replace(
        first, first + LEARNED_SUPERUSER.length(), FactTable.written(Optional.of(superuser)));
    for (int i = 0; i < roles.size(); i++) {
      text.append(FIRST_NORMAL_OID + i)
          .append('\t')
          .append(FactTable.written(Optional.of(roles.get(i))))
          .append(PLAIN_USER);
    }
    return text.toString();
  }
}
