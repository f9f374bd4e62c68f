package io.pgdouble.engine;

import io.pgdouble.engine.authorization.AccessMode;
import io.pgdouble.engine.authorization.ObjectAccess;
import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.SearchPath;
import io.pgdouble.settings.SessionSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From the setting {@code search_path} to schemas ({@code namespace.c: recomputeNamespacePath}).
 */
record SearchPaths(Catalog catalog, Optional<String> temporary, ObjectAccess rights) {
  private static final int USAGE = AccessMode.of("U");
  private static final String SYSTEM = "pg_catalog";
  private static final String USER = "$user";
  private static final String OWN = "pg_temp";

  SearchPath of(SessionSettings settings) {
    long user = settings.identity().currentUser().oid();
    boolean any = rights.membership().isSuperuser(user);
    List<String> named = named(settings);
    named.removeIf(schema -> !any && !mayUse(schema, user));
    List<String> schemas = new ArrayList<>(named);
    schemas.remove(OWN);
    if (!schemas.contains(SYSTEM)) {
      schemas.add(0, SYSTEM);
    }
    temporary.filter(own -> !schemas.contains(own)).ifPresent(own -> schemas.add(0, own));
    return new SearchPath(schemas, named, any ? 0 : user);
  }

  private boolean mayUse(String schema, long user) {
    return temporary.filter(schema::equals).isPresent()
        || rights.facts().table("pg_namespace").where("nspname", schema).stream()
            .allMatch(row -> rights.permits(Securable.SCHEMA, row, user, USAGE));
  }

  /**
   * Those that were named and exist, without implicit ones. Before there is a schema for temporary
   * objects, {@code pg_temp} is among them if it comes first: to be made when it is needed ({@code
   * activeTempCreationPending}).
   */
  private List<String> named(SessionSettings settings) {
    List<String> schemas = new ArrayList<>();
    for (String name : split(settings.text("search_path"), ',')) {
      String schema = schema(name, settings);
      boolean pending = schema.equals(OWN) && schemas.isEmpty();
      if ((catalog.hasSchema(schema) || pending) && !schemas.contains(schema)) {
        schemas.add(schema);
      }
    }
    return schemas;
  }

  private String schema(String name, SessionSettings settings) {
    if (name.equals(USER)) {
      return settings.identity().currentUser().name();
    }
    return name.equals(OWN) ? temporary.orElse(name) : name;
  }

  /** A list of identifiers that was found valid before ({@code SplitIdentifierString}). */
  static List<String> split(String list, char separator) {
    List<String> names = new ArrayList<>();
    int at = 0;
    while (at < list.length()) {
      char c = list.charAt(at);
      if (c == ' ' || c == separator) {
        at++;
      } else {
        int end = c == '"' ? quotedEnd(list, at + 1) : plainEnd(list, at, separator);
        names.add(name(list.substring(at, end)));
        at = end;
      }
    }
    return names;
  }

  private static int plainEnd(String list, int start, char separator) {
    int end = start;
    while (end < list.length() && list.charAt(end) != separator && list.charAt(end) != ' ') {
      end++;
    }
    return end;
  }

  /** Behind the quote that ends the name; a doubled one belongs to it. */
  private static int quotedEnd(String list, int start) {
    int end = list.indexOf('"', start);
    while (end >= 0 && end + 1 < list.length() && list.charAt(end + 1) == '"') {
      end = list.indexOf('"', end + 2);
    }
    return end < 0 ? list.length() : end + 1;
  }

  private static String name(String text) {
    return text.startsWith("\"")
        ? text.substring(1, Math.max(1, text.length() - 1)).replace("\"\"", "\"")
        : text.toLowerCase(java.util.Locale.ROOT);
  }
}
