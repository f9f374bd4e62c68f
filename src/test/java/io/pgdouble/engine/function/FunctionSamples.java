package io.pgdouble.engine.function;

import java.util.List;

/**
 * Text forms to call functions with: bounds, oddities and ordinary values of each type, and what
 * particular arguments of particular functions need. A table.
 */
final class FunctionSamples {
  private static final List<String> REGEX_PATTERNS =
      List.of(
          ("|a|^a|b$|a*|a+?|(a)(b)?|(a*)(ab)*(b*)|[a-c]+|[^a-c ]+|(abc|ab)(c|bcd)?|.*|.*?b"
                  + "|(.*?)b(.*)|\\w+|\\s|\\d+|(?i)ABC|(?:ab)+|a{2}|a{1,2}?|(b|a)*c|((a)|(b))*|"
                  + "\\mb|b\\M|\\ya|\\Ya|x*|(?=b)|a(?!b)|(?<=a)b|(?<!a)b|[[:alpha:]]+|[[:space:]]"
                  + "|[]a]+|[a\\]]|a{|a{,2}|a{3,1}|(|)|a)|[a|*a|a**|\\|\\q|[z-a]|[[:foo:]]|a{256}"
                  + "|(?q)a.c|***=a.|***:a|(?z)a|^(.)(.*)$|(a+)(a*)|(a+?)(a*)|(a|ab)(c|bcd)(d*)"
                  + "|(?n)^.|([^ ]+) ?([^ ]*)|é|[é-€]|\\u00e9|\\x61|(?x) a b # c|a(?#comment)b"
                  + "|(?:a|(b))+|(a?)+b|()|(^a|b)|\\Aabc\\Z|(ab?)*?c|(?:(a)|b)*?c|.{3}|(.{2}){1,2}"
                  + "|[[:upper:]]|(?i)[a-c]+|(?i)[[:lower:]]+|,|[,]| +|,{2}|b*|(a(b(c)?)?)?")
              .split("\\|(?![^(]*\\))"));

  private FunctionSamples() {}

  /** By the argument's function, place and type; null stands for SQL's NULL. */
  static List<String> of(String prosrc, int index, int type) {
    List<String> special = special(prosrc + " " + index);
    return special.isEmpty() ? of(type) : special;
  }

  /** A table. */
  private static List<String> special(String place) {
    if (place.matches("(text|name|regexp|texti|namei).*reg?exp?.* 1|regexp_.* 1")) {
      return REGEX_PATTERNS;
    }
    return switch (place) {
      case "repeat 1" -> List.of("0", "1", "3", "-1", "1073741824");
      case "lpad 1", "rpad 1" -> List.of("0", "1", "5", "12", "-3", "2147483647", "300000000");
      case "chr 0" ->
          List.of(
              "65",
              "0",
              "-1",
              "127",
              "128",
              "233",
              "8364",
              "55296",
              "57343",
              "65535",
              "65536",
              "128512",
              "1114111",
              "1114112",
              "2147483647");
      case "numeric_fac 0" -> List.of("0", "1", "5", "20", "33", "100", "-1", "32178", "3000");
      case "numeric_round 1", "numeric_trunc 1" ->
          List.of("0", "1", "-1", "5", "-5", "20", "2000", "-2000", "2147483647", "-2147483648");
      case "numeric 1" -> List.of("-1", "327686", "655366", "131074", "196618", "393225", "328692");
      case "varchar 1", "bpchar 1" -> List.of("-1", "4", "5", "7", "9", "14");
      case "width_bucket_float8 3", "width_bucket_numeric 3" ->
          List.of("1", "5", "10", "0", "-1", "2147483647");
      case "int4shl 1", "int4shr 1", "int2shl 1", "int2shr 1", "int8shl 1", "int8shr 1" ->
          List.of("0", "1", "31", "32", "33", "63", "64", "-1");
      case "unicode_normalize_func 1", "unicode_is_normalized 1" ->
          List.of("NFC", "NFD", "nfkc", "NFKD", "x");
      case "unicode_normalize_func 0", "unicode_is_normalized 0" ->
          List.of(
              "", "abc", "é", "e\u0301", "ﬁ", "가", "\u1100\u1161", "Å", "\u212b", "q\u0323\u0307");
      case "unistr 0" ->
          List.of(
              "",
              "abc",
              "d\\0061t\\+000061",
              "\\d83d\\de00",
              "\\d83d",
              "\\de00",
              "\\u00e9",
              "\\U0001F600",
              "\\\\",
              "\\",
              "\\12",
              "\\0000",
              "\\+110000",
              "a\\d83dx",
              "\\uD83D\\uDE00z",
              "\\U00110000");
      case "parse_ident 0" ->
          List.of(
              "a",
              "A.b",
              "\"A\".b",
              " a . b ",
              "a.",
              ".a",
              "a..b",
              "\"a",
              "\"\"",
              "a b",
              "\"a\"\"b\".c",
              "1a",
              "a$1.é",
              "",
              "foo.boo[]");
      case "text_format 0", "text_format_nv 0" ->
          List.of(
              "",
              "abc",
              "%s",
              "%s %s",
              "%1$s %1$s",
              "%I",
              "%L",
              "%10s|",
              "%-10s|",
              "%",
              "%%",
              "%x",
              "%1$",
              "%0$s",
              "%3$s",
              "%*s",
              "%2$*1$s",
              "%1$*2$s",
              "%s%",
              "%-*s|",
              "%99999999999s",
              "%5$s",
              "%2s",
              "% s",
              "%1",
              "%-",
              "%*1s");
      case "pg_size_bytes 0" ->
          List.of(
              "1",
              "1kB",
              " 1 MB ",
              "1.5 GB",
              "-1 tb",
              "1e3",
              "1e3 kB",
              "abc",
              "",
              "1 xx",
              "5 bytes",
              "7B",
              ".5 kB",
              "1e",
              "1 EB",
              "9999999 PB",
              "+3PB",
              "5.");
      case "split_part 1",
          "text_to_array 1",
          "text_to_array_null 1",
          "text_to_table 1",
          "text_to_table_null 1" ->
          List.of(",", "", "ab", "b", " ");
      case "split_part 2" -> List.of("1", "2", "0", "-1", "-2", "3", "100", "-2147483648");
      case "binary_encode 1", "binary_decode 1" -> List.of("hex", "base64", "escape", "HEX", "x");
      case "binary_decode 0" ->
          List.of(
              "",
              "6162",
              "6 1\n62",
              "616",
              "zz",
              "YWJj",
              "YW=",
              "YQ==",
              "=",
              "Y*",
              "abc\\000\\134",
              "\\",
              "\\9",
              "YWI=YWI=",
              "é",
              "\\\\",
              "YWJ");
      case "pg_convert 1",
          "pg_convert 2",
          "pg_convert_from 1",
          "pg_convert_to 1",
          "length_in_encoding 1",
          "PG_char_to_encoding 0" ->
          List.of("UTF8", "utf-8", "latin1", "ISO-8859-1", "sql_ascii", "foo", "unicode", "");
      case "PG_encoding_to_char 0" -> List.of("0", "6", "8", "41", "42", "-1");
      case "byteaGetByte 1", "byteaSetByte 1", "byteaGetBit 1", "byteaSetBit 1" ->
          List.of("0", "1", "2", "8", "-1", "9", "15", "100");
      case "bitgetbit 1", "bitsetbit 1", "bitshiftleft 1", "bitshiftright 1" ->
          List.of("0", "1", "2", "7", "8", "-1", "9", "31", "100", "2147483647", "-2147483648");
      case "bitsubstr 1",
          "bitsubstr 2",
          "bitsubstr_no_len 1",
          "bitoverlay 2",
          "bitoverlay 3",
          "bitoverlay_no_len 2",
          "bit 1",
          "varbit 1",
          "bitfromint4 1",
          "bitfromint8 1" ->
          List.of("0", "1", "2", "5", "8", "-1", "-3", "9", "33", "70");
      case "byteaSetBit 2", "bitsetbit 2" -> List.of("0", "1", "2", "-1");
      case "textlike 1",
          "textnlike 1",
          "texticlike 1",
          "texticnlike 1",
          "namelike 1",
          "namenlike 1",
          "nameiclike 1",
          "nameicnlike 1" ->
          List.of(
              "", "%", "_", "a%", "%c", "A_C", "%b%", "\\", "a\\", "%\\", "\\%", "%a%b%", "____",
              "é_😀%", "_%_", "%_", "abc", "HELLO%", "%\\a", "ǅ", "%\\\\%", "__%__");
      case "bytealike 1", "byteanlike 1" ->
          List.of("", "%", "_", "\\x2561", "\\x615f63", "\\x5c", "\\x255c", "\\x61255c5c");
      case "like_escape 1", "similar_escape 1", "similar_to_escape_2 1" ->
          List.of("", "\\", "a", "#", "é", "ab");
      case "like_escape 0", "similar_escape 0", "similar_to_escape_1 0", "similar_to_escape_2 0" ->
          List.of(
              "",
              "a%b",
              "a#%",
              "\\%",
              "a\\\"b\\\"c",
              "#\"x#\"#\"",
              "(a|b)_",
              "[a-z\\]%",
              "é%é",
              "^a.$",
              "a#\\b",
              "[^#]]");
      case "timestamp_part 0",
          "extract_timestamp 0",
          "timestamptz_part 0",
          "extract_timestamptz 0",
          "extract_date 0",
          "time_part 0",
          "extract_time 0",
          "timetz_part 0",
          "extract_timetz 0",
          "interval_part 0",
          "extract_interval 0",
          "timestamp_trunc 0",
          "timestamptz_trunc 0",
          "timestamptz_trunc_zone 0",
          "interval_trunc 0" ->
          List.of(
              "microseconds",
              "ms",
              "SECOND",
              "minute",
              "hour",
              "day",
              "week",
              "month",
              "quarter",
              "year",
              "decade",
              "century",
              "millennium",
              "timezone",
              "timezone_hour",
              "timezone_minute",
              "dow",
              "isodow",
              "doy",
              "isoyear",
              "julian",
              "epoch",
              "now",
              "x",
              "");
      case "timestamp_zone 0",
          "timestamptz_zone 0",
          "timetz_zone 0",
          "timestamptz_trunc_zone 2",
          "timestamptz_pl_interval_at_zone 2",
          "timestamptz_mi_interval_at_zone 2",
          "make_timestamptz_at_timezone 6",
          "generate_series_timestamptz_at_zone 3" ->
          List.of(
              "UTC",
              "Europe/Berlin",
              "america/new_york",
              "EST",
              "cest",
              "+03",
              "-05:30",
              "x",
              "",
              "UTC+3",
              "Asia/Kolkata",
              "MSK",
              "5",
              "+16",
              "+05:60",
              "-0530",
              "EST5EDT");
      case "timestamp_scale 1", "timestamptz_scale 1", "time_scale 1", "timetz_scale 1" ->
          List.of("0", "1", "3", "6", "-1", "7");
      case "interval_scale 1" ->
          List.of(
              "-1",
              "327679",
              "196607",
              "589823",
              "67174399",
              "67698687",
              "402653186",
              "2147418115",
              "458751",
              "470286336");
      case "make_date 0",
          "make_timestamp 0",
          "make_timestamptz 0",
          "make_timestamptz_at_timezone 0" ->
          List.of(
              "2020",
              "2023",
              "-44",
              "0",
              "294276",
              "294277",
              "5874897",
              "5874898",
              "-4713",
              "-4714",
              "-2147483648",
              "1999",
              "2000");
      case "make_date 1",
          "make_timestamp 1",
          "make_timestamptz 1",
          "make_timestamptz_at_timezone 1" ->
          List.of("1", "2", "12", "13", "0", "-1", "6");
      case "make_date 2",
          "make_timestamp 2",
          "make_timestamptz 2",
          "make_timestamptz_at_timezone 2" ->
          List.of("1", "28", "29", "31", "0", "32", "-5");
      case "make_time 0",
          "make_timestamp 3",
          "make_timestamptz 3",
          "make_timestamptz_at_timezone 3" ->
          List.of("0", "12", "23", "24", "25", "-1");
      case "make_time 1",
          "make_timestamp 4",
          "make_timestamptz 4",
          "make_timestamptz_at_timezone 4" ->
          List.of("0", "59", "60", "-1");
      case "make_time 2",
          "make_timestamp 5",
          "make_timestamptz 5",
          "make_timestamptz_at_timezone 5" ->
          List.of("0", "1.5", "59.9999999", "60", "60.1", "-0.5", "NaN", "1e10", "0.0000001");
      case "make_interval 0",
          "make_interval 1",
          "make_interval 2",
          "make_interval 3",
          "make_interval 4",
          "make_interval 5" ->
          List.of("0", "1", "-1", "100", "2147483647");
      case "make_interval 6" ->
          List.of("0", "1.5", "-0.000001", "NaN", "Infinity", "1e12", "1e300");
      case "interval_mul 1", "mul_d_interval 0", "interval_div 1" ->
          List.of("0", "1", "0.5", "-1.5", "3", "1e10", "NaN", "Infinity", "0.3333", "7", "1e-3");
      case "float8_timestamptz 0" ->
          List.of(
              "0",
              "1.5",
              "-1.5",
              "1e10",
              "1e13",
              "-1e12",
              "NaN",
              "Infinity",
              "-Infinity",
              "1700000000.123457",
              "9224318015999.999999",
              "-210866803200");
      case "array_length 1",
          "array_lower 1",
          "array_upper 1",
          "generate_subscripts_nodir 1",
          "generate_subscripts 1",
          "trim_array 1" ->
          List.of("0", "1", "2", "-1", "3");
      case "array_fill 1", "array_fill_with_lower_bounds 1", "array_fill_with_lower_bounds 2" ->
          List.of(
              "{}",
              "{2}",
              "{2,3}",
              "{{1,2}}",
              "{0}",
              "{-1}",
              "{NULL}",
              "{1,1,1,1,1,1,1}",
              "{100000,100000}",
              "[3:4]={2,2}");
      case "jsonb_extract_path 1",
          "jsonb_extract_path_text 1",
          "json_extract_path 1",
          "json_extract_path_text 1",
          "jsonb_set 1",
          "jsonb_set_lax 1",
          "jsonb_insert 1",
          "jsonb_delete_path 1" ->
          List.of(
              "{}",
              "{a}",
              "{b,c}",
              "{0}",
              "{-1}",
              "{b,c,2,d}",
              "{NULL}",
              "{1,b}",
              "{x,y}",
              "{b,c,1}",
              "{b,c,-9}",
              "{b,c,9}",
              "{5}",
              "{-7}",
              "{\"\"}",
              "{1x}",
              "{a,b}",
              "{{a,b}}",
              "{0,0}",
              "{b,NULL}");
      case "jsonb_set_lax 4" ->
          List.of("use_json_null", "raise_exception", "delete_key", "return_target", "x");
      case "json_object 0",
          "jsonb_object 0",
          "json_object_two_arg 0",
          "jsonb_object_two_arg 0",
          "json_object_two_arg 1",
          "jsonb_object_two_arg 1" ->
          List.of(
              "{}",
              "{a,1}",
              "{a,1,b}",
              "{a,NULL}",
              "{NULL,a}",
              "{{a,b},{c,d}}",
              "{{a,b,c}}",
              "{{{a,b}}}",
              "{a,1,a,2}",
              "{\"a\\\"b\",é}");
      case "jsonb_object_field 1",
          "jsonb_object_field_text 1",
          "json_object_field 1",
          "json_object_field_text 1",
          "jsonb_exists 1",
          "jsonb_delete 1" ->
          List.of("a", "b", "", "abc", "x", "é", "1");
      case "textregexreplace_noopt 2",
          "textregexreplace 2",
          "textregexreplace_extended 2",
          "textregexreplace_extended_no_n 2",
          "textregexreplace_extended_no_flags 2" ->
          List.of("", "X", "[\\\\1]", "<\\\\&>", "\\\\\\\\", "\\\\", "a\\\\2b\\\\x");
      case "textregexreplace 3",
          "textregexreplace_extended 5",
          "regexp_like 2",
          "regexp_match 2",
          "regexp_matches 2",
          "regexp_split_to_table 2",
          "regexp_split_to_array 2",
          "regexp_count 3",
          "regexp_instr 5",
          "regexp_instr_no_subexpr 5",
          "regexp_substr 4",
          "regexp_substr_no_subexpr 4" ->
          List.of("", "g", "i", "gi", "n", "x", "y", "1", "ic", "q");
      case "timestamp_to_char 1", "timestamptz_to_char 1", "interval_to_char 1" ->
          List.of(
              "",
              "YYYY-MM-DD HH24:MI:SS.US",
              "FMDay, FMDD FMMonth YYYY",
              "HH12:MI AM",
              "hh:mi p.m.",
              "DDDth Dth WW W Q CC J",
              "IYYY-IW-ID IDDD",
              "Y,YYY YYY YY Y I IY IYY",
              "MON Mon mon",
              "DAY Day day DY Dy dy",
              "MONTH Month month RM rm FMRM",
              "TZ tz TZH TZM OF FMOF",
              "FF1 FF2 FF3 FF4 FF5 FF6 MS",
              "SSSS SSSSS",
              "B.C. a.d. BC AD",
              "\"YYYY\" \\\"MM",
              "FX YYYY",
              "TMMonth TMDay tmmon",
              "SSth MITH HH24TH",
              "x é 1",
              "FMHH24:FMMI:FMSS",
              "FMYYYY FMYYY FMYY FMDDD FMWW",
              "YYYYSP MMth",
              "\"a\\\"b",
              "HH24:MI",
              "Q",
              "YYYYMMDD");
      case "numeric_to_char 1",
          "int4_to_char 1",
          "int8_to_char 1",
          "float4_to_char 1",
          "float8_to_char 1" ->
          List.of(
              "",
              "999",
              "000",
              "999.99",
              "FM999.99",
              "FM999.00",
              "S999",
              "999S",
              "MI999",
              "999MI",
              "PL999",
              "SG999",
              "999PR",
              "FM999PR",
              "9,999,999",
              "9G999D99",
              "FM9G999",
              "L999",
              "RN",
              "FMRN",
              "rn",
              "999th",
              "999TH",
              "99V99",
              "9.99EEEE",
              "EEEE",
              "B999",
              "0999",
              "FM0999.9",
              "9999999999999999.999",
              ".99",
              "0.9",
              "FM0.9",
              "9.9.9",
              "EEEE9",
              "S9S",
              "S9MI",
              "9PR9",
              "99.V9",
              "FM9EEEE",
              "\"x\"999\"y\"",
              "999 9",
              "9 9 9",
              "FM99999.09",
              "S00.0",
              "PL9.9",
              "9.99PL",
              "x999y",
              "FM999,999.99",
              "C9",
              "SP9",
              "FM9.90",
              "99999.999S",
              "MI9.9",
              "9SG9",
              "0G000",
              "99.",
              "FM99.",
              "999D");
      case "dexp 0", "dlog1 0", "dlog10 0", "dcbrt 0", "dpow 0" ->
          List.of(
              "0",
              "1",
              "-1",
              "2",
              "0.5",
              "10",
              "100",
              "1000",
              "3",
              "27",
              "-8",
              "1e22",
              "NaN",
              "Infinity",
              "-Infinity",
              "0.1",
              "2.718281828459045",
              "64",
              "-0",
              "1.5",
              "700",
              "-700",
              "800",
              "-800",
              "1e-10",
              "123.456",
              "7",
              "1e300");
      case "dpow 1" ->
          List.of(
              "0",
              "1",
              "-1",
              "2",
              "0.5",
              "10",
              "-2",
              "3",
              "NaN",
              "Infinity",
              "-Infinity",
              "1.5",
              "31",
              "63",
              "64",
              "1000",
              "-0.5",
              "0.1",
              "1e10",
              "-3",
              "1023",
              "33.3");
      case "setseed 0" -> List.of("0.5", "-1", "1", "1.5", "NaN", "1e10", "-123456789", "1.00001");
      default -> List.of();
    };
  }

  /** A table. */
  private static List<String> of(int type) {
    return switch (type) {
      case 16 -> List.of("t", "f");
      case 1560, 1562 ->
          List.of(
              "",
              "0",
              "1",
              "101",
              "1010",
              "10101010",
              "00000000",
              "10101011",
              "101010101",
              "11111111000000001111111100000000",
              "111111110000000011111111000000001",
              "1111111111111111111111111111111111111111111111111111111111111111",
              "x0f0f0f0f0f0f0f0f0");
      case 21 -> List.of("0", "1", "-1", "7", "-12", "32767", "-32768", "255");
      case 23 -> List.of("0", "1", "-1", "7", "-12", "2147483647", "-2147483648", "46341", "3");
      case 20 ->
          List.of(
              "0",
              "1",
              "-1",
              "7",
              "-12",
              "9223372036854775807",
              "-9223372036854775808",
              "4294967295",
              "3037000500",
              "100000000000",
              "2147483648");
      case 26 -> List.of("0", "1", "16384", "4294967295", "2147483648");
      case 28, 29 -> List.of("0", "3", "4294967295");
      case 5069 -> List.of("0", "3", "4294967299", "18446744073709551615");
      case 700 ->
          List.of(
              "0",
              "-0",
              "1",
              "-1.5",
              "0.1",
              "1e10",
              "3.4e38",
              "-3.4e38",
              "1e-40",
              "NaN",
              "Infinity",
              "-Infinity",
              "2.5",
              "32767.5",
              "1e-45");
      case 701 ->
          List.of(
              "0",
              "-0",
              "1",
              "-1.5",
              "0.1",
              "1e10",
              "1.7e308",
              "-1.7e308",
              "1e-320",
              "NaN",
              "Infinity",
              "-Infinity",
              "2.5",
              "3.5",
              "32767.5",
              "2147483647.5",
              "9.3e18",
              "1e300",
              "123456789.125");
      case 1700 ->
          List.of(
              "0",
              "0.00",
              "1",
              "-1",
              "1.5",
              "-2.5",
              "0.1",
              "3.14159",
              "-123.456",
              "1e10",
              "99999999999999999999",
              "0.00000001",
              "NaN",
              "Infinity",
              "-Infinity",
              "2.000",
              "10.10",
              "-0.5",
              "12345.678901234567890",
              "7",
              "1e-20",
              "32768",
              "1e400");
      case 25, 1043, 1042, 705, 2275 ->
          List.of(
              "",
              "abc",
              "ABC",
              " a b ",
              "Hello World",
              "é€😀z",
              "a,b,,c",
              "it's",
              "back\\slash",
              "abcabc",
              "123",
              "x",
              "ßẞİıǅ",
              "select",
              "Mixed",
              "tab\there");
      case 19 -> List.of("", "abc", "ABC", "select", "é");
      case 18 -> List.of("", "a", "Z", "\\351", "0");
      case 1007 ->
          List.of(
              "{}",
              "{1,2,3}",
              "{NULL}",
              "{3,NULL,1}",
              "{{1,2},{3,4}}",
              "[0:1]={7,7}",
              "[2:3][-1:0]={{1,2},{-1,NULL}}",
              "{7}",
              "{1,2}",
              "{{1,2}}",
              "{1,2,3,-12}");
      case 1009 ->
          List.of(
              "{}",
              "{abc}",
              "{NULL}",
              "{abc,NULL,ABC}",
              "{{a,b},{c,d}}",
              "[0:1]={x,x}",
              "{\"\",\"a b\",\"NULL\"}",
              "{é,€,😀}",
              "{abc,\"\"}");
      case 114, 3802 ->
          List.of(
              "null",
              "true",
              "false",
              "1",
              "1.50",
              "-2e3",
              "\"a\"",
              "\"\"",
              "[]",
              "{}",
              "[1, 2, \"a\", null]",
              "{\"a\": 1, \"b\": {\"c\": [1,2,{\"d\":null}]}, \"a\" : 2}",
              "[[1],[2,[3]]]",
              "{\"abc\":null,\"x\":\"\\u00e9\\n\\\"\"}",
              " [ 1 , {\"b\" : [ ] } ] ",
              "{\"c\": [1, \"abc\"], \"\": false}",
              "[\"abc\", \"x\", true]",
              "123",
              "12345678901234567890",
              "\"é😀\"",
              "{\"b\":1,\"aa\":2,\"é\":3}",
              "[0.10, 1e2, -0]");
      case 1082 ->
          List.of(
              "2000-01-01",
              "1999-12-31",
              "2024-02-29",
              "0044-03-15 BC",
              "infinity",
              "-infinity",
              "5874897-12-31",
              "4714-11-24 BC",
              "2023-06-15",
              "294277-01-01",
              "0001-01-01",
              "2001-01-07");
      case 1083 -> List.of("00:00", "12:34:56.789", "24:00", "23:59:59.999999", "01:02:03");
      case 1266 ->
          List.of(
              "00:00+00",
              "12:34:56.789+02",
              "24:00-08",
              "23:59:59.999999+05:30",
              "10:34:56.789+00",
              "01:02:03-15:59:59");
      case 1114, 1184 ->
          List.of(
              "2000-01-01 00:00",
              "1999-12-31 23:59:59.999999",
              "2024-02-29 12:34:56.5",
              "0044-03-15 01:02:03 BC",
              "infinity",
              "-infinity",
              "294276-12-31 23:59:59.999999",
              "4714-11-24 00:00 BC",
              "2023-03-26 02:30",
              "2023-10-29 02:30",
              "2021-01-31 13:14:15.1617",
              "2005-01-02",
              "1970-01-01",
              "2023-11-05 06:30",
              "0001-01-01");
      case 1186 ->
          List.of(
              "0",
              "1 day",
              "-1 day",
              "1 month",
              "-13 months",
              "1 year 2 mons 3 days",
              "04:05:06.789",
              "-1 day 25:00",
              "40 days -30:00",
              "1 mon -1 day",
              "178000000 years",
              "2147483647 days",
              "-2147483648 days",
              "2540400000:00:00",
              "0.000001 s",
              "1.5 s",
              "15 days 12:00",
              "-2147483648 mons");
      case 17 ->
          List.of(
              "\\x",
              "\\x00",
              "\\x6162",
              "\\x61ff62",
              "\\xc3a9",
              "\\x6161626161",
              "\\xff",
              "\\x61626364616263",
              "\\x0001027f8081");
      case 2950 ->
          List.of(
              "00000000-0000-0000-0000-000000000000",
              "ffffffff-ffff-ffff-ffff-ffffffffffff",
              "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
              "7fffffff-ffff-ffff-8000-000000000000");
      default -> List.of();
    };
  }
}
