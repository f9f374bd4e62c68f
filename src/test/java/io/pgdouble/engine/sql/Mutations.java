package io.pgdouble.engine.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Statements with a token too many, too few, or at the wrong place; all from one seed. */
final class Mutations {
  private static final Pattern TOKEN =
      Pattern.compile(
          "'[^']*+'|\"[^\"]*+\"|[A-Za-z_][A-Za-z_0-9$]*|[0-9.]+|\\$[0-9]+|::|:=|[<>=!|@~]+|\\S");
  private static final List<String> SYMBOLS =
      List.of("(", ")", ",", "*", "=", "+", "-", "1", "'x'", "$1", "a", "b.c", ".", "[", "]", ";");

  private final List<List<String>> statements;
  private final Random random;

  Mutations(List<String> statements, long seed) {
    this.statements = statements.stream().map(Mutations::tokens).toList();
    this.random = new Random(seed);
  }

  private static List<String> tokens(String sql) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(sql);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String word() {
    int keywords = Keyword.SUBSTRING - Keyword.ABORT;
    return random.nextBoolean()
        ? any(SYMBOLS)
        : Keyword.name(Keyword.ABORT + random.nextInt(keywords));
  }

  String next() {
    List<String> tokens = new ArrayList<>(any(statements));
    int at = random.nextInt(tokens.size());
    switch (random.nextInt(5)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, any(any(statements)));
      case 2 -> tokens.set(at, word());
      case 3 -> Collections.swap(tokens, at, random.nextInt(tokens.size()));
      default -> tokens.add(at, word());
    }
    return String.join(random.nextInt(10) == 0 ? "" : " ", tokens);
  }
}
