package io.pgdouble.engine.function;

/** Which area holds which function, so that a look-up loads only that one. A table. */
final class BuiltinIndex {
  private BuiltinIndex() {}

  /** Null where no area holds it. A table. */
  static FunctionArea area(String prosrc) {
    return switch (prosrc) {
      case "bool_int4", "booland_statefunc", "booleq", "boolge", "boolgt", "boolle", "boollt",
          "boolne", "boolor_statefunc", "booltext", "btboolcmp", "int4_bool" ->
          FunctionArea.BOOLEAN;
      case "btint24cmp", "btint28cmp", "btint2cmp", "btint42cmp", "btint48cmp", "btint4cmp",
          "btint82cmp", "btint84cmp", "btint8cmp", "btoidcmp", "cideq", "int24eq", "int24ge",
          "int24gt", "int24le", "int24lt", "int24ne", "int28eq", "int28ge", "int28gt",
          "int28le", "int28lt", "int28ne", "int2eq", "int2ge", "int2gt", "int2larger",
          "int2le", "int2lt", "int2ne", "int2smaller", "int42eq", "int42ge", "int42gt",
          "int42le", "int42lt", "int42ne", "int48eq", "int48ge", "int48gt", "int48le",
          "int48lt", "int48ne", "int4eq", "int4ge", "int4gt", "int4larger", "int4le", "int4lt",
          "int4ne", "int4smaller", "int82eq", "int82ge", "int82gt", "int82le", "int82lt",
          "int82ne", "int84eq", "int84ge", "int84gt", "int84le", "int84lt", "int84ne",
          "int8eq", "int8ge", "int8gt", "int8larger", "int8le", "int8lt", "int8ne",
          "int8smaller", "oideq", "oidge", "oidgt", "oidlarger", "oidle", "oidlt", "oidne",
          "oidsmaller", "xid8_larger", "xid8_smaller", "xid8cmp", "xid8eq", "xid8ge", "xid8gt",
          "xid8le", "xid8lt", "xid8ne", "xideq", "xidneq" ->
          FunctionArea.INTEGER_COMPARISON;
      case "chartoi4", "i2tod", "i2tof", "i2toi4", "i4tochar", "i4tod", "i4tof", "i4toi2",
          "i8tod", "i8tof", "i8tooid", "int24div", "int24mi", "int24mul", "int24pl", "int28",
          "int28div", "int28mi", "int28mul", "int28pl", "int2_sum", "int2abs", "int2and",
          "int2div", "int2mi", "int2mod", "int2mul", "int2not", "int2or", "int2pl", "int2shl",
          "int2shr", "int2um", "int2up", "int2xor", "int42div", "int42mi", "int42mul",
          "int42pl", "int48", "int48div", "int48mi", "int48mul", "int48pl", "int4_sum",
          "int4abs", "int4and", "int4div", "int4gcd", "int4inc", "int4lcm", "int4mi",
          "int4mod", "int4mul", "int4not", "int4or", "int4pl", "int4shl", "int4shr", "int4um",
          "int4up", "int4xor", "int82", "int82div", "int82mi", "int82mul", "int82pl", "int84",
          "int84div", "int84mi", "int84mul", "int84pl", "int8abs", "int8and", "int8dec",
          "int8dec_any", "int8div", "int8gcd", "int8inc", "int8inc_any",
          "int8inc_float8_float8", "int8lcm", "int8mi", "int8mod", "int8mul", "int8not",
          "int8or", "int8pl", "int8shl", "int8shr", "int8um", "int8up", "int8xor", "oidtoi8",
          "to_hex32", "to_hex64", "xid8toxid" ->
          FunctionArea.INTEGER;
      case "btfloat48cmp", "btfloat4cmp", "btfloat84cmp", "btfloat8cmp", "float48eq",
          "float48ge", "float48gt", "float48le", "float48lt", "float48ne", "float4eq",
          "float4ge", "float4gt", "float4larger", "float4le", "float4lt", "float4ne",
          "float4smaller", "float84eq", "float84ge", "float84gt", "float84le", "float84lt",
          "float84ne", "float8eq", "float8ge", "float8gt", "float8larger", "float8le",
          "float8lt", "float8ne", "float8smaller" ->
          FunctionArea.FLOAT_COMPARISON;
      case "dceil", "degrees", "dexp", "dfloor", "dlog1", "dlog10", "dpi", "dpow", "drandom",
          "dround", "dsign", "dsqrt", "dtof", "dtoi2", "dtoi4", "dtoi8", "dtrunc",
          "float48div", "float48mi", "float48mul", "float48pl", "float4abs", "float4div",
          "float4mi", "float4mul", "float4pl", "float4um", "float4up", "float84div",
          "float84mi", "float84mul", "float84pl", "float8abs", "float8div", "float8mi",
          "float8mul", "float8pl", "float8um", "float8up", "ftod", "ftoi2", "ftoi4", "ftoi8",
          "radians", "setseed", "width_bucket_float8" ->
          FunctionArea.FLOAT;
      case "float4_numeric", "float8_numeric", "int2_numeric", "int4_numeric", "int8_numeric",
          "numeric", "numeric_abs", "numeric_add", "numeric_ceil", "numeric_cmp",
          "numeric_div", "numeric_div_trunc", "numeric_eq", "numeric_exp", "numeric_fac",
          "numeric_float4", "numeric_float8", "numeric_floor", "numeric_gcd", "numeric_ge",
          "numeric_gt", "numeric_inc", "numeric_int2", "numeric_int4", "numeric_int8",
          "numeric_larger", "numeric_lcm", "numeric_le", "numeric_ln", "numeric_log",
          "numeric_lt", "numeric_min_scale", "numeric_mod", "numeric_mul", "numeric_ne",
          "numeric_power", "numeric_round", "numeric_scale", "numeric_sign", "numeric_smaller",
          "numeric_sqrt", "numeric_sub", "numeric_trim_scale", "numeric_trunc",
          "numeric_uminus", "numeric_uplus", "pg_size_bytes", "pg_size_pretty",
          "pg_size_pretty_numeric", "width_bucket_numeric" ->
          FunctionArea.NUMERIC;
      case "bpchar_larger", "bpchar_pattern_ge", "bpchar_pattern_gt", "bpchar_pattern_le",
          "bpchar_pattern_lt", "bpchar_smaller", "bpcharcmp", "bpchareq", "bpcharge",
          "bpchargt", "bpcharle", "bpcharlt", "bpcharne", "btbpchar_pattern_cmp", "btcharcmp",
          "btnamecmp", "btnametextcmp", "bttext_pattern_cmp", "bttextcmp", "bttextnamecmp",
          "chareq", "charge", "chargt", "charle", "charlt", "charne", "gen_random_uuid",
          "nameeq", "nameeqtext", "namege", "namegetext", "namegt", "namegttext", "namele",
          "nameletext", "namelt", "namelttext", "namene", "namenetext", "text_ge", "text_gt",
          "text_larger", "text_le", "text_lt", "text_pattern_ge", "text_pattern_gt",
          "text_pattern_le", "text_pattern_lt", "text_smaller", "texteq", "texteqname",
          "textgename", "textgtname", "textlename", "textltname", "textne", "textnename",
          "uuid_cmp", "uuid_eq", "uuid_ge", "uuid_gt", "uuid_le", "uuid_lt", "uuid_ne" ->
          FunctionArea.TEXT_COMPARISON;
      case "ascii", "bpchar", "bpchar_name", "bpcharlen", "bpcharoctetlen", "btrim", "btrim1",
          "char_bpchar", "char_text", "chr", "initcap", "lower", "lpad", "ltrim", "ltrim1",
          "name_bpchar", "name_text", "parse_ident", "quote_ident", "quote_literal",
          "quote_nullable", "repeat", "replace_text", "rpad", "rtrim", "rtrim1", "split_part",
          "text_char", "text_concat", "text_concat_ws", "text_format", "text_format_nv",
          "text_left", "text_name", "text_reverse", "text_right", "text_starts_with",
          "text_substr", "text_substr_no_len", "text_to_array", "text_to_array_null",
          "text_to_table", "text_to_table_null", "textcat", "textlen", "textoctetlen",
          "textoverlay", "textoverlay_no_len", "textpos", "translate", "unicode_is_normalized",
          "unicode_normalize_func", "unistr", "upper", "varchar" ->
          FunctionArea.TEXT;
      case "date_cmp", "date_cmp_timestamp", "date_cmp_timestamptz", "date_eq",
          "date_eq_timestamp", "date_eq_timestamptz", "date_ge", "date_ge_timestamp",
          "date_ge_timestamptz", "date_gt", "date_gt_timestamp", "date_gt_timestamptz",
          "date_larger", "date_le", "date_le_timestamp", "date_le_timestamptz", "date_lt",
          "date_lt_timestamp", "date_lt_timestamptz", "date_ne", "date_ne_timestamp",
          "date_ne_timestamptz", "date_smaller", "interval_cmp", "interval_eq", "interval_ge",
          "interval_gt", "interval_larger", "interval_le", "interval_lt", "interval_ne",
          "interval_smaller", "time_cmp", "time_eq", "time_ge", "time_gt", "time_larger",
          "time_le", "time_lt", "time_ne", "time_smaller", "timestamp_cmp",
          "timestamp_cmp_date", "timestamp_cmp_timestamptz", "timestamp_eq",
          "timestamp_eq_date", "timestamp_eq_timestamptz", "timestamp_ge", "timestamp_ge_date",
          "timestamp_ge_timestamptz", "timestamp_gt", "timestamp_gt_date",
          "timestamp_gt_timestamptz", "timestamp_larger", "timestamp_le", "timestamp_le_date",
          "timestamp_le_timestamptz", "timestamp_lt", "timestamp_lt_date",
          "timestamp_lt_timestamptz", "timestamp_ne", "timestamp_ne_date",
          "timestamp_ne_timestamptz", "timestamp_smaller", "timestamptz_cmp_date",
          "timestamptz_cmp_timestamp", "timestamptz_eq_date", "timestamptz_eq_timestamp",
          "timestamptz_ge_date", "timestamptz_ge_timestamp", "timestamptz_gt_date",
          "timestamptz_gt_timestamp", "timestamptz_le_date", "timestamptz_le_timestamp",
          "timestamptz_lt_date", "timestamptz_lt_timestamp", "timestamptz_ne_date",
          "timestamptz_ne_timestamp", "timetz_cmp", "timetz_eq", "timetz_ge", "timetz_gt",
          "timetz_larger", "timetz_le", "timetz_lt", "timetz_ne", "timetz_smaller" ->
          FunctionArea.TIME_COMPARISON;
      case "clock_timestamp", "date_finite", "date_mi", "date_mi_interval", "date_mii",
          "date_pl_interval", "date_pli", "date_timestamp", "date_timestamptz",
          "datetime_timestamp", "datetimetz_timestamptz", "extract_date", "extract_interval",
          "extract_time", "extract_timestamp", "extract_timestamptz", "extract_timetz",
          "float8_timestamptz", "interval_div", "interval_finite", "interval_justify_days",
          "interval_justify_hours", "interval_justify_interval", "interval_mi", "interval_mul",
          "interval_part", "interval_pl", "interval_scale", "interval_time", "interval_trunc",
          "interval_um", "make_date", "make_interval", "make_time", "make_timestamp",
          "make_timestamptz", "make_timestamptz_at_timezone", "mul_d_interval", "now",
          "overlaps_time", "overlaps_timestamp", "overlaps_timetz", "statement_timestamp",
          "time_interval", "time_mi_interval", "time_mi_time", "time_part", "time_pl_interval",
          "time_scale", "time_timetz", "timeofday", "timestamp_age", "timestamp_bin",
          "timestamp_date", "timestamp_finite", "timestamp_izone", "timestamp_mi",
          "timestamp_mi_interval", "timestamp_part", "timestamp_pl_interval",
          "timestamp_scale", "timestamp_time", "timestamp_timestamptz", "timestamp_trunc",
          "timestamp_zone", "timestamptz_age", "timestamptz_bin", "timestamptz_date",
          "timestamptz_izone", "timestamptz_mi", "timestamptz_mi_interval",
          "timestamptz_mi_interval_at_zone", "timestamptz_part", "timestamptz_pl_interval",
          "timestamptz_pl_interval_at_zone", "timestamptz_scale", "timestamptz_time",
          "timestamptz_timestamp", "timestamptz_timetz", "timestamptz_trunc",
          "timestamptz_trunc_zone", "timestamptz_zone", "timetz_izone", "timetz_mi_interval",
          "timetz_part", "timetz_pl_interval", "timetz_scale", "timetz_time", "timetz_zone" ->
          FunctionArea.TIME;
      case "PG_char_to_encoding", "PG_encoding_to_char", "binary_decode", "binary_encode",
          "byteaGetBit", "byteaGetByte", "byteaSetBit", "byteaSetByte", "bytea_bit_count",
          "bytea_substr", "bytea_substr_no_len", "byteacat", "byteacmp", "byteaeq", "byteage",
          "byteagt", "byteale", "bytealike", "bytealt", "bytealtrim", "byteane", "byteanlike",
          "byteaoctetlen", "byteaoverlay", "byteaoverlay_no_len", "byteapos", "byteartrim",
          "byteatrim", "length_in_encoding", "like_escape_bytea", "md5_bytea", "md5_text",
          "pg_convert_from", "pg_convert_to", "sha224_bytea", "sha256_bytea", "sha384_bytea",
          "sha512_bytea" ->
          FunctionArea.BYTEA;
      case "like_escape", "nameiclike", "nameicnlike", "namelike", "namenlike",
          "similar_escape", "similar_to_escape_1", "similar_to_escape_2", "texticlike",
          "texticnlike", "textlike", "textnlike" ->
          FunctionArea.PATTERN;
      case "generate_series_int4", "generate_series_int8", "generate_series_numeric",
          "generate_series_step_int4", "generate_series_step_int8",
          "generate_series_step_numeric", "generate_series_timestamp",
          "generate_series_timestamptz", "generate_series_timestamptz_at_zone" ->
          FunctionArea.SERIES;
      case "current_database", "current_query", "current_schema", "current_schemas",
          "current_user", "format_type", "getdatabaseencoding", "has_database_privilege_name",
          "has_schema_privilege_id", "has_schema_privilege_name", "has_table_privilege_id",
          "has_table_privilege_name", "inet_client_port", "inet_server_port", "pg_backend_pid",
          "pg_cancel_backend", "pg_client_encoding", "pg_collation_is_visible",
          "pg_conf_load_time", "pg_function_is_visible", "pg_get_userbyid",
          "pg_is_in_recovery", "pg_is_other_temp_schema", "pg_my_temp_schema",
          "pg_num_nonnulls", "pg_num_nulls", "pg_operator_is_visible",
          "pg_postmaster_start_time", "pg_sleep", "pg_table_is_visible",
          "pg_terminate_backend", "pg_trigger_depth", "pg_type_is_visible", "pg_typeof",
          "pgsql_version", "session_user", "set_config_by_name", "show_config_by_name",
          "show_config_by_name_missing_ok", "system_user", "text_regclass", "to_regclass",
          "to_regcollation", "to_regnamespace", "to_regoper", "to_regoperator", "to_regproc",
          "to_regprocedure", "to_regrole", "to_regtype" ->
          FunctionArea.SYSTEM;
      case "array_append", "array_cardinality", "array_cat", "array_dims", "array_eq",
          "array_fill", "array_fill_with_lower_bounds", "array_ge", "array_gt", "array_larger",
          "array_le", "array_length", "array_lower", "array_lt", "array_ndims", "array_ne",
          "array_position", "array_position_start", "array_positions", "array_prepend",
          "array_remove", "array_replace", "array_smaller", "array_to_text",
          "array_to_text_null", "array_unnest", "array_upper", "arraycontained",
          "arraycontains", "arrayoverlap", "btarraycmp", "btrecordcmp", "generate_subscripts",
          "generate_subscripts_nodir", "record_eq", "record_ge", "record_gt", "record_le",
          "record_lt", "record_ne", "trim_array", "width_bucket_array" ->
          FunctionArea.ARRAY;
      case "jsonb_array_element", "jsonb_array_element_text", "jsonb_array_elements",
          "jsonb_array_elements_text", "jsonb_array_length", "jsonb_bool", "jsonb_build_array",
          "jsonb_build_array_noargs", "jsonb_build_object", "jsonb_build_object_noargs",
          "jsonb_cmp", "jsonb_concat", "jsonb_contained", "jsonb_contains", "jsonb_delete",
          "jsonb_delete_array", "jsonb_delete_idx", "jsonb_delete_path", "jsonb_each",
          "jsonb_each_text", "jsonb_eq", "jsonb_exists", "jsonb_exists_all",
          "jsonb_exists_any", "jsonb_extract_path", "jsonb_extract_path_text", "jsonb_float4",
          "jsonb_float8", "jsonb_ge", "jsonb_gt", "jsonb_insert", "jsonb_int2", "jsonb_int4",
          "jsonb_int8", "jsonb_le", "jsonb_lt", "jsonb_ne", "jsonb_numeric",
          "jsonb_object_field", "jsonb_object_field_text", "jsonb_object_keys", "jsonb_pretty",
          "jsonb_set", "jsonb_set_lax", "jsonb_strip_nulls", "jsonb_typeof", "to_jsonb" ->
          FunctionArea.JSONB;
      case "array_to_json", "array_to_json_pretty", "json_array_element",
          "json_array_element_text", "json_array_elements", "json_array_elements_text",
          "json_array_length", "json_build_array", "json_build_array_noargs",
          "json_build_object", "json_build_object_noargs", "json_each", "json_each_text",
          "json_extract_path", "json_extract_path_text", "json_object", "json_object_field",
          "json_object_field_text", "json_object_keys", "json_object_two_arg",
          "json_strip_nulls", "json_typeof", "jsonb_object", "jsonb_object_two_arg",
          "row_to_json", "row_to_json_pretty", "to_json" ->
          FunctionArea.JSON;
      case "nameicregexeq", "nameicregexne", "nameregexeq", "nameregexne", "regexp_count",
          "regexp_count_no_flags", "regexp_count_no_start", "regexp_instr",
          "regexp_instr_no_endoption", "regexp_instr_no_flags", "regexp_instr_no_n",
          "regexp_instr_no_start", "regexp_instr_no_subexpr", "regexp_like",
          "regexp_like_no_flags", "regexp_match", "regexp_match_no_flags", "regexp_matches",
          "regexp_matches_no_flags", "regexp_split_to_array", "regexp_split_to_array_no_flags",
          "regexp_split_to_table", "regexp_split_to_table_no_flags", "regexp_substr",
          "regexp_substr_no_flags", "regexp_substr_no_n", "regexp_substr_no_start",
          "regexp_substr_no_subexpr", "texticregexeq", "texticregexne", "textregexeq",
          "textregexne", "textregexreplace", "textregexreplace_extended",
          "textregexreplace_extended_no_flags", "textregexreplace_extended_no_n",
          "textregexreplace_noopt", "textregexsubstr" ->
          FunctionArea.REGEX;
      case "float4_to_char", "float8_to_char", "int4_to_char", "int8_to_char",
          "interval_to_char", "numeric_to_char", "timestamp_to_char", "timestamptz_to_char" ->
          FunctionArea.FORMATTING;
      default -> null;
    };
  }
}
