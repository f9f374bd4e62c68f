package io.pgdouble.engine.execution;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a foreign key ({@code ri_triggers.c: ri_ReportViolation}). */
final class ForeignKeyErrors {
  private final ForeignKey key;
  private final Frame frame;

  ForeignKeyErrors(ForeignKey key, Frame frame) {
    this.key = key;
    this.frame = frame;
  }

  private RelationEntry referencing() {
    return key.referencing().table().of(frame.context).relation();
  }

  private RelationEntry referenced() {
    return key.referenced().table().of(frame.context).relation();
  }

  RuntimeException notPresent(Object[] values) {
    String detail =
        keyText(referencing(), key.referencing().columns(), values)
            + " is not present in table \""
            + referenced().name()
            + "\".";
    return insertOrUpdate(detail);
  }

  RuntimeException mixesNulls() {
    return insertOrUpdate("MATCH FULL does not allow mixing of null and nonnull key values.");
  }

  private RuntimeException insertOrUpdate(String detail) {
    return located(
        "insert or update on table \""
            + referencing().name()
            + "\" violates foreign key constraint \""
            + key.name()
            + "\"",
        detail);
  }

  RuntimeException stillReferenced(Object[] values) {
    String detail =
        keyText(referenced(), key.referenced().columns(), values)
            + " is still referenced from table \""
            + referencing().name()
            + "\".";
    return located(
        "update or delete on table \""
            + referenced().name()
            + "\" violates foreign key constraint \""
            + key.name()
            + "\" on table \""
            + referencing().name()
            + "\"",
        detail);
  }

  private RuntimeException located(String message, String detail) {
    return ErrorReport.error(SqlState.FOREIGN_KEY_VIOLATION, message)
        .withDetail(detail)
        .with(ErrorField.SCHEMA, referencing().schema())
        .with(ErrorField.TABLE, referencing().name())
        .with(ErrorField.CONSTRAINT, key.name())
        .toException();
  }

  private String keyText(RelationEntry relation, int[] columns, Object[] values) {
    if (!new ReadableColumns(frame.context, relation).contain(columns)) {
      return "Key";
    }
    List<String> names = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      AttributeEntry column = relation.attributes().get(columns[i]);
      names.add(column.name());
      texts.add(KeyText.value(values[i], column.type(), frame));
    }
    return "Key (" + String.join(", ", names) + ")=(" + String.join(", ", texts) + ")";
  }
}
