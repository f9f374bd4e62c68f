package io.pgdouble.trace;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which backend has which process id and cancel key. In a file they are names, {@code ${A.pid}} and
 * {@code ${A.key}}: so no secret stands there, and two recordings of one run differ in nothing.
 * Read from a file, a backend gets a process id that no system gives, and a key made of it.
 */
final class RecordedBackends implements Symbols {
  /** Above the greatest process id of any system. */
  private static final int FIRST_MADE_UP_PID = 1_999_000_001;

  private static final int SHORT_KEY = 4;

  private final Map<String, Integer> pids = new HashMap<>();
  private final Map<Integer, String> owners = new HashMap<>();
  private final Map<String, byte[]> keys = new LinkedHashMap<>();

  /** A backend told its own. */
  void tell(String connection, byte[] backendKeyData) {
    if (backendKeyData.length < Integer.BYTES) {
      return;
    }
    int pid = ByteBuffer.wrap(backendKeyData).getInt();
    pids.put(connection, pid);
    owners.put(pid, connection);
    keys.put(connection, Arrays.copyOfRange(backendKeyData, Integer.BYTES, backendKeyData.length));
  }

  /** Takes note of a BackendKeyData, whatever else crosses. */
  void see(String connection, Crossing crossing) {
    boolean told =
        crossing instanceof Crossing.Message message
            && message.direction() == Direction.BACKEND
            && message.type() == MessageLayout.BACKEND_KEY_DATA.type();
    if (told) {
      tell(connection, ((Crossing.Message) crossing).body());
    }
  }

  /** A line says that a backend told its own, in so many bytes. */
  void makeUp(String connection, int keyLength) {
    ByteBuffer told = ByteBuffer.allocate(Integer.BYTES + keyLength);
    int pid = pids.getOrDefault(connection, FIRST_MADE_UP_PID + pids.size());
    while (told.remaining() >= Integer.BYTES) {
      told.putInt(pid);
    }
    tell(connection, told.array());
  }

  /** The name of a process id, or its digits. */
  String nameOf(int pid) {
    String owner = owners.get(pid);
    return owner == null ? String.valueOf(pid) : "${" + owner + ".pid}";
  }

  /** The name of a key; one that nobody has is not told. */
  String nameOf(byte[] key) {
    return keys.entrySet().stream()
        .filter(known -> Arrays.equals(known.getValue(), key))
        .map(known -> "${" + known.getKey() + ".key}")
        .reduce((first, last) -> last)
        .orElse("NNNN");
  }

  /** The connection whose backend has this process id, as digits; null if none has. */
  String ownerOf(String digits) {
    return digits.matches("\\d{1,10}") ? owners.get((int) Long.parseLong(digits)) : null;
  }

  @Override
  public String text(String symbol) {
    return String.valueOf(pid(symbol));
  }

  @Override
  public byte[] bytes(String symbol) {
    pid(symbol);
    return keys.get(connection(symbol));
  }

  private int pid(String symbol) {
    String connection = connection(symbol);
    if (!pids.containsKey(connection)) {
      makeUp(connection, SHORT_KEY);
    }
    return pids.get(connection);
  }

  /**
   * @throws TraceSyntaxException if it is neither a process id nor a key
   */
  private static String connection(String symbol) {
    int end = Math.max(symbol.lastIndexOf(".pid}"), symbol.lastIndexOf(".key}"));
    if (!symbol.startsWith("${") || end < 0) {
      throw new TraceSyntaxException("found " + symbol + " (expected: ${name.pid} or ${name.key})");
    }
    return symbol.substring(2, end);
  }
}
