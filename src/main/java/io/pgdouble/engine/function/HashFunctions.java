package io.pgdouble.engine.function;

import io.pgdouble.type.Interval;
import io.pgdouble.type.Numeric;
import io.pgdouble.type.TimeTz;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;

/**
 * The support functions of the hash operator classes, which anybody may call. Source: {@code
 * hashfunc.c} and the files of the types. A table.
 */
final class HashFunctions {
  private HashFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "hashint2", "hashint4", "hashoid" -> (c, a) -> JenkinsHash.of((int) whole(a));
      case "hashint2extended", "hashint4extended", "hashoidextended" ->
          (c, a) -> JenkinsHash.of((int) whole(a), seed(a));
      case "hashint8", "time_hash", "timestamp_hash" ->
          (c, a) -> JenkinsHash.of(HashKeys.fold(whole(a)));
      case "hashint8extended", "time_hash_extended", "timestamp_hash_extended" ->
          (c, a) -> JenkinsHash.of(HashKeys.fold(whole(a)), seed(a));
      case "hashfloat4", "hashfloat8" ->
          (c, a) -> real(a) == 0 ? 0 : JenkinsHash.of(HashKeys.ofReal(real(a)));
      case "hashfloat4extended", "hashfloat8extended" ->
          (c, a) -> real(a) == 0 ? seed(a) : JenkinsHash.of(HashKeys.ofReal(real(a)), seed(a));
      case "hash_numeric" -> (c, a) -> HashKeys.numeric((Numeric) a[0]);
      case "hash_numeric_extended" -> (c, a) -> HashKeys.numeric((Numeric) a[0], seed(a));
      case "hashtext", "hashname" -> (c, a) -> JenkinsHash.of(sent(c, TypeOid.TEXT, a[0]));
      case "hashtextextended", "hashnameextended" ->
          (c, a) -> JenkinsHash.of(sent(c, TypeOid.TEXT, a[0]), seed(a));
      case "hashbpchar" -> (c, a) -> JenkinsHash.of(sent(c, TypeOid.TEXT, unpadded(a)));
      case "hashbpcharextended" ->
          (c, a) -> JenkinsHash.of(sent(c, TypeOid.TEXT, unpadded(a)), seed(a));
      case "hashchar" -> (c, a) -> JenkinsHash.of((int) sent(c, TypeOid.CHAR, a[0])[0]);
      case "hashcharextended" ->
          (c, a) -> JenkinsHash.of((int) sent(c, TypeOid.CHAR, a[0])[0], seed(a));
      case "uuid_hash" -> (c, a) -> JenkinsHash.of(sent(c, TypeOid.UUID, a[0]));
      case "uuid_hash_extended" -> (c, a) -> JenkinsHash.of(sent(c, TypeOid.UUID, a[0]), seed(a));
      case "timetz_hash" -> (c, a) -> HashKeys.timeTz((TimeTz) a[0]);
      case "timetz_hash_extended" -> (c, a) -> HashKeys.timeTz((TimeTz) a[0], seed(a));
      case "interval_hash" ->
          (c, a) -> JenkinsHash.of(HashKeys.fold(HashKeys.span((Interval) a[0])));
      case "interval_hash_extended" ->
          (c, a) -> JenkinsHash.of(HashKeys.fold(HashKeys.span((Interval) a[0])), seed(a));
      default -> null;
    };
  }

  private static long whole(Object[] a) {
    return ((Number) a[0]).longValue();
  }

  private static double real(Object[] a) {
    return ((Number) a[0]).doubleValue();
  }

  private static long seed(Object[] a) {
    return (Long) a[1];
  }

  private static String unpadded(Object[] a) {
    return CodePoints.stripTrailingSpaces((String) a[0]);
  }

  private static byte[] sent(CallContext context, int type, Object value) {
    return Types.io(type).send(value, context.types());
  }
}
