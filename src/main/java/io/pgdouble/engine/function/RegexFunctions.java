package io.pgdouble.engine.function;

import io.pgdouble.engine.function.RegexCall.Extent;
import io.pgdouble.engine.function.RegexCall.Flags;
import io.pgdouble.engine.regex.RegexOptions;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.TypeOid;

/** Functions of regular expressions. Source: {@code regexp.c}, {@code varlena.c}. A table. */
final class RegexFunctions {
  private RegexFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    Builtin function = function(prosrc);
    return function == null ? null : new HeavyBuiltin(function);
  }

  /** A table. */
  private static Builtin function(String prosrc) {
    return switch (prosrc) {
      case "textregexeq", "nameregexeq" -> (c, a) -> matches(c, a, RegexOptions.DEFAULT);
      case "textregexne", "nameregexne" -> (c, a) -> !matches(c, a, RegexOptions.DEFAULT);
      case "texticregexeq", "nameicregexeq" -> (c, a) -> matches(c, a, RegexOptions.IGNORE_CASE);
      case "texticregexne", "nameicregexne" -> (c, a) -> !matches(c, a, RegexOptions.IGNORE_CASE);
      case "textregexsubstr" -> (c, a) -> call(c, a, Flags.NONE).substring();
      case "regexp_like_no_flags" -> (c, a) -> call(c, a, Flags.NONE).matches();
      case "regexp_like" ->
          (c, a) -> call(c, a, Flags.of(text(a, 2)).onlyOne("regexp_like")).matches();
      case "regexp_match_no_flags" -> (c, a) -> call(c, a, Flags.NONE).firstParts();
      case "regexp_match" -> (c, a) -> call(c, a, RegexArguments.matchFlags(a)).firstParts();
      case "regexp_matches_no_flags" ->
          (c, a) -> call(c, a, Flags.NONE).allParts(Extent.FIRST).iterator();
      case "regexp_matches" -> (c, a) -> RegexArguments.allMatches(c, a);
      case "regexp_split_to_table_no_flags" -> (c, a) -> call(c, a, Flags.NONE).split().iterator();
      case "regexp_split_to_table" ->
          (c, a) ->
              call(c, a, Flags.of(text(a, 2)).onlyOne("regexp_split_to_table")).split().iterator();
      case "regexp_split_to_array_no_flags" -> (c, a) -> array(call(c, a, Flags.NONE));
      case "regexp_split_to_array" ->
          (c, a) -> array(call(c, a, Flags.of(text(a, 2)).onlyOne("regexp_split_to_array")));
      case "regexp_count_no_start" ->
          (c, a) -> call(c, a, Flags.NONE).matches(0, Extent.ALL).size();
      case "regexp_count_no_flags", "regexp_count" -> (c, a) -> RegexArguments.count(c, a);
      case "regexp_instr",
          "regexp_instr_no_start",
          "regexp_instr_no_n",
          "regexp_instr_no_endoption",
          "regexp_instr_no_flags",
          "regexp_instr_no_subexpr" ->
          (c, a) -> RegexArguments.position(c, a);
      case "regexp_substr",
          "regexp_substr_no_start",
          "regexp_substr_no_n",
          "regexp_substr_no_flags",
          "regexp_substr_no_subexpr" ->
          (c, a) -> RegexArguments.substring(c, a);
      case "textregexreplace_noopt" -> (c, a) -> call(c, a, Flags.NONE).replace(text(a, 2), 0, 1);
      case "textregexreplace" -> (c, a) -> RegexArguments.replace(c, a);
      case "textregexreplace_extended",
          "textregexreplace_extended_no_n",
          "textregexreplace_extended_no_flags" ->
          (c, a) -> RegexArguments.replaceFrom(c, a);
      default -> null;
    };
  }

  private static boolean matches(CallContext c, Object[] a, RegexOptions options) {
    return RegexCall.matches(text(a, 0), text(a, 1), options.in(CollationFacts.alphabet(c)));
  }

  static RegexCall call(CallContext c, Object[] a, Flags flags) {
    return RegexCall.of(text(a, 0), text(a, 1), flags.in(CollationFacts.alphabet(c)));
  }

  private static ArrayValue array(RegexCall call) {
    return ArrayValue.of(TypeOid.TEXT, call.split().toArray());
  }

  static String text(Object[] a, int index) {
    return (String) a[index];
  }
}
