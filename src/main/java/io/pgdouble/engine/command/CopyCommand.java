package io.pgdouble.engine.command;

import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.portal.RowReceiver;
import io.pgdouble.engine.tree.CopyStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;

/**
 * COPY to the frontend, and with a file of the server's: who may ({@code copy.c: DoCopy}). A
 * program would be one of the machine that the double runs on, and is refused.
 */
record CopyCommand(SessionMemory memory) {

  /** Whether data come from the frontend: while it runs, messages do. */
  static boolean isFromFrontend(CopyStmt node) {
    return node.isFrom() && node.filename().isEmpty();
  }

  Completion run(CopyStmt node, RowReceiver receiver) {
    if (node.filename().isEmpty()) {
      return new CopyTo(memory).run(node, receiver);
    }
    CopyServerFile file = new CopyServerFile(memory, node.filename().get());
    if (node.isProgram()) {
      require("pg_execute_server_program", "to or from an external program");
      throw ErrorReport.notSimulated("COPY with a program").toException();
    }
    if (node.isFrom()) {
      require("pg_read_server_files", "from a file");
      return file.from(node);
    }
    require("pg_write_server_files", "to a file");
    return file.to(node);
  }

  private void require(String role, String what) {
    if (memory.execution().session().hasPrivilegesOf(role)) {
      return;
    }
    throw ErrorReport.error(SqlState.INSUFFICIENT_PRIVILEGE, "permission denied to COPY " + what)
        .withDetail(
            "Only roles with privileges of the \"" + role + "\" role may COPY " + what + ".")
        .withHint(
            "Anyone can COPY to stdout or from stdin. psql's \\copy command also works for"
                + " anyone.")
        .toException();
  }
}
