package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.TypeNames;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.tree.TypeName;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.List;

/** Types that statements define and change, by name ({@code typecmds.c}). */
record NamedTypes(SessionMemory memory) {

  /** Where a new type of this name goes, and that there is none of it yet. */
  CreationSchema creation(List<String> name) {
    int last = name.size() - 1;
    CreationSchema schema = CreationSchema.ofName(memory, name);
    if (new ObjectNames(memory.changes().current(), schema.oid()).hasType(name.get(last))) {
      throw new ReportedError(
          SqlState.DUPLICATE_OBJECT, "type \"" + name.get(last) + "\" already exists");
    }
    memory.changes().hold("the type " + schema.oid() + "." + name.get(last));
    return schema;
  }

  /**
   * @throws ReportedError 42704 where there is none
   */
  TypeEntry find(List<String> name) {
    return find(new TypeName(name, false, false, List.of(), List.of(), -1));
  }

  TypeEntry find(TypeName name) {
    return memory
        .catalog()
        .type(TypeNames.resolve(name, memory.analysis(memory.execution())).type());
  }

  /** {@code pg_type_ownercheck}. */
  void checkOwner(TypeEntry type) {
    FactRow row =
        memory
            .changes()
            .current()
            .table("pg_type")
            .byOid(Integer.toUnsignedLong(type.oid()))
            .orElseThrow();
    if (!new ObjectRights(memory).isOwner(row.oid("typowner"))) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE, "must be owner of type " + type.name());
    }
  }

  /** {@code NOTICE: …, skipping}. */
  void skip(SqlState state, String what) {
    memory.notice(ErrorReport.notice(state, what + ", skipping"));
  }
}
