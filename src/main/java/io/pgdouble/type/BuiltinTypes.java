package io.pgdouble.type;

import java.util.HashMap;
import java.util.Map;

/**
 * The types the server is born with, as {@code pg_type} shows them, without its row types. Here and
 * not in the facts, because the first query needs them. A table.
 */
final class BuiltinTypes {
  private final Map<Integer, DataType> rows = new HashMap<>(512);

  private BuiltinTypes() {
    row(16, "bool", 1, "bBp,", 0, 1000, 0, "boolin");
    row(17, "bytea", -1, "bU-,", 0, 1001, 0, "byteain");
    row(18, "char", 1, "bZ-,", 0, 1002, 0, "charin");
    row(19, "name", 64, "bS-,", 18, 1003, 950, "namein");
    row(20, "int8", 8, "bN-,", 0, 1016, 0, "int8in");
    row(21, "int2", 2, "bN-,", 0, 1005, 0, "int2in");
    row(22, "int2vector", -1, "bA-,", 21, 1006, 0, "int2vectorin");
    row(23, "int4", 4, "bN-,", 0, 1007, 0, "int4in");
    row(24, "regproc", 4, "bN-,", 0, 1008, 0, "regprocin");
    row(25, "text", -1, "bSp,", 0, 1009, 100, "textin");
    row(26, "oid", 4, "bNp,", 0, 1028, 0, "oidin");
    row(27, "tid", 6, "bU-,", 0, 1010, 0, "tidin");
    row(28, "xid", 4, "bU-,", 0, 1011, 0, "xidin");
    row(29, "cid", 4, "bU-,", 0, 1012, 0, "cidin");
    row(30, "oidvector", -1, "bA-,", 26, 1013, 0, "oidvectorin");
    row(114, "json", -1, "bU-,", 0, 199, 0, "json_in");
    row(142, "xml", -1, "bU-,", 0, 143, 0, "xml_in");
    row(143, "_xml", -1, "bA-,", 142, 0, 0, "array_in");
    row(194, "pg_node_tree", -1, "bZ-,", 0, 0, 100, "pg_node_tree_in");
    row(199, "_json", -1, "bA-,", 114, 0, 0, "array_in");
    row(271, "_xid8", -1, "bA-,", 5069, 0, 0, "array_in");
    row(600, "point", 16, "bG-,", 701, 1017, 0, "point_in");
    row(601, "lseg", 32, "bG-,", 600, 1018, 0, "lseg_in");
    row(602, "path", -1, "bG-,", 0, 1019, 0, "path_in");
    row(603, "box", 32, "bG-;", 600, 1020, 0, "box_in");
    row(604, "polygon", -1, "bG-,", 0, 1027, 0, "poly_in");
    row(628, "line", 24, "bG-,", 701, 629, 0, "line_in");
    row(629, "_line", -1, "bA-,", 628, 0, 0, "array_in");
    row(650, "cidr", -1, "bI-,", 0, 651, 0, "cidr_in");
    row(651, "_cidr", -1, "bA-,", 650, 0, 0, "array_in");
    row(700, "float4", 4, "bN-,", 0, 1021, 0, "float4in");
    row(701, "float8", 8, "bNp,", 0, 1022, 0, "float8in");
    row(705, "unknown", -2, "pX-,", 0, 0, 0, "unknownin");
    row(718, "circle", 24, "bG-,", 0, 719, 0, "circle_in");
    row(719, "_circle", -1, "bA-,", 718, 0, 0, "array_in");
    row(774, "macaddr8", 8, "bU-,", 0, 775, 0, "macaddr8_in");
    row(775, "_macaddr8", -1, "bA-,", 774, 0, 0, "array_in");
    row(790, "money", 8, "bN-,", 0, 791, 0, "cash_in");
    row(791, "_money", -1, "bA-,", 790, 0, 0, "array_in");
    row(829, "macaddr", 6, "bU-,", 0, 1040, 0, "macaddr_in");
    row(869, "inet", -1, "bIp,", 0, 1041, 0, "inet_in");
    row(1000, "_bool", -1, "bA-,", 16, 0, 0, "array_in");
    row(1001, "_bytea", -1, "bA-,", 17, 0, 0, "array_in");
    row(1002, "_char", -1, "bA-,", 18, 0, 0, "array_in");
    row(1003, "_name", -1, "bA-,", 19, 0, 950, "array_in");
    row(1005, "_int2", -1, "bA-,", 21, 0, 0, "array_in");
    row(1006, "_int2vector", -1, "bA-,", 22, 0, 0, "array_in");
    row(1007, "_int4", -1, "bA-,", 23, 0, 0, "array_in");
    row(1008, "_regproc", -1, "bA-,", 24, 0, 0, "array_in");
    row(1009, "_text", -1, "bA-,", 25, 0, 100, "array_in");
    row(1010, "_tid", -1, "bA-,", 27, 0, 0, "array_in");
    row(1011, "_xid", -1, "bA-,", 28, 0, 0, "array_in");
    row(1012, "_cid", -1, "bA-,", 29, 0, 0, "array_in");
    row(1013, "_oidvector", -1, "bA-,", 30, 0, 0, "array_in");
    row(1014, "_bpchar", -1, "bA-,", 1042, 0, 100, "array_in");
    row(1015, "_varchar", -1, "bA-,", 1043, 0, 100, "array_in");
    row(1016, "_int8", -1, "bA-,", 20, 0, 0, "array_in");
    row(1017, "_point", -1, "bA-,", 600, 0, 0, "array_in");
    row(1018, "_lseg", -1, "bA-,", 601, 0, 0, "array_in");
    row(1019, "_path", -1, "bA-,", 602, 0, 0, "array_in");
    row(1020, "_box", -1, "bA-;", 603, 0, 0, "array_in");
    row(1021, "_float4", -1, "bA-,", 700, 0, 0, "array_in");
    row(1022, "_float8", -1, "bA-,", 701, 0, 0, "array_in");
    row(1027, "_polygon", -1, "bA-,", 604, 0, 0, "array_in");
    row(1028, "_oid", -1, "bA-,", 26, 0, 0, "array_in");
    row(1033, "aclitem", 16, "bU-,", 0, 1034, 0, "aclitemin");
    row(1034, "_aclitem", -1, "bA-,", 1033, 0, 0, "array_in");
    row(1040, "_macaddr", -1, "bA-,", 829, 0, 0, "array_in");
    row(1041, "_inet", -1, "bA-,", 869, 0, 0, "array_in");
    row(1042, "bpchar", -1, "bS-,", 0, 1014, 100, "bpcharin");
    row(1043, "varchar", -1, "bS-,", 0, 1015, 100, "varcharin");
    row(1082, "date", 4, "bD-,", 0, 1182, 0, "date_in");
    row(1083, "time", 8, "bD-,", 0, 1183, 0, "time_in");
    row(1114, "timestamp", 8, "bD-,", 0, 1115, 0, "timestamp_in");
    row(1115, "_timestamp", -1, "bA-,", 1114, 0, 0, "array_in");
    row(1182, "_date", -1, "bA-,", 1082, 0, 0, "array_in");
    row(1183, "_time", -1, "bA-,", 1083, 0, 0, "array_in");
    row(1184, "timestamptz", 8, "bDp,", 0, 1185, 0, "timestamptz_in");
    row(1185, "_timestamptz", -1, "bA-,", 1184, 0, 0, "array_in");
    row(1186, "interval", 16, "bTp,", 0, 1187, 0, "interval_in");
    row(1187, "_interval", -1, "bA-,", 1186, 0, 0, "array_in");
    row(1231, "_numeric", -1, "bA-,", 1700, 0, 0, "array_in");
    row(1263, "_cstring", -1, "bA-,", 2275, 0, 0, "array_in");
    row(1266, "timetz", 12, "bD-,", 0, 1270, 0, "timetz_in");
    row(1270, "_timetz", -1, "bA-,", 1266, 0, 0, "array_in");
    row(1560, "bit", -1, "bV-,", 0, 1561, 0, "bit_in");
    row(1561, "_bit", -1, "bA-,", 1560, 0, 0, "array_in");
    row(1562, "varbit", -1, "bVp,", 0, 1563, 0, "varbit_in");
    row(1563, "_varbit", -1, "bA-,", 1562, 0, 0, "array_in");
    row(1700, "numeric", -1, "bN-,", 0, 1231, 0, "numeric_in");
    row(1790, "refcursor", -1, "bU-,", 0, 2201, 0, "textin");
    row(2201, "_refcursor", -1, "bA-,", 1790, 0, 0, "array_in");
    row(2202, "regprocedure", 4, "bN-,", 0, 2207, 0, "regprocedurein");
    row(2203, "regoper", 4, "bN-,", 0, 2208, 0, "regoperin");
    row(2204, "regoperator", 4, "bN-,", 0, 2209, 0, "regoperatorin");
    row(2205, "regclass", 4, "bN-,", 0, 2210, 0, "regclassin");
    row(2206, "regtype", 4, "bN-,", 0, 2211, 0, "regtypein");
    row(2207, "_regprocedure", -1, "bA-,", 2202, 0, 0, "array_in");
    row(2208, "_regoper", -1, "bA-,", 2203, 0, 0, "array_in");
    row(2209, "_regoperator", -1, "bA-,", 2204, 0, 0, "array_in");
    row(2210, "_regclass", -1, "bA-,", 2205, 0, 0, "array_in");
    row(2211, "_regtype", -1, "bA-,", 2206, 0, 0, "array_in");
    row(2249, "record", -1, "pP-,", 0, 2287, 0, "record_in");
    row(2275, "cstring", -2, "pP-,", 0, 1263, 0, "cstring_in");
    row(2276, "any", 4, "pP-,", 0, 0, 0, "any_in");
    row(2277, "anyarray", -1, "pP-,", 0, 0, 0, "anyarray_in");
    row(2278, "void", 4, "pP-,", 0, 0, 0, "void_in");
    row(2279, "trigger", 4, "pP-,", 0, 0, 0, "trigger_in");
    row(2281, "internal", 8, "pP-,", 0, 0, 0, "internal_in");
    row(2283, "anyelement", 4, "pP-,", 0, 0, 0, "anyelement_in");
    row(2287, "_record", -1, "pP-,", 2249, 0, 0, "array_in");
    row(2776, "anynonarray", 4, "pP-,", 0, 0, 0, "anynonarray_in");
    row(2949, "_txid_snapshot", -1, "bA-,", 2970, 0, 0, "array_in");
    row(2950, "uuid", 16, "bU-,", 0, 2951, 0, "uuid_in");
    row(2951, "_uuid", -1, "bA-,", 2950, 0, 0, "array_in");
    row(2970, "txid_snapshot", -1, "bU-,", 0, 2949, 0, "txid_snapshot_in");
    row(3220, "pg_lsn", 8, "bU-,", 0, 3221, 0, "pg_lsn_in");
    row(3221, "_pg_lsn", -1, "bA-,", 3220, 0, 0, "array_in");
    row(3500, "anyenum", 4, "pP-,", 0, 0, 0, "anyenum_in");
    row(3734, "regconfig", 4, "bN-,", 0, 3735, 0, "regconfigin");
    row(3735, "_regconfig", -1, "bA-,", 3734, 0, 0, "array_in");
    row(3769, "regdictionary", 4, "bN-,", 0, 3770, 0, "regdictionaryin");
    row(3770, "_regdictionary", -1, "bA-,", 3769, 0, 0, "array_in");
    row(3802, "jsonb", -1, "bU-,", 0, 3807, 0, "jsonb_in");
    row(3807, "_jsonb", -1, "bA-,", 3802, 0, 0, "array_in");
    row(3831, "anyrange", -1, "pP-,", 0, 0, 0, "anyrange_in");
    row(3904, "int4range", -1, "rR-,", 0, 3905, 0, "range_in");
    row(3905, "_int4range", -1, "bA-,", 3904, 0, 0, "array_in");
    row(3906, "numrange", -1, "rR-,", 0, 3907, 0, "range_in");
    row(3907, "_numrange", -1, "bA-,", 3906, 0, 0, "array_in");
    row(3908, "tsrange", -1, "rR-,", 0, 3909, 0, "range_in");
    row(3909, "_tsrange", -1, "bA-,", 3908, 0, 0, "array_in");
    row(3910, "tstzrange", -1, "rR-,", 0, 3911, 0, "range_in");
    row(3911, "_tstzrange", -1, "bA-,", 3910, 0, 0, "array_in");
    row(3912, "daterange", -1, "rR-,", 0, 3913, 0, "range_in");
    row(3913, "_daterange", -1, "bA-,", 3912, 0, 0, "array_in");
    row(3926, "int8range", -1, "rR-,", 0, 3927, 0, "range_in");
    row(3927, "_int8range", -1, "bA-,", 3926, 0, 0, "array_in");
    row(4072, "jsonpath", -1, "bU-,", 0, 4073, 0, "jsonpath_in");
    row(4073, "_jsonpath", -1, "bA-,", 4072, 0, 0, "array_in");
    row(4089, "regnamespace", 4, "bN-,", 0, 4090, 0, "regnamespacein");
    row(4090, "_regnamespace", -1, "bA-,", 4089, 0, 0, "array_in");
    row(4096, "regrole", 4, "bN-,", 0, 4097, 0, "regrolein");
    row(4097, "_regrole", -1, "bA-,", 4096, 0, 0, "array_in");
    row(4191, "regcollation", 4, "bN-,", 0, 4192, 0, "regcollationin");
    row(4192, "_regcollation", -1, "bA-,", 4191, 0, 0, "array_in");
    row(4537, "anymultirange", -1, "pP-,", 0, 0, 0, "anymultirange_in");
    row(4538, "anycompatiblemultirange", -1, "pP-,", 0, 0, 0, "anycompatiblemultirange_in");
    row(5038, "pg_snapshot", -1, "bU-,", 0, 5039, 0, "pg_snapshot_in");
    row(5039, "_pg_snapshot", -1, "bA-,", 5038, 0, 0, "array_in");
    row(5069, "xid8", 8, "bU-,", 0, 271, 0, "xid8in");
    row(5077, "anycompatible", 4, "pP-,", 0, 0, 0, "anycompatible_in");
    row(5078, "anycompatiblearray", -1, "pP-,", 0, 0, 0, "anycompatiblearray_in");
    row(5079, "anycompatiblenonarray", 4, "pP-,", 0, 0, 0, "anycompatiblenonarray_in");
    row(5080, "anycompatiblerange", -1, "pP-,", 0, 0, 0, "anycompatiblerange_in");
  }

  static Map<Integer, DataType> rows() {
    return new BuiltinTypes().rows;
  }

  /**
   * In order: oid, name, length; kind, category, preference, delimiter; and so on as in pg_type.
   */
  private void row(
      int oid,
      String name,
      int length,
      String letters,
      int element,
      int array,
      int collation,
      String input) {
    rows.put(
        oid,
        new DataType(
            oid,
            name,
            length,
            letters.charAt(0),
            letters.charAt(1),
            letters.charAt(2) == 'p',
            letters.charAt(3),
            element,
            array,
            0,
            collation,
            input));
  }
}
