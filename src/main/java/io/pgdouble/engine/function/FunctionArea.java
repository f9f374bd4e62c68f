package io.pgdouble.engine.function;

/** The areas functions are grouped by: one table each. A table. */
enum FunctionArea {
  BOOLEAN,
  INTEGER_COMPARISON,
  INTEGER,
  FLOAT_COMPARISON,
  FLOAT,
  NUMERIC,
  TEXT_COMPARISON,
  TEXT,
  TIME_COMPARISON,
  TIME,
  BYTEA,
  BIT,
  PATTERN,
  SERIES,
  SYSTEM,
  ARRAY,
  JSONB,
  JSON,
  REGEX,
  FORMATTING,
  HASH,
  RECOVERY,
  BINARY,
  FILE,
  NETWORK,
  ADDRESS,
  MONEY,
  POSITION,
  IN_RANGE,
  JSONPATH,
  SEQUENCE,
  RANGE,
  ENUM,
  NOTIFICATION,
  LOCK,
  DEFINITION,
  VISIBILITY,
  PRIVILEGE;

  /** Null where the area has no such function. A table. */
  Builtin find(String prosrc) {
    return switch (this) {
      case BOOLEAN -> BooleanFunctions.find(prosrc);
      case INTEGER_COMPARISON -> IntegerComparisons.find(prosrc);
      case INTEGER -> IntegerFunctions.find(prosrc);
      case FLOAT_COMPARISON -> FloatComparisons.find(prosrc);
      case FLOAT -> FloatFunctions.find(prosrc);
      case NUMERIC -> NumericFunctions.find(prosrc);
      case TEXT_COMPARISON -> TextComparisons.find(prosrc);
      case TEXT -> TextFunctions.find(prosrc);
      case TIME_COMPARISON -> TimeComparisons.find(prosrc);
      case TIME -> TimeFunctions.find(prosrc);
      case BYTEA -> ByteaFunctions.find(prosrc);
      case BIT -> BitFunctions.find(prosrc);
      case PATTERN -> PatternFunctions.find(prosrc);
      case SERIES -> SeriesFunctions.find(prosrc);
      case DEFINITION -> DefinitionFunctions.find(prosrc);
      case VISIBILITY -> CatalogVisibility.find(prosrc);
      case SYSTEM -> SystemFunctions.find(prosrc);
      case PRIVILEGE -> PrivilegeFunctions.find(prosrc);
      case ARRAY -> ArrayFunctions.find(prosrc);
      case JSONB -> JsonbFunctions.find(prosrc);
      case JSON -> JsonFunctions.find(prosrc);
      case REGEX -> RegexFunctions.find(prosrc);
      case FORMATTING -> FormattingFunctions.find(prosrc);
      case RECOVERY -> RecoveryFunctions.find(prosrc);
      case HASH -> HashFunctions.find(prosrc);
      case BINARY -> BinaryFunctions.find(prosrc);
      case FILE -> ServerFileFunctions.find(prosrc);
      case ADDRESS -> AddressFunctions.find(prosrc);
      case MONEY -> MoneyFunctions.find(prosrc);
      case POSITION -> PositionFunctions.find(prosrc);
      case NETWORK -> NetworkFunctions.find(prosrc);
      case RANGE -> RangeFunctions.find(prosrc);
      case NOTIFICATION -> NotificationFunctions.find(prosrc);
      case LOCK -> LockFunctions.find(prosrc);
      case ENUM -> EnumFunctions.find(prosrc);
      case JSONPATH -> JsonPathFunctions.find(prosrc);
      case IN_RANGE -> InRangeFunctions.find(prosrc);
      case SEQUENCE -> SequenceFunctions.find(prosrc);
    };
  }
}
