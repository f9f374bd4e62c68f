package io.pgdouble.conformance;

import io.pgdouble.trace.Symbols;
import io.pgdouble.trace.TraceSyntaxException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The backends a case has been given, by the name of their connection: process id and key. */
final class Backends implements Symbols {

  private record KeyData(int pid, byte[] key) {}

  private final Map<String, KeyData> known = new LinkedHashMap<>();

  /**
   * Remembers the body of a BackendKeyData.
   *
   * @param body at least four bytes
   */
  void learn(String connection, byte[] body) {
    int pid = ByteBuffer.wrap(body).getInt();
    known.put(connection, new KeyData(pid, Arrays.copyOfRange(body, 4, body.length)));
  }

  Optional<String> ownerOf(int pid) {
    return known.keySet().stream().filter(name -> known.get(name).pid == pid).reduce((a, b) -> b);
  }

  Optional<String> ownerOf(byte[] key) {
    return known.keySet().stream()
        .filter(name -> Arrays.equals(known.get(name).key, key))
        .reduce((a, b) -> b);
  }

  Optional<String> ownerOf(String digits) {
    return known.keySet().stream()
        .filter(name -> String.valueOf(known.get(name).pid).equals(digits))
        .reduce((a, b) -> b);
  }

  @Override
  public String text(String symbol) {
    if (symbol.endsWith(".pid}")) {
      return String.valueOf(find(symbol).pid);
    }
    throw new TraceSyntaxException(symbol + " has no text (expected: a pid)");
  }

  @Override
  public byte[] bytes(String symbol) {
    if (symbol.endsWith(".key}")) {
      return find(symbol).key;
    }
    return ByteBuffer.allocate(4).putInt(find(symbol).pid).array();
  }

  private KeyData find(String symbol) {
    String name = symbol.substring(2, symbol.indexOf('.'));
    KeyData data = known.get(name);
    if (data == null) {
      throw new TraceSyntaxException("no BackendKeyData has come for " + symbol);
    }
    return data;
  }
}
