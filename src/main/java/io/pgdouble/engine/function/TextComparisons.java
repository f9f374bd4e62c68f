package io.pgdouble.engine.function;

import java.util.UUID;

/**
 * Comparisons of {@code text}, {@code name}, {@code bpchar}, {@code "char"} and {@code uuid}. All
 * collations the double knows order by bytes. Source: {@code varlena.c}, {@code name.c}, {@code
 * varchar.c}, {@code char.c}, {@code uuid.c}. A table.
 */
final class TextComparisons {
  private static final int C_COLLATION = 950;
  private static final int POSIX_COLLATION = 951;

  private TextComparisons() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "texteq", "nameeq", "nameeqtext", "texteqname", "chareq" -> (c, a) -> a[0].equals(a[1]);
      case "textne", "namene", "namenetext", "textnename", "charne" -> (c, a) -> !a[0].equals(a[1]);
      case "text_lt", "namelt", "namelttext", "textltname", "text_pattern_lt" ->
          (c, a) -> text(a) < 0;
      case "text_le", "namele", "nameletext", "textlename", "text_pattern_le" ->
          (c, a) -> text(a) <= 0;
      case "text_gt", "namegt", "namegttext", "textgtname", "text_pattern_gt" ->
          (c, a) -> text(a) > 0;
      case "text_ge", "namege", "namegetext", "textgename", "text_pattern_ge" ->
          (c, a) -> text(a) >= 0;
      case "btnamecmp" -> (c, a) -> ByteOrder.strings((String) a[0], (String) a[1]);
      case "bttextcmp", "btnametextcmp", "bttextnamecmp" ->
          (c, a) -> collated(c, (String) a[0], (String) a[1]);
      case "bttext_pattern_cmp" -> (c, a) -> ByteOrder.patterns((String) a[0], (String) a[1]);
      case "text_larger" -> (c, a) -> text(a) > 0 ? a[0] : a[1];
      case "text_smaller" -> (c, a) -> text(a) < 0 ? a[0] : a[1];
      case "bpchareq" -> (c, a) -> blankPadded(a) == 0;
      case "bpcharne" -> (c, a) -> blankPadded(a) != 0;
      case "bpcharlt", "bpchar_pattern_lt" -> (c, a) -> blankPadded(a) < 0;
      case "bpcharle", "bpchar_pattern_le" -> (c, a) -> blankPadded(a) <= 0;
      case "bpchargt", "bpchar_pattern_gt" -> (c, a) -> blankPadded(a) > 0;
      case "bpcharge", "bpchar_pattern_ge" -> (c, a) -> blankPadded(a) >= 0;
      case "bpcharcmp" -> (c, a) -> collated(c, stripped(a, 0), stripped(a, 1));
      case "btbpchar_pattern_cmp" -> (c, a) -> ByteOrder.patterns(stripped(a, 0), stripped(a, 1));
      case "bpchar_larger" -> (c, a) -> blankPadded(a) >= 0 ? a[0] : a[1];
      case "bpchar_smaller" -> (c, a) -> blankPadded(a) <= 0 ? a[0] : a[1];
      case "charlt" -> (c, a) -> SingleBytes.compare(a) < 0;
      case "charle" -> (c, a) -> SingleBytes.compare(a) <= 0;
      case "chargt" -> (c, a) -> SingleBytes.compare(a) > 0;
      case "charge" -> (c, a) -> SingleBytes.compare(a) >= 0;
      case "btcharcmp" -> (c, a) -> SingleBytes.compare(a);
      case "uuid_eq" -> (c, a) -> a[0].equals(a[1]);
      case "uuid_ne" -> (c, a) -> !a[0].equals(a[1]);
      case "uuid_lt" -> (c, a) -> Uuids.compare(a) < 0;
      case "uuid_le" -> (c, a) -> Uuids.compare(a) <= 0;
      case "uuid_gt" -> (c, a) -> Uuids.compare(a) > 0;
      case "uuid_ge" -> (c, a) -> Uuids.compare(a) >= 0;
      case "uuid_cmp" -> (c, a) -> ByteOrder.uuids((UUID) a[0], (UUID) a[1]);
      case "gen_random_uuid" -> (c, a) -> Uuids.random(c.execution());
      default -> null;
    };
  }

  /** {@code varstr_cmp}: what {@code memcmp} tells where the collation is C's, which shows. */
  private static int collated(CallContext context, String left, String right) {
    boolean bytes = context.collation() == C_COLLATION || context.collation() == POSIX_COLLATION;
    return bytes ? ByteOrder.patterns(left, right) : ByteOrder.strings(left, right);
  }

  private static int text(Object[] a) {
    return CodePoints.compare((String) a[0], (String) a[1]);
  }

  private static int blankPadded(Object[] a) {
    return CodePoints.compare(stripped(a, 0), stripped(a, 1));
  }

  private static String stripped(Object[] a, int index) {
    return CodePoints.stripTrailingSpaces((String) a[index]);
  }
}
