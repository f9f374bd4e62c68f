package io.pgdouble.engine.command;

import io.pgdouble.engine.command.Deletion.Reason;
import io.pgdouble.engine.command.Deletion.Target;
import io.pgdouble.engine.tree.DropBehavior;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is told of objects that go with others ({@code dependency.c: reportDependentObjects}). */
record DeletionReport(SessionMemory memory, List<Target> targets) {
  /** {@code MAX_REPORTED_DEPS}. */
  private static final int MAX_REPORTED = 100;

  void tell(DropBehavior behavior, Optional<ObjectAddress> original) {
    List<String> lines = new ArrayList<>();
    for (int i = targets.size() - 1; i >= 0; i--) {
      if (isTold(targets.get(i))) {
        lines.add(line(targets.get(i), behavior));
      }
    }
    if (lines.isEmpty()) {
      return;
    }
    if (behavior == DropBehavior.RESTRICT) {
      throw refusal(lines, original);
    }
    memory.notice(
        lines.size() == 1
            ? notice(lines.get(0))
            : notice("drop cascades to " + lines.size() + " other objects")
                .withDetail(detail(lines)));
  }

  private static ErrorReport notice(String message) {
    return ErrorReport.notice(SqlState.SUCCESSFUL_COMPLETION, message);
  }

  private static boolean isTold(Target target) {
    return !target.reasons().contains(Reason.ORIGINAL)
        && !target.reasons().contains(Reason.PART)
        && !target.reasons().contains(Reason.AUTO)
        && !target.reasons().contains(Reason.INTERNAL);
  }

  private String line(Target target, DropBehavior behavior) {
    ObjectDescriptions descriptions = new ObjectDescriptions(memory);
    String object = descriptions.of(target.object());
    return behavior == DropBehavior.CASCADE
        ? "drop cascades to " + object
        : object + " depends on " + target.dependee().map(descriptions::of).orElseThrow();
  }

  private static String detail(List<String> lines) {
    if (lines.size() <= MAX_REPORTED) {
      return String.join("\n", lines);
    }
    int more = lines.size() - MAX_REPORTED;
    return String.join("\n", lines.subList(0, MAX_REPORTED))
        + "\nand "
        + more
        + (more == 1 ? " other object" : " other objects")
        + " (see server log for list)";
  }

  private RuntimeException refusal(List<String> lines, Optional<ObjectAddress> original) {
    String message =
        original
            .map(
                object ->
                    "cannot drop "
                        + new ObjectDescriptions(memory).of(object)
                        + " because other objects depend on it")
            .orElse("cannot drop desired object(s) because other objects depend on them");
    return ErrorReport.error(SqlState.DEPENDENT_OBJECTS_STILL_EXIST, message)
        .withDetail(detail(lines))
        .withHint("Use DROP ... CASCADE to drop the dependent objects too.")
        .toException();
  }
}
