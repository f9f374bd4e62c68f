package io.pgdouble.facts;

/**
 * What the server does otherwise from some major on, and no table of facts tells. The one place
 * that says so: whoever behaves otherwise asks here. Other words for the same: {@link Wording}.
 */
public enum MajorChange {
  /** {@code 1x} is an error and not 1 under the name x: {@code scan.l}. */
  NUMBERS_END_AT_SPACE(15),
  /** What is no number of an int2vector is no {@code smallint}: {@code int.c}. */
  VECTORS_HOLD_SMALLINTS(15),
  /** A column TRUE has no name: before, it was a cast to bool and had that name. */
  BOOLEAN_LITERALS(15),
  /** {@code numeric(3, -1)}: {@code numeric.c: numerictypmodin}. */
  NEGATIVE_NUMERIC_SCALE(15),
  /** {@code "char"} writes and reads {@code \ooo}: {@code char.c}. */
  CHAR_ESCAPES(15),
  /** A cursor that is NO SCROLL may not go back to its start either: {@code pquery.c}. */
  NO_SCROLL_FORBIDS_REWINDING(15),
  /** {@code a/../b} is {@code b}, and not only at the end: {@code path.c}. */
  CANONICAL_PATHS(15),
  /** ALTER ROLE points at an option that is given twice: {@code user.c}. */
  ROLE_OPTIONS_HAVE_PLACES(15),
  /**
   * {@code CONNECTION LIMIT 1.5} is grammar, if nothing else: {@code gram.y: createdb_opt_item}.
   */
  DATABASE_OPTIONS_TAKE_FRACTIONS(15),
  /** {@code GRANT SET ON PARAMETER}, so ALTER SYSTEM is not the superuser's alone. */
  SETTINGS_MAY_BE_GRANTED(15),
  /** {@code log_destination = jsonlog}. */
  JSON_LOG(15),
  /** The checkpoint at the end of recovery is the checkpointer's: {@code xlog.c}. */
  CHECKPOINTER_ENDS_RECOVERY(15),
  /** That a kind of relations is not supported is a detail: {@code lockcmds.c}. */
  UNSUPPORTED_KINDS_ARE_DETAILS(15),
  /** An index where a table is wanted cannot be opened, it is said: {@code table.c}. */
  UNSUPPORTED_KINDS_CANNOT_BE_OPENED(16),
  /** {@code NULLS NOT DISTINCT}: {@code gram.y}. */
  UNIQUE_NULLS_MAY_BE_EQUAL(15),
  /** {@code pg_temp} in definitions, whatever its number: {@code ruleutils.c}. */
  TEMPORARY_TABLES_ARE_SHOWN_AS_SUCH(15),
  /** Who may lock a table in a mode may lock it in weaker ones: {@code lockcmds.c}. */
  LOCKING_PRIVILEGES_INCLUDE_STRONGER_ONES(16),
  /** COPY's HEADER is not of CSV alone: {@code copy.c: ProcessCopyOptions}. */
  TEXT_COPIES_HAVE_HEADERS(15),
  /** COPY has an option DEFAULT. */
  COPY_HAS_DEFAULTS(16),
  /** COPY's options have their keywords as names in errors, and there are more of them. */
  COPY_OPTIONS_ARE_CALLED_BY_KEYWORDS(17),
  /** {@code CREATE UNLOGGED SEQUENCE}: {@code sequence.c: DefineSequence}. */
  SEQUENCES_MAY_BE_UNLOGGED(15),
  /** MERGE has RETURNING, so COPY only asks for that. */
  MERGE_MAY_RETURN(17),
  /** COPY's WHERE is not about generated columns, which are not computed yet. */
  COPY_ASKS_FOR_NOTHING_GENERATED(18),
  /** COPY has an option REJECT_LIMIT. */
  COPY_LIMITS_REJECTIONS(18),
  /** The rows of a materialized view can be copied without a query for them. */
  MATERIALIZED_VIEWS_ARE_COPIED(18),
  /** A bound cursor gets its name when it is opened: {@code pl_gram.y: decl_statement}. */
  BOUND_CURSORS_ARE_NAMELESS(16),
  /** A subquery in FROM needs no alias: {@code gram.y}. */
  SUBQUERIES_NEED_NO_ALIAS(16),
  /**
   * Where a name is that cannot be referred to is a detail, not a hint: {@code parse_relation.c}.
   */
  HIDDEN_NAMES_ARE_DETAILS(16),
  /** Roles are granted WITH SET, which may be asked for: {@code acl.c}. */
  ROLES_ARE_GRANTED_WITH_SET(16),
  /** {@code 0x1F}, {@code 0b101}, {@code 1_000}: {@code scan.l}. */
  INTEGER_RADIXES(16),
  /** {@code to_regclass} and its like answer NULL for what is no name: {@code regproc.c}. */
  SOFT_NAME_ERRORS(16),
  /** Who has CREATEROLE needs the ADMIN option, too: {@code user.c}. */
  ADMIN_OPTION_OF_ROLES(16),
  /** Reports come in the order in which settings changed: {@code guc.c}. */
  REPORTS_IN_ORDER_OF_CHANGE(16),
  /** The log's line about a checkpoint tells its position: {@code xlog.c: LogCheckpointEnd}. */
  CHECKPOINTS_TELL_WHERE(16),
  /** {@code expected at least 24, got 0}, not {@code wanted 24}: {@code xlogreader.c}. */
  LOG_ENDS_WITH_EXPECTATION(16),
  /** Where replay begins stands a record: {@code xlog.c: CreateCheckPoint}. */
  CHECKPOINTS_BEGIN_WITH_A_RECORD(17),
  /** Names of settings are quoted in the log: {@code postmaster.c}. */
  SETTINGS_ARE_QUOTED(17),
  /** {@code AutovacuumMain}, {@code BgwriterMain}: {@code wait_event_names.txt}. */
  PROCESSES_ARE_WORDS_OF_EVENTS(17),
  /** The name of a position at the begin of a WAL file is that one's: {@code xlogfuncs.c}. */
  WAL_FILES_BEGIN_WITH_THEIR_FIRST_BYTE(17),
  /** The line about a checkpoint counts buffers of SLRUs for themselves. */
  CHECKPOINTS_TELL_OF_SLRU(18),
  /** The log calls a backend {@code client backend}: {@code postmaster.c: CleanupBackend}. */
  BACKENDS_ARE_CALLED_BY_TYPE(18),
  /** A backend's number is its place among the processes: {@code proc.h: GetNumberFromPGProc}. */
  BACKENDS_ARE_NUMBERED_BY_PLACE(17),
  /**
   * So many autovacuum workers as there are slots at the start: {@code autovacuum_worker_slots}.
   */
  AUTOVACUUM_WORKERS_HAVE_SLOTS(18),
  /** {@code io_method = worker}: {@code method_worker.c}. */
  IO_WORKERS(18),
  /** The functions of adminpack's first version are gone: {@code signalfuncs.c}. */
  NO_ADMINPACK(17),
  /** ALTER SYSTEM takes names with a dot that nobody knows yet: {@code guc.c}. */
  PLACEHOLDERS_IN_ALTER_SYSTEM(17),
  /**
   * Whole powers have as many digits as their size asks for, and not those of the base alone:
   * {@code numeric.c: power_var_int}.
   */
  DIGITS_OF_WHOLE_POWERS(16),
  /** A JSON key that is null is a null value: {@code json.c}. */
  NULL_JSON_KEYS_ARE_NULL_VALUES(16),
  /** Numbers in jsonpath end at a space: {@code jsonpath_scan.l}. */
  JSONPATH_NUMBERS_END_AT_SPACE(15),
  /** {@code 1_000} and {@code 0xff} in jsonpath, and other words: {@code jsonpath_scan.l}. */
  JSONPATH_NUMBERS_AS_IN_SQL(16),
  /** {@code .bigint()} and others in jsonpath: {@code jsonpath_gram.y}. */
  JSONPATH_CASTS(17),
  /** Array literals are read by another scanner: {@code arrayfuncs.c: ReadArrayStr}. */
  ARRAYS_ARE_READ_ONCE(17),
  /** Whoever may not VACUUM or ANALYZE is told so in one way: {@code vacuum.c}. */
  MAINTENANCE_IS_DENIED_IN_ONE_WAY(16),
  /** {@code REINDEX DATABASE} is of the one at hand: {@code gram.y}. */
  REINDEX_NEEDS_NO_NAME(16),
  /** MAINTAIN is a privilege of tables: {@code acl.h}. */
  MAINTAIN_IS_A_PRIVILEGE(17),
  /** {@code interval 'infinity'}: {@code timestamp.c}. */
  INTERVALS_MAY_BE_INFINITE(17),
  /** An array's elements are numbered in all its dimensions: {@code information_schema.sql}. */
  EXPANDED_ARRAYS_ARE_UNNESTED(17),
  /** {@code E'\v'} is a vertical tab: {@code scan.l: unescape_single_char}. */
  VERTICAL_TAB_HAS_AN_ESCAPE(17),
  /** What is no sequence cannot be opened as one: {@code sequence.c: init_sequence}. */
  SEQUENCES_ARE_OPENED_AS_SUCH(17),
  /** Columns have no target for statistics but one that was set: {@code pg_attribute.h}. */
  STATISTICS_TARGETS_MAY_BE_NULL(17),
  /** An expression of PL/pgSQL is called so: {@code spi.c: _SPI_error_callback}. */
  EXPRESSIONS_ARE_OF_PLPGSQL(18),
  /** A vertical tab is white space: {@code scan.l}, {@code scansup.c: scanner_isspace}. */
  VERTICAL_TAB_IS_SPACE(17),
  /** {@code TZ} and {@code OF} in {@code to_timestamp}: {@code formatting.c}. */
  ZONES_ARE_READ_BY_FORMATS(17),
  /** That a generated column uses a column is no matter of syntax: {@code tablecmds.c}. */
  GENERATED_USE_IS_UNSUPPORTED(15),
  /** There are generated columns that are not stored: {@code tablecmds.c}. */
  GENERATED_COLUMNS_MAY_BE_VIRTUAL(18),
  /** A child's column may be generated otherwise than its parent's: {@code tablecmds.c}. */
  GENERATION_MAY_DIFFER_IN_CHILDREN(16),
  /** Fields that overflow as they are put together are errors: {@code formatting.c}. */
  FORMATS_CHECK_OVERFLOW(17),
  /** Whoever a recovery conflict ends is told to come back: {@code postgres.c}. */
  RECOVERY_CONFLICTS_HAVE_A_HINT(17),
  /** {@code RN} in {@code to_number}: {@code formatting.c}. */
  ROMAN_NUMERALS_ARE_READ(18),
  /** {@code ENAMETOOLONG} has an SQLSTATE: {@code elog.c}. */
  NAME_TOO_LONG_IS_A_STATE(18),
  /** What is no {@code Y,YYY} is shown: {@code formatting.c}. */
  GROUPED_YEARS_ARE_SHOWN(18),
  /** From its second message on, a pipeline is in a block: {@code postgres.c}. */
  PIPELINE_IS_A_BLOCK(18),
  /** Locks of the fast path have places in groups, by relation: {@code lock.c}. */
  FAST_PATH_HAS_GROUPS(18),
  /** {@code ALTER DEFAULT PRIVILEGES … ON LARGE OBJECTS}. */
  LARGE_OBJECTS_HAVE_DEFAULT_PRIVILEGES(18),
  /** A superuser may do all with databases and schemas that are not there: {@code aclchk.c}. */
  SUPERUSERS_NEED_NO_OBJECT(17),
  /** That nobody can be granted {@code pg_database_owner} has a code: {@code user.c}. */
  DATABASE_OWNER_ERRORS_HAVE_A_CODE(18),
  /** Who sets an MD5 password is warned: {@code crypt.c}. */
  MD5_PASSWORDS_ARE_DEPRECATED(18),
  /** {@code UPDATE t SET t.a = 1} is told why not: {@code analyze.c}. */
  QUALIFIED_TARGETS_HAVE_A_HINT(17),
  /** Domains of a GRANT are looked up as domains: {@code aclchk.c}. */
  DOMAINS_ARE_GRANTED_AS_SUCH(18),
  /**
   * {@code \.} of COPY ends a line of nothing else, and nothing in CSV: {@code copyfromparse.c}.
   */
  COPY_MARKERS_STAND_ALONE(18),
  /** ALTER COLUMN TYPE has places: {@code tablecmds.c}. */
  COLUMNS_ALTERED_HAVE_PLACES(18),
  /** Which column of a returned row has another type: {@code attmap.c}. */
  WRONG_COLUMNS_HAVE_NAMES(18),
  /** Who came too late and says nothing is hung up on: {@code postmaster.c: PM_WAIT_DEAD_END}. */
  DEAD_ENDS_ARE_ENDED(18),
  /** {@code AT LOCAL}: {@code gram.y}. */
  TIMES_ARE_LOCAL(17),
  /** {@code JSON_TABLE}, {@code JSON_VALUE} and their kin: {@code gram.y}. */
  JSON_IS_QUERIED(17),
  /** A domain's constraints have a grammar of their own: {@code gram.y: DomainConstraint}. */
  DOMAIN_CONSTRAINTS_ARE_NOT_OF_TABLES(17),
  /** {@code ALTER COLUMN … SET EXPRESSION}: {@code tablecmds.c}. */
  GENERATION_MAY_BE_ALTERED(17),
  /** {@code SET STATISTICS DEFAULT}, {@code SET ACCESS METHOD DEFAULT}: {@code gram.y}. */
  TABLE_SETTINGS_HAVE_DEFAULTS(17),
  /** {@code CLUSTER (VERBOSE)}: {@code gram.y: ClusterStmt}. */
  CLUSTER_OPTIONS_NEED_NO_TABLE(17),
  /** {@code VACUUM ONLY}: {@code vacuum.c}. */
  MAINTENANCE_MAY_LEAVE_CHILDREN(18),
  /** {@code make_interval} looks at overflow: {@code timestamp.c}. */
  INTERVALS_ARE_MADE_WITHIN_RANGE(17),
  /** {@code EXTRACT(week FROM interval)}: {@code timestamp.c: interval_part_common}. */
  INTERVALS_HAVE_WEEKS(18),
  /** {@code 'null'::jsonb::int} is null and no error: {@code jsonb.c}. */
  JSON_NULL_IS_NULL(18),
  /** NOT NULL is a constraint with a name and a row: {@code pg_constraint.h}. */
  NOT_NULL_IS_A_CONSTRAINT(18),
  /** {@code WITHOUT OVERLAPS}, {@code PERIOD}: {@code gram.y}. */
  KEYS_MAY_SPAN_TIME(18),
  /** {@code RETURNING old.a, new.a}: {@code parse_relation.c}. */
  RETURNING_KNOWS_OLD_AND_NEW(18),
  /** A list that begins empty is where it goes on: {@code gram.y: YYLLOC_DEFAULT}. */
  EMPTY_RULES_HAVE_PLACES(18),
  /** LIMIT, OFFSET and WITH TIES are pointed at themselves: {@code gram.y: SelectLimit}. */
  LIMITS_HAVE_PLACES(18),
  /** CREATE DOMAIN has places: {@code typecmds.c: DefineDomain}. */
  DOMAINS_HAVE_PLACES(18),
  /** So have the parameters of a routine: {@code functioncmds.c}. */
  PARAMETERS_HAVE_PLACES(18),
  /** A startup packet may set the characteristics of transactions: {@code variable.c}. */
  TRANSACTION_SETTINGS_AT_START(18),
  /** A type of a parameter that is not there is pointed at: {@code functioncmds.c}. */
  ROUTINE_PARAMETERS_HAVE_PLACES(18),
  /** A type and labels that were added to it, in one transaction: {@code pg_enum.c}. */
  LABELS_OF_NEW_TYPES_ARE_SAFE(17),
  /** What generates a column needs what it is made of, not the column: {@code pg_attrdef.c}. */
  GENERATION_IS_AN_OBJECT(15),
  /** {@code ALTER COLUMN … SET EXPRESSION}: {@code tablecmds.c}. */
  EXPRESSIONS_MAY_BE_SET(17),
  /** A view's rule has no entries for OLD and NEW: {@code view.c}. */
  RULES_OF_VIEWS_ARE_BARE(16),
  /** A view keeps the collations of its columns: {@code view.c: checkViewColumns}. */
  VIEW_COLUMNS_KEEP_COLLATIONS(15);

  private final int since;

  MajorChange(int since) {
    this.since = since;
  }

  /** Whether that major does so. */
  public boolean isIn(int major) {
    return major >= since;
  }
}
