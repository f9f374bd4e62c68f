package io.pgdouble.backend;

import io.pgdouble.auth.NamePattern;
import io.pgdouble.auth.RegularExpressions;
import io.pgdouble.engine.regex.Regex;
import io.pgdouble.engine.regex.RegexOptions;
import java.util.Optional;

/** The engine's regular expressions, for those who do not know the engine. */
public final class EngineExpressions implements RegularExpressions {
  @Override
  public NamePattern compile(String pattern) {
    return new Understood(Regex.compile(pattern, RegexOptions.DEFAULT));
  }

  private record Understood(Regex regex) implements NamePattern {
    @Override
    public boolean test(String name) {
      return regex.find(name.codePoints().toArray(), 0) != null;
    }

    @Override
    public Optional<String> firstGroup(String name) {
      int[] text = name.codePoints().toArray();
      int[] found = regex.find(text, 0);
      boolean there = found != null && found.length > 3 && found[2] >= 0;
      return there
          ? Optional.of(new String(text, found[2], found[3] - found[2]))
          : Optional.empty();
    }
  }
}
