package io.pgdouble.engine.function;

/** Which area holds which function, so that a look-up loads only that one. A table. */
final class BuiltinIndex {
  private BuiltinIndex() {}

  /** Null where no area holds it. */
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
          "xid8le", "xid8lt", "xid8ne", "xideq", "xideqint4", "xidneq", "xidneqint4" ->
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
      case "dceil", "degrees", "dfloor", "dpi", "drandom", "dround", "dsign", "dsqrt", "dtof",
          "dtoi2", "dtoi4", "dtoi8", "dtrunc", "float48div", "float48mi", "float48mul",
          "float48pl", "float4abs", "float4div", "float4mi", "float4mul", "float4pl",
          "float4um", "float4up", "float84div", "float84mi", "float84mul", "float84pl",
          "float8abs", "float8div", "float8mi", "float8mul", "float8pl", "float8um",
          "float8up", "ftod", "ftoi2", "ftoi4", "ftoi8", "radians", "setseed",
          "width_bucket_float8" ->
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
      default -> null;
    };
  }
}
