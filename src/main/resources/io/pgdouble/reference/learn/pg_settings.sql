WITH hidden (name, context, vartype, min_val, max_val) AS (
  -- Settings that SHOW knows and pg_settings leaves out: guc_tables.c, GUC_NO_SHOW_ALL.
  VALUES ('is_superuser', 'internal', 'bool', NULL, NULL),
         ('role', 'user', 'string', NULL, NULL),
         ('seed', 'user', 'real', '-1', '1'),
         ('session_authorization', 'user', 'string', NULL, NULL),
         ('ssl_renegotiation_limit', 'user', 'integer', '0', '0'),
         ('default_with_oids', 'user', 'bool', NULL, NULL)
), lists (name, flag) AS (
  -- GUC_LIST_INPUT takes several values in SET, GUC_LIST_QUOTE quotes them as identifiers,
  -- GUC_IS_NAME cuts them to the length of one: guc_tables.c.
  VALUES ('application_name', 'IS_NAME'), ('client_encoding', 'IS_NAME'),
         ('cluster_name', 'IS_NAME'), ('default_table_access_method', 'IS_NAME'),
         ('default_tablespace', 'IS_NAME'), ('role', 'IS_NAME'),
         ('session_authorization', 'IS_NAME'),
         ('createrole_self_grant', 'LIST_INPUT'), ('DateStyle', 'LIST_INPUT'),
         ('debug_io_direct', 'LIST_INPUT'), ('listen_addresses', 'LIST_INPUT'),
         ('local_preload_libraries', 'LIST_INPUT'), ('local_preload_libraries', 'LIST_QUOTE'),
         ('log_destination', 'LIST_INPUT'), ('restrict_nonsystem_relation_kind', 'LIST_INPUT'),
         ('search_path', 'LIST_INPUT'), ('search_path', 'LIST_QUOTE'),
         ('session_preload_libraries', 'LIST_INPUT'), ('session_preload_libraries', 'LIST_QUOTE'),
         ('shared_preload_libraries', 'LIST_INPUT'), ('shared_preload_libraries', 'LIST_QUOTE'),
         ('synchronized_standby_slots', 'LIST_INPUT'), ('synchronous_standby_names', 'LIST_INPUT'),
         ('temp_tablespaces', 'LIST_INPUT'), ('temp_tablespaces', 'LIST_QUOTE'),
         ('unix_socket_directories', 'LIST_INPUT'), ('unix_socket_directories', 'LIST_QUOTE'),
         ('wal_consistency_checking', 'LIST_INPUT')
), settings AS (
  SELECT name, unit, category, short_desc, extra_desc, context, vartype, min_val, max_val,
         enumvals, boot_val,
         CASE WHEN name IN ('config_file', 'data_directory', 'external_pid_file', 'fsync',
                            'hba_file', 'ident_file', 'listen_addresses', 'port',
                            'unix_socket_directories', 'application_name',
                            'log_destination', 'logging_collector')
              THEN boot_val ELSE setting END AS setting,
         CASE WHEN source = 'configuration file'
               AND name NOT IN ('fsync', 'listen_addresses', 'port', 'unix_socket_directories',
                                'log_destination', 'logging_collector')
              THEN source
              WHEN name LIKE 'transaction%'
              THEN source ELSE 'default' END AS source
    FROM pg_settings
   WHERE name NOT LIKE '%.%'
  UNION ALL
  SELECT name, NULL, NULL, NULL, NULL, context, vartype, min_val, max_val, NULL, NULL,
         current_setting(name), 'default'
    FROM hidden
   WHERE current_setting(name, true) IS NOT NULL
)
SELECT s.name, s.context, s.vartype, s.unit, s.min_val, s.max_val, s.enumvals, s.boot_val,
       s.setting, s.source,
       ARRAY(SELECT f FROM unnest(pg_settings_get_flags(s.name)) AS f
             UNION ALL
             SELECT flag FROM lists WHERE lists.name = s.name
             ORDER BY 1) AS flags,
       s.category, s.short_desc, s.extra_desc
  FROM settings AS s
 ORDER BY lower(s.name) COLLATE "C"
