package io.pgdouble.engine.function;

import io.pgdouble.engine.function.SessionFacts.ImplicitSchemas;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.SchemaNames;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.NameText;
import io.pgdouble.type.TypeName;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.List;

/** Source: {@code name.c}, {@code format_type.c}, {@code ruleutils.c}. */
final class SessionInformation {
  /** {@code transam.h: FirstNormalObjectId}. */
  private static final long FIRST_NORMAL_OID = 16384;

  private SessionInformation() {}

  /** The first schema of the search path that exists; null where none does. */
  static String currentSchema(CallContext context) {
    List<String> schemas = context.execution().session().schemas(ImplicitSchemas.EXCLUDED);
    return schemas.isEmpty() ? null : schemas.get(0);
  }

  /** {@code pg_my_temp_schema()}: 0 as long as there is none. */
  static long temporarySchema(CallContext context) {
    return context
        .execution()
        .session()
        .temporarySchema()
        .flatMap(new SchemaNames(context.execution().facts())::oid)
        .orElse(0L);
  }

  /** {@code namespace.c: isOtherTempNamespace}. */
  static boolean isOtherTemporarySchema(CallContext context, long schema) {
    String name = new SchemaNames(context.execution().facts()).name(schema).orElse("");
    String own = context.execution().session().temporarySchema().orElse("pg_temp_");
    boolean temporary = name.startsWith("pg_temp_") || name.startsWith("pg_toast_temp_");
    return temporary && !name.replace("pg_toast_temp_", "pg_temp_").equals(own);
  }

  /** {@code nameconcatoid}: the name is cut where both are longer than a name can be. */
  static String withOid(String name, long oid) {
    String suffix = "_" + oid;
    return NameText.cut(name, suffix.length()) + suffix;
  }

  static ArrayValue currentSchemas(CallContext context, ImplicitSchemas implicit) {
    return ArrayValue.of(TypeOid.NAME, context.execution().session().schemas(implicit).toArray());
  }

  /** {@code format_type(oid, typmod)}; null for a null OID. */
  static String formatType(CallContext context, Object[] a) {
    if (a[0] == null) {
      return null;
    }
    int oid = (int) (long) (Long) a[0];
    if (oid == 0) {
      return "-";
    }
    if (Types.find(oid).isEmpty()) {
      return context.types().objectNames().name(TypeOid.REGTYPE, (Long) a[0]).orElse("???");
    }
    return a[1] == null ? TypeName.format(oid) : TypeName.format(oid, (Integer) a[1]);
  }

  /** The encoding's own name, whatever alias it was set by. */
  static String clientEncoding(CallContext context) {
    return context
        .execution()
        .setting("client_encoding")
        .filter(name -> !name.equals("UNICODE"))
        .orElse("UTF8");
  }

  /** {@code pg_collation_for}: null where no collation could be derived. Never strict. */
  static String collation(CallContext context) {
    int type = context.argumentType(0);
    long collatable =
        context.execution().facts().table("pg_type").rows().stream()
            .filter(row -> row.oid("oid") == Integer.toUnsignedLong(type))
            .filter(row -> row.oid("typcollation") == 0 && type != TypeOid.UNKNOWN)
            .count();
    if (collatable > 0) {
      throw new ReportedError(
          SqlState.DATATYPE_MISMATCH,
          "collations are not supported by type " + TypeName.format(type));
    }
    long collation = Integer.toUnsignedLong(context.collation());
    return collation == 0
        ? null
        : context.execution().facts().table("pg_collation").rows().stream()
            .filter(row -> row.oid("oid") == collation)
            .map(row -> Quoting.identifier(row.text("collname"), context.execution().facts()))
            .findFirst()
            .orElse(null);
  }

  /** {@code pg_column_size}, of types whose values all have the same size. */
  static Object size(CallContext context) {
    int length =
        context
            .execution()
            .facts()
            .table("pg_type")
            .byOid(Integer.toUnsignedLong(context.argumentType(0)))
            .orElseThrow()
            .integer("typlen");
    if (length < 0) {
      throw ErrorReport.notSimulated("the size of values that vary in it").toException();
    }
    return length;
  }

  static String userById(CallContext context, long oid) {
    return context
        .types()
        .objectNames()
        .name(TypeOid.REGROLE, oid)
        .map(ObjectLookup::unquoted)
        .orElse("unknown (OID=" + oid + ")");
  }

  /** {@code pg_publication.c: is_publishable_class}; null where there is no such relation. */
  static Boolean isPublishable(CallContext context, long relation) {
    return context
        .execution()
        .facts()
        .table("pg_class")
        .byOid(relation)
        .map(
            row ->
                "rp".indexOf(row.letter("relkind")) >= 0
                    && row.letter("relpersistence") == 'p'
                    && relation >= FIRST_NORMAL_OID)
        .orElse(null);
  }
}
