package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.CollationEntry;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/** Collations by name ({@code namespace.c: get_collation_oid}). */
final class CollationNames {
  private CollationNames() {}

  /**
   * The collation of a name.
   *
   * @throws ReportedError 0A000 for one whose order is that of a library
   */
  static Optional<CollationEntry> find(ParseState state, List<String> name) {
    Optional<CollationEntry> found = named(state, name);
    if (found.filter(collation -> collation.provider() == 'i').isPresent()) {
      throw Complaint.notSimulated("collation \"" + String.join(".", name) + "\"");
    }
    return found;
  }

  private static Optional<CollationEntry> named(ParseState state, List<String> name) {
    String bare = name.get(name.size() - 1);
    if (name.size() > 1) {
      String schema = Names.schema(state, name, -1);
      return state.catalog().collationNamed(schema, bare);
    }
    for (String schema : state.context.searchPath().schemas()) {
      Optional<CollationEntry> found = state.catalog().collationNamed(schema, bare);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  static ReportedError missing(List<String> name, int location) {
    return Complaint.error(
        location,
        SqlState.UNDEFINED_OBJECT,
        "collation \"" + String.join(".", name) + "\" for encoding \"UTF8\" does not exist");
  }
}
