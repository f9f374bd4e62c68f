package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.ListValue;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What CREATE ROLE and ALTER ROLE say of a role: the first half of both in {@code user.c}. */
final class RoleOptions {
  static final String SUPERUSER = "superuser";
  static final String CREATE_DATABASE = "createdb";
  static final String REPLICATION = "isreplication";
  static final String BYPASS_RLS = "bypassrls";
  static final String PASSWORD = "password";
  static final String MEMBERS = "rolemembers";

  private static final String LIMIT = "connectionlimit";
  private static final String VALID_UNTIL = "validUntil";

  /** Which flag is which column. */
  private static final Map<String, String> FLAGS = flags();

  private final SessionMemory memory;
  private final List<DefElem> given;
  private final DefinitionOptions options;

  private RoleOptions(SessionMemory memory, List<DefElem> given, DefinitionOptions options) {
    this.memory = memory;
    this.given = given;
    this.options = options;
    limit()
        .filter(number -> number < -1)
        .ifPresent(
            number -> {
              throw new ReportedError(
                  SqlState.INVALID_PARAMETER_VALUE, "invalid connection limit: " + number);
            });
  }

  private static Map<String, String> flags() {
    Map<String, String> flags = new LinkedHashMap<>();
    flags.put(SUPERUSER, "rolsuper");
    flags.put("inherit", "rolinherit");
    flags.put("createrole", "rolcreaterole");
    flags.put(CREATE_DATABASE, "rolcreatedb");
    flags.put("canlogin", "rolcanlogin");
    flags.put(REPLICATION, "rolreplication");
    flags.put(BYPASS_RLS, "rolbypassrls");
    return flags;
  }

  /**
   * @throws ReportedError where one is given twice or makes no sense
   */
  static RoleOptions of(SessionMemory memory, List<DefElem> all) {
    List<DefElem> given = new ArrayList<>();
    DefinitionOptions options = new DefinitionOptions(given);
    for (DefElem option : all) {
      if (option.name().equals("sysid")) {
        memory.notice(
            ErrorReport.notice(SqlState.SUCCESSFUL_COMPLETION, "SYSID can no longer be specified"));
      } else {
        given.add(option);
        options = new DefinitionOptions(given);
      }
    }
    return new RoleOptions(memory, given, options);
  }

  boolean has(String name) {
    return given.stream().anyMatch(option -> option.name().equals(name));
  }

  /** Whether a flag is given and true. */
  boolean is(String name) {
    return options.flag(name, "t").equals(Optional.of("t"));
  }

  /** Whether there is an option besides these. */
  boolean hasOthersThan(String... names) {
    return given.stream().anyMatch(option -> !List.of(names).contains(option.name()));
  }

  private Optional<Integer> limit() {
    return options.number(LIMIT, -1);
  }

  /** The columns that are given a value without more ado. */
  Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    FLAGS.forEach(
        (name, column) -> options.flag(name, "t").ifPresent(flag -> columns.put(column, flag)));
    limit().ifPresent(number -> columns.put("rolconnlimit", number.toString()));
    return columns;
  }

  /** {@code timestamptz_in}, as microseconds. */
  Optional<String> validUntil() {
    return argument(VALID_UNTIL)
        .map(node -> ((StringValue) node).value())
        .map(
            text ->
                Types.io(TypeOid.TIMESTAMPTZ)
                    .input(text, -1, memory.execution().types())
                    .toString());
  }

  /** Empty where no password is given, or NULL. */
  Optional<String> password() {
    return argument(PASSWORD).map(node -> ((StringValue) node).value());
  }

  List<RoleSpec> roles(String name) {
    return argument(name)
        .map(node -> ((ListValue) node).elements().stream().map(RoleSpec.class::cast).toList())
        .orElse(List.of());
  }

  private Optional<Node> argument(String name) {
    return given.stream()
        .filter(option -> option.name().equals(name))
        .findFirst()
        .flatMap(DefElem::arg);
  }
}
