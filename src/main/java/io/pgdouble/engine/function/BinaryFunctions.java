package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.type.Types;

/**
 * The {@code send} functions of types, which anybody may call. Source: {@code pqformat.c} and the
 * files of the types. A table.
 */
final class BinaryFunctions {
  private BinaryFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "array_send",
          "bit_send",
          "boolsend",
          "bpcharsend",
          "byteasend",
          "cash_send",
          "charsend",
          "cidsend",
          "date_send",
          "float4send",
          "float8send",
          "int2send",
          "int2vectorsend",
          "int4send",
          "int8send",
          "interval_send",
          "json_send",
          "jsonb_send",
          "namesend",
          "numeric_send",
          "oidsend",
          "oidvectorsend",
          "record_send",
          "regclasssend",
          "regcollationsend",
          "regconfigsend",
          "regdictionarysend",
          "regnamespacesend",
          "regoperatorsend",
          "regopersend",
          "regproceduresend",
          "regprocsend",
          "regrolesend",
          "regtypesend",
          "textsend",
          "tidsend",
          "time_send",
          "timestamp_send",
          "timestamptz_send",
          "timetz_send",
          "unknownsend",
          "uuid_send",
          "varbit_send",
          "varcharsend",
          "xid8send",
          "xidsend" ->
          BinaryFunctions::send;
      default -> null;
    };
  }

  /** Texts within a value are sent in the frontend's encoding. */
  private static byte[] send(CallContext context, Object[] arguments) {
    if (!SessionInformation.clientEncoding(context).equals("UTF8")) {
      throw ErrorReport.notSimulated("binary forms in a client encoding other than UTF8")
          .toException();
    }
    return Types.io(context.argumentType(0)).send(arguments[0], context.types());
  }
}
