package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.CollationEntry;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/** Collations by name ({@code namespace.c: get_collation_oid}). */
final class CollationNames {
  private CollationNames() {}

  static Optional<CollationEntry> find(ParseState state, List<String> name) {
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
