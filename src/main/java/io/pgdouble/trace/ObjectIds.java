package io.pgdouble.trace;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The OIDs in what a backend says: in descriptions, and in the values of columns that hold OIDs.
 * Those of objects that users made differ from one server to the next. Sees all that crosses the
 * connections of a run, in order.
 */
public final class ObjectIds {
  /** {@code transam.h}. */
  private static final int FIRST_NORMAL_OBJECT_ID = 16384;

  /**
   * oid, regproc, regprocedure, regoper, regoperator, regclass, regtype, regconfig, regdictionary,
   * regnamespace, regrole, regcollation; oidvector, oid[]. {@code pg_type.dat}.
   */
  private static final Set<Integer> TYPES =
      Set.of(26, 24, 2202, 2203, 2204, 2205, 2206, 3734, 3769, 4089, 4096, 4191, 30, 1028);

  /** Statements in which a number may be an OID: a literal, or a parameter of any type. */
  private static final Pattern ABOUT_CATALOGS =
      Pattern.compile("(?i)oid|pg_[a-z]+|::\\s*reg|rel(id|ation)");

  private static final Pattern NUMBER = Pattern.compile("\\b[0-9]{5,10}\\b");
  private static final int COLUMN_MIDDLE = 2;
  private static final int COLUMN_END = 8;

  private final Map<String, RowColumns> columns = new HashMap<>();

  /** Whether an object with this OID was made by a user. */
  public static boolean isOfUser(int oid) {
    return Integer.compareUnsigned(oid, FIRST_NORMAL_OBJECT_ID) >= 0;
  }

  /** Whether a column or a parameter of this type holds OIDs. */
  public static boolean isHeldBy(int type) {
    return TYPES.contains(type);
  }

  /** Whether the numbers in a statement, and its parameters, may be OIDs. */
  public static boolean areIn(String statement) {
    return ABOUT_CATALOGS.matcher(statement).find();
  }

  /** The OIDs in what crosses a connection next, in order. */
  public List<Integer> in(String connection, Crossing crossing) {
    RowColumns rows = columns.computeIfAbsent(connection, name -> new RowColumns());
    rows.see(crossing);
    List<Integer> found = new ArrayList<>();
    if (crossing instanceof Crossing.Message message && message.direction() == Direction.BACKEND) {
      try {
        read(message.type(), new BodyCursor(message.body()), rows.types(), found);
      } catch (BodyCursor.MalformedBodyException e) {
        return List.of();
      }
    }
    return found;
  }

  private static void read(byte type, BodyCursor body, List<Integer> types, List<Integer> found) {
    switch (type) {
      case 'T' -> {
        for (int left = body.int16(); left > 0; left--) {
          body.string();
          found.add(body.int32());
          body.take(COLUMN_MIDDLE);
          found.add(body.int32());
          body.take(COLUMN_END);
        }
      }
      case 't' -> {
        for (int left = body.int16(); left > 0; left--) {
          found.add(body.int32());
        }
      }
      case 'D' -> row(body, types, found);
      default -> {}
    }
  }

  private static void row(BodyCursor body, List<Integer> types, List<Integer> found) {
    int count = body.int16();
    for (int i = 0; i < count; i++) {
      int length = body.int32();
      byte[] value = length < 0 ? new byte[0] : body.take(length);
      if (i < types.size() && isHeldBy(types.get(i))) {
        found.addAll(of(value));
      }
    }
  }

  /** The OIDs in a value that holds them, as text or one in binary. */
  private static List<Integer> of(byte[] value) {
    if (isBinary(value)) {
      return List.of(ByteBuffer.wrap(value).getInt());
    }
    String text = new String(value, StandardCharsets.ISO_8859_1);
    return NUMBER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(digits -> (int) Long.parseLong(digits))
        .toList();
  }

  /**
   * Whether a value that holds an OID is in binary: no name has such characters, and no OID that a
   * server has reached by counting is without.
   */
  public static boolean isBinary(byte[] value) {
    boolean control = false;
    for (byte each : value) {
      control |= each >= 0 && each < ' ';
    }
    return value.length == Integer.BYTES && control;
  }

  /** A value that holds OIDs, with a word in place of each that is of a user's object. */
  static String masked(byte[] value, String word) {
    if (isBinary(value)) {
      return isOfUser(ByteBuffer.wrap(value).getInt()) ? word : Escapes.quote(value, '\'');
    }
    return NUMBER
        .matcher(Escapes.quote(value, '\''))
        .replaceAll(found -> isOfUser((int) Long.parseLong(found.group())) ? word : found.group());
  }
}
