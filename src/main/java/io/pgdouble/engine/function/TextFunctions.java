package io.pgdouble.engine.function;

/**
 * Functions of text that need no pattern: lengths, parts, padding, quoting, conversions between the
 * string types. Source: {@code varlena.c}, {@code oracle_compat.c}, {@code varchar.c}, {@code
 * quote.c}. A table.
 */
final class TextFunctions {
  private TextFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "textcat" -> (c, a) -> text(a, 0).concat(text(a, 1));
      case "textlen" -> (c, a) -> CodePoints.length(text(a, 0));
      case "bpcharlen" -> (c, a) -> CodePoints.length(CodePoints.stripTrailingSpaces(text(a, 0)));
      case "textoctetlen", "bpcharoctetlen" -> (c, a) -> CodePoints.octets(text(a, 0));
      case "lower" -> (c, a) -> CollationFacts.lower(c, text(a, 0));
      case "upper" -> (c, a) -> CollationFacts.upper(c, text(a, 0));
      case "initcap" -> (c, a) -> CollationFacts.initialCapitals(c, text(a, 0));
      case "text_substr" -> (c, a) -> Substrings.of(text(a, 0), int4(a, 1), int4(a, 2));
      case "text_substr_no_len" -> (c, a) -> Substrings.from(text(a, 0), int4(a, 1));
      case "textoverlay" ->
          (c, a) -> Substrings.overlay(text(a, 0), text(a, 1), int4(a, 2), int4(a, 3));
      case "textoverlay_no_len" ->
          (c, a) ->
              Substrings.overlay(text(a, 0), text(a, 1), int4(a, 2), CodePoints.length(text(a, 1)));
      case "text_left" -> (c, a) -> Substrings.left(text(a, 0), int4(a, 1));
      case "text_right" -> (c, a) -> Substrings.right(text(a, 0), int4(a, 1));
      case "textpos" -> (c, a) -> Substrings.position(text(a, 0), text(a, 1));
      case "text_starts_with" -> (c, a) -> text(a, 0).startsWith(text(a, 1));
      case "text_reverse" -> (c, a) -> new StringBuilder(text(a, 0)).reverse().toString();
      case "replace_text" -> heavy((c, a) -> Strings.replace(text(a, 0), text(a, 1), text(a, 2)));
      case "translate" -> (c, a) -> Strings.translate(text(a, 0), text(a, 1), text(a, 2));
      case "repeat" -> heavy((c, a) -> Strings.repeat(text(a, 0), int4(a, 1)));
      case "lpad" -> heavy((c, a) -> Padding.left(text(a, 0), int4(a, 1), text(a, 2)));
      case "rpad" -> heavy((c, a) -> Padding.right(text(a, 0), int4(a, 1), text(a, 2)));
      case "btrim" -> (c, a) -> Trimming.both(text(a, 0), text(a, 1));
      case "btrim1" -> (c, a) -> Trimming.both(text(a, 0), " ");
      case "ltrim" -> (c, a) -> Trimming.left(text(a, 0), text(a, 1));
      case "ltrim1" -> (c, a) -> Trimming.left(text(a, 0), " ");
      case "rtrim" -> (c, a) -> Trimming.right(text(a, 0), text(a, 1));
      case "rtrim1" -> (c, a) -> CodePoints.stripTrailingSpaces(text(a, 0));
      case "ascii" -> (c, a) -> text(a, 0).isEmpty() ? 0 : text(a, 0).codePointAt(0);
      case "chr" -> (c, a) -> Strings.character(int4(a, 0));
      case "split_part" -> (c, a) -> Splitting.part(text(a, 0), text(a, 1), int4(a, 2));
      case "text_to_array" -> (c, a) -> Splitting.array(text(a, 0), text(a, 1), null);
      case "text_to_array_null" -> (c, a) -> Splitting.array(text(a, 0), text(a, 1), text(a, 2));
      case "text_to_table" -> heavy((c, a) -> Splitting.table(text(a, 0), text(a, 1), null));
      case "text_to_table_null" ->
          heavy((c, a) -> Splitting.table(text(a, 0), text(a, 1), text(a, 2)));
      case "text_concat" -> Concatenation::concat;
      case "text_concat_ws" -> Concatenation::concatWithSeparator;
      case "text_format", "text_format_nv" -> heavy(TextFormat::format);
      case "quote_ident" -> (c, a) -> Quoting.identifier(text(a, 0), c.execution().facts());
      case "quote_literal" -> (c, a) -> Quoting.literal(text(a, 0));
      case "quote_nullable" -> (c, a) -> a[0] == null ? "NULL" : Quoting.literal(text(a, 0));
      case "name_text" -> (c, a) -> a[0];
      case "text_name" -> (c, a) -> CodePoints.clipOctets(text(a, 0), 63);
      case "bpchar_name" ->
          (c, a) -> CodePoints.stripTrailingSpaces(CodePoints.clipOctets(text(a, 0), 63));
      case "name_bpchar" -> (c, a) -> a[0];
      case "char_text" -> (c, a) -> SingleBytes.toText(text(a, 0));
      case "char_bpchar" -> (c, a) -> SingleBytes.toBpchar(text(a, 0));
      case "text_char" -> (c, a) -> SingleBytes.ofText(text(a, 0));
      case "varchar" ->
          (c, a) -> StringLengths.varchar(text(a, 0), int4(a, 1), CastContext.of(a[2]));
      case "bpchar" -> (c, a) -> StringLengths.bpchar(text(a, 0), int4(a, 1), CastContext.of(a[2]));
      case "unicode_normalize_func" -> heavy(Normalization::normalize);
      case "unicode_is_normalized" -> heavy(Normalization::isNormalized);
      case "unistr" -> (c, a) -> UnicodeEscapes.decode(text(a, 0));
      case "parse_ident" -> (c, a) -> Identifiers.parse(text(a, 0), (Boolean) a[1]);
      default -> null;
    };
  }

  private static Builtin heavy(Builtin function) {
    return new HeavyBuiltin(function);
  }

  private static String text(Object[] a, int index) {
    return (String) a[index];
  }

  private static int int4(Object[] a, int index) {
    return (Integer) a[index];
  }
}
