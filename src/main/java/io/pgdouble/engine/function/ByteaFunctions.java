package io.pgdouble.engine.function;

import java.nio.charset.StandardCharsets;

/**
 * Functions of {@code bytea}, encodings and digests. Source: {@code varlena.c}, {@code encode.c},
 * {@code cryptohashfuncs.c}, {@code mbutils.c}. A table.
 */
final class ByteaFunctions {
  private ByteaFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "byteaeq" -> (c, a) -> ByteOrder.bytes(bytes(a, 0), bytes(a, 1)) == 0;
      case "byteane" -> (c, a) -> ByteOrder.bytes(bytes(a, 0), bytes(a, 1)) != 0;
      case "bytealt" -> (c, a) -> ByteOrder.bytes(bytes(a, 0), bytes(a, 1)) < 0;
      case "byteale" -> (c, a) -> ByteOrder.bytes(bytes(a, 0), bytes(a, 1)) <= 0;
      case "byteagt" -> (c, a) -> ByteOrder.bytes(bytes(a, 0), bytes(a, 1)) > 0;
      case "byteage" -> (c, a) -> ByteOrder.bytes(bytes(a, 0), bytes(a, 1)) >= 0;
      case "byteacmp" -> (c, a) -> ByteOrder.bytes(bytes(a, 0), bytes(a, 1));
      case "byteaoctetlen" -> (c, a) -> bytes(a, 0).length;
      case "byteacat" -> (c, a) -> Bytes.concat(bytes(a, 0), bytes(a, 1));
      case "bytea_substr" -> (c, a) -> Bytes.substring(bytes(a, 0), int4(a, 1), int4(a, 2));
      case "bytea_substr_no_len" -> (c, a) -> Bytes.from(bytes(a, 0), int4(a, 1));
      case "byteaoverlay" ->
          (c, a) -> Bytes.overlay(bytes(a, 0), bytes(a, 1), int4(a, 2), int4(a, 3));
      case "byteaoverlay_no_len" ->
          (c, a) -> Bytes.overlay(bytes(a, 0), bytes(a, 1), int4(a, 2), bytes(a, 1).length);
      case "byteapos" -> (c, a) -> Bytes.position(bytes(a, 0), bytes(a, 1));
      case "byteatrim" -> (c, a) -> Bytes.trim(bytes(a, 0), bytes(a, 1), Bytes.Side.BOTH);
      case "bytealtrim" -> (c, a) -> Bytes.trim(bytes(a, 0), bytes(a, 1), Bytes.Side.LEFT);
      case "byteartrim" -> (c, a) -> Bytes.trim(bytes(a, 0), bytes(a, 1), Bytes.Side.RIGHT);
      case "byteaGetByte" -> (c, a) -> Bytes.getByte(bytes(a, 0), int4(a, 1));
      case "byteaSetByte" -> (c, a) -> Bytes.setByte(bytes(a, 0), int4(a, 1), int4(a, 2));
      case "byteaGetBit" -> (c, a) -> Bytes.getBit(bytes(a, 0), (Long) a[1]);
      case "byteaSetBit" -> (c, a) -> Bytes.setBit(bytes(a, 0), (Long) a[1], int4(a, 2));
      case "bytea_bit_count" -> (c, a) -> Bytes.bitCount(bytes(a, 0));
      case "md5_text" -> (c, a) -> Digests.md5(((String) a[0]).getBytes(StandardCharsets.UTF_8));
      case "md5_bytea" -> (c, a) -> Digests.md5(bytes(a, 0));
      case "sha224_bytea" -> (c, a) -> Digests.of("SHA-224", bytes(a, 0));
      case "sha256_bytea" -> (c, a) -> Digests.of("SHA-256", bytes(a, 0));
      case "sha384_bytea" -> (c, a) -> Digests.of("SHA-384", bytes(a, 0));
      case "sha512_bytea" -> (c, a) -> Digests.of("SHA-512", bytes(a, 0));
      case "binary_encode" -> (c, a) -> Encodings.encode(bytes(a, 0), (String) a[1]);
      case "binary_decode" -> (c, a) -> Encodings.decode((String) a[0], (String) a[1]);
      case "pg_convert_from" -> (c, a) -> CharacterSets.decode(c, bytes(a, 0), (String) a[1]);
      case "pg_convert_to" -> (c, a) -> CharacterSets.encode(c, (String) a[0], (String) a[1]);
      case "pg_convert" -> CharacterSets::convert;
      case "length_in_encoding" -> (c, a) -> CharacterSets.length(c, bytes(a, 0), (String) a[1]);
      case "PG_encoding_to_char" ->
          (c, a) -> CharacterSets.name(c.execution().facts(), (Integer) a[0]);
      case "PG_char_to_encoding" ->
          (c, a) -> CharacterSets.id(c.execution().facts(), (String) a[0]);
      case "pg_encoding_max_length_sql" -> (c, a) -> CharacterSets.maximumLength(int4(a, 0));
      case "bytealike" -> heavy((c, a) -> Like.matches(bytes(a, 0), bytes(a, 1)));
      case "byteanlike" -> heavy((c, a) -> !Like.matches(bytes(a, 0), bytes(a, 1)));
      case "like_escape_bytea" -> (c, a) -> Like.withEscape(bytes(a, 0), bytes(a, 1));
      default -> null;
    };
  }

  private static Builtin heavy(Builtin function) {
    return new HeavyBuiltin(function);
  }

  private static byte[] bytes(Object[] a, int index) {
    return (byte[]) a[index];
  }

  private static int int4(Object[] a, int index) {
    return (Integer) a[index];
  }
}
