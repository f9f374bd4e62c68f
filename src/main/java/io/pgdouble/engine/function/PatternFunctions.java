package io.pgdouble.engine.function;

/** Pattern matching. Source: {@code like.c}, {@code regexp.c}. A table. */
final class PatternFunctions {
  private PatternFunctions() {}

  /** Null where there is no such function. A table. */
  static Builtin find(String prosrc) {
    return switch (prosrc) {
      case "textlike", "namelike" -> heavy((c, a) -> Like.matches(text(a, 0), text(a, 1)));
      case "textnlike", "namenlike" -> heavy((c, a) -> !Like.matches(text(a, 0), text(a, 1)));
      case "texticlike", "nameiclike" -> heavy((c, a) -> likeAnyCase(c, a));
      case "texticnlike", "nameicnlike" -> heavy((c, a) -> !likeAnyCase(c, a));
      case "like_escape" -> (c, a) -> Like.withEscape(text(a, 0), text(a, 1));
      case "similar_escape" ->
          (c, a) ->
              a[0] == null
                  ? null
                  : Like.similarPattern(text(a, 0), a[1] == null ? "\\" : text(a, 1));
      case "similar_to_escape_1" -> (c, a) -> Like.similarPattern(text(a, 0), "\\");
      case "similar_to_escape_2" -> (c, a) -> Like.similarPattern(text(a, 0), text(a, 1));
      default -> null;
    };
  }

  private static boolean likeAnyCase(CallContext c, Object[] a) {
    return Like.matches(CollationFacts.lower(c, text(a, 0)), CollationFacts.lower(c, text(a, 1)));
  }

  private static Builtin heavy(Builtin function) {
    return new HeavyBuiltin(function);
  }

  private static String text(Object[] a, int index) {
    return (String) a[index];
  }
}
