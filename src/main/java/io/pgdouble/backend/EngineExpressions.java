package io.pgdouble.backend;

import io.pgdouble.auth.RegularExpressions;
import io.pgdouble.engine.regex.Regex;
import io.pgdouble.engine.regex.RegexOptions;
import java.util.function.Predicate;

/** The engine's regular expressions, for those who do not know the engine. */
public final class EngineExpressions implements RegularExpressions {
  @Override
  public Predicate<String> compile(String pattern) {
    Regex regex = Regex.compile(pattern, RegexOptions.DEFAULT);
    return text -> regex.find(text.codePoints().toArray(), 0) != null;
  }
}
