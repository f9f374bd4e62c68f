package io.pgdouble.type;

/** Which class reads and writes which type. A class is loaded when its type is first used. */
final class TypeIos {
  private TypeIos() {}

  /** Null for a type whose values are not simulated. */
  static TypeIo find(int oid) {
    TypeIo scalar = scalar(oid);
    if (scalar != null) {
      return scalar;
    }
    DataType type = Types.find(oid).orElse(null);
    if (type == null || !type.isTrueArray()) {
      return null;
    }
    TypeIo element = scalar(type.elementOid());
    if (element == null) {
      return null;
    }
    char delimiter = Types.get(type.elementOid()).delimiter();
    return new ArrayIo(type.elementOid(), delimiter, element);
  }

  private static RangeIo range(RangeType type) {
    return new RangeIo(type, scalar(type.subtype()));
  }

  /** A table. */
  private static TypeIo scalar(int oid) {
    return switch (oid) {
      case TypeOid.INT4 -> Int4Io.INSTANCE;
      case TypeOid.TEXT, TypeOid.UNKNOWN, TypeOid.CSTRING, TypeOid.REFCURSOR -> TextIo.INSTANCE;
      case TypeOid.BOOL -> BoolIo.INSTANCE;
      case TypeOid.INT2 -> Int2Io.INSTANCE;
      case TypeOid.INT8 -> Int8Io.INSTANCE;
      case TypeOid.FLOAT4 -> Float4Io.INSTANCE;
      case TypeOid.FLOAT8 -> Float8Io.INSTANCE;
      case TypeOid.NUMERIC -> NumericIo.INSTANCE;
      case TypeOid.VARCHAR -> VarcharIo.VARCHAR;
      case TypeOid.BPCHAR -> VarcharIo.BPCHAR;
      case TypeOid.NAME -> NameIo.INSTANCE;
      case TypeOid.CHAR -> CharIo.INSTANCE;
      case TypeOid.BYTEA -> ByteaIo.INSTANCE;
      case TypeOid.UUID -> UuidIo.INSTANCE;
      case TypeOid.INET -> InetIo.INET;
      case TypeOid.CIDR -> InetIo.CIDR;
      case TypeOid.MACADDR -> MacAddressIo.INSTANCE;
      case TypeOid.MACADDR8 -> MacAddress8Io.INSTANCE;
      case TypeOid.MONEY -> MoneyIo.INSTANCE;
      case TypeOid.PG_LSN -> PgLsnIo.INSTANCE;
      case TypeOid.PG_SNAPSHOT, TypeOid.TXID_SNAPSHOT -> SnapshotIo.INSTANCE;
      case TypeOid.VOID -> VoidIo.INSTANCE;
      case TypeOid.DATE -> DateIo.INSTANCE;
      case TypeOid.TIME -> TimeIo.INSTANCE;
      case TypeOid.TIMETZ -> TimeTzIo.INSTANCE;
      case TypeOid.TIMESTAMP -> TimestampIo.TIMESTAMP;
      case TypeOid.TIMESTAMPTZ -> TimestampIo.TIMESTAMPTZ;
      case TypeOid.INTERVAL -> IntervalIo.INSTANCE;
      case TypeOid.JSON -> JsonIo.INSTANCE;
      case TypeOid.JSONB -> JsonbIo.INSTANCE;
      case TypeOid.JSONPATH -> JsonPathIo.INSTANCE;
      case TypeOid.XML -> XmlIo.INSTANCE;
      case TypeOid.OID -> UnsignedIo.OID;
      case TypeOid.XID -> UnsignedIo.XID;
      case TypeOid.CID -> UnsignedIo.CID;
      case TypeOid.XID8 -> UnsignedIo.XID8;
      case TypeOid.REGCLASS,
          TypeOid.REGTYPE,
          TypeOid.REGPROC,
          TypeOid.REGPROCEDURE,
          TypeOid.REGOPER,
          TypeOid.REGOPERATOR,
          TypeOid.REGNAMESPACE,
          TypeOid.REGROLE,
          TypeOid.REGCOLLATION,
          TypeOid.REGCONFIG,
          TypeOid.REGDICTIONARY ->
          new ObjectIdIo(oid);
      case TypeOid.INT4RANGE,
          TypeOid.INT8RANGE,
          TypeOid.NUMRANGE,
          TypeOid.TSRANGE,
          TypeOid.TSTZRANGE,
          TypeOid.DATERANGE ->
          range(RangeType.ofRange(oid).orElseThrow());
      case TypeOid.INT4MULTIRANGE,
          TypeOid.INT8MULTIRANGE,
          TypeOid.NUMMULTIRANGE,
          TypeOid.TSMULTIRANGE,
          TypeOid.TSTZMULTIRANGE,
          TypeOid.DATEMULTIRANGE -> {
        RangeType type = RangeType.ofMultirange(oid).orElseThrow();
        yield new MultirangeIo(type, range(type));
      }
      case TypeOid.BIT -> BitIo.BIT;
      case TypeOid.VARBIT -> BitIo.VARBIT;
      case TypeOid.PG_NODE_TREE -> NodeTreeIo.INSTANCE;
      case TypeOid.ACLITEM -> AclItemIo.INSTANCE;
      case TypeOid.TID -> TidIo.INSTANCE;
      case TypeOid.INT2VECTOR -> VectorIo.INT2;
      case TypeOid.OIDVECTOR -> VectorIo.OID;
      case TypeOid.RECORD -> RecordIo.INSTANCE;
      default -> null;
    };
  }
}
