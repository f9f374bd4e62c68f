package io.pgdouble.engine.command;

import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.CreateExtensionStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.regex.Pattern;

/**
 * CREATE EXTENSION ({@code extension.c: CreateExtension}) of one that is there from the beginning.
 * What others are made of is in files that come with PostgreSQL.
 */
record ExtensionCommands(SessionMemory memory) {
  private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

  Completion create(CreateExtensionStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    String name = node.extname();
    if (SEPARATOR.matcher(name).find()) {
      throw ErrorReport.error(
              SqlState.INVALID_PARAMETER_VALUE, "invalid extension name: \"" + name + "\"")
          .withDetail("Extension names must not contain directory separator characters.")
          .toException();
    }
    if (memory.changes().current().table("pg_extension").where("extname", name).isEmpty()) {
      throw ErrorReport.notSimulated("extension " + name).toException();
    }
    String message = "extension \"" + name + "\" already exists";
    if (!node.ifNotExists()) {
      throw new ReportedError(SqlState.DUPLICATE_OBJECT, message);
    }
    memory.notice(ErrorReport.notice(SqlState.DUPLICATE_OBJECT, message + ", skipping"));
    return in.done();
  }
}
