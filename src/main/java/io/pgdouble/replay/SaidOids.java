package io.pgdouble.replay;

import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.DataRow;
import io.pgdouble.message.ParameterDescription;
import io.pgdouble.message.RowDescription;
import io.pgdouble.trace.ObjectIds;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The OIDs that frontends say in place of recorded ones: whoever knows the objects of users from
 * another server, because he remembers their types, means the same and is answered so. Guarded by
 * itself: used by many threads.
 */
final class SaidOids {
  private static final String BEGINNING = "\u00ab";
  private static final Pattern MARKED = Pattern.compile(BEGINNING + "(\\d+)\u00bb");
  private static final Pattern NUMBER = Pattern.compile("\\b[0-9]{5,10}\\b");

  private final Map<Integer, Integer> said = new HashMap<>();
  private volatile boolean empty = true;

  /** An OID as it stands in a meaning; recorded process ids are like no other number. */
  static String marked(int oid) {
    String digits = Integer.toUnsignedString(oid);
    boolean ofUser = ObjectIds.isOfUser(oid) && !digits.startsWith(RowPids.BEGINNING);
    return ofUser ? BEGINNING + digits + "\u00bb" : digits;
  }

  /** A meaning with its OIDs as they are. */
  static String unmarked(String meaning) {
    return meaning.contains(BEGINNING) ? MARKED.matcher(meaning).replaceAll("$1") : meaning;
  }

  /** A text about catalogs, with its OIDs marked. */
  static String marked(String text) {
    return NUMBER.matcher(text).replaceAll(number -> marked((int) Long.parseLong(number.group())));
  }

  /** A value of a statement about catalogs, as a meaning has it. */
  static String marked(byte[] value) {
    String text = RawText.text(value);
    if (text.matches("[0-9{}, ]+")) {
      return marked(text);
    }
    boolean oid = value.length == Integer.BYTES || value.length == Long.BYTES;
    ByteBuffer number = ByteBuffer.wrap(value);
    if (oid && (value.length == Integer.BYTES || number.getInt(0) == 0)) {
      return value.length + " bytes " + marked(number.getInt(value.length - Integer.BYTES));
    }
    return text;
  }

  /** Whether two meanings differ in nothing but OIDs, each of which always stands for the same. */
  synchronized boolean same(String recorded, String found) {
    return pairs(recorded, found).stream().allMatch(pair -> isSame(pair[0], pair[1]))
        && differOnlyInOids(recorded, found);
  }

  private static boolean differOnlyInOids(String recorded, String found) {
    return recorded.contains(BEGINNING)
        && MARKED.matcher(recorded).replaceAll("").equals(MARKED.matcher(found).replaceAll(""));
  }

  private boolean isSame(int recorded, int found) {
    return said.containsKey(recorded)
        ? said.get(recorded) == found
        : recorded == found || !said.containsValue(found);
  }

  /** From now on these stand for each other. */
  synchronized void learn(String recorded, String found) {
    if (!differOnlyInOids(recorded, found)) {
      return;
    }
    for (int[] pair : pairs(recorded, found)) {
      if (pair[0] != pair[1]) {
        said.put(pair[0], pair[1]);
        empty = false;
      }
    }
  }

  private static List<int[]> pairs(String recorded, String found) {
    List<Integer> then = numbers(recorded);
    List<Integer> now = numbers(found);
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < Math.min(then.size(), now.size()); i++) {
      pairs.add(new int[] {then.get(i), now.get(i)});
    }
    return pairs;
  }

  private static List<Integer> numbers(String meaning) {
    return MARKED
        .matcher(meaning)
        .results()
        .map(number -> (int) Long.parseLong(number.group(1)))
        .toList();
  }

  private synchronized int oid(int recorded) {
    return said.getOrDefault(recorded, recorded);
  }

  private synchronized String text(String recorded) {
    return NUMBER
        .matcher(recorded)
        .replaceAll(
            (MatchResult n) -> Integer.toUnsignedString(oid((int) Long.parseLong(n.group()))));
  }

  /** The same with the OIDs that are said now; they are not guessed, but known by their columns. */
  final class Answers {
    private List<RowDescription.Column> columns = List.of();

    BackendMessage live(BackendMessage recorded) {
      if (recorded instanceof RowDescription described) {
        columns = described.columns();
        return empty ? recorded : new RowDescription(columns.stream().map(this::live).toList());
      }
      if (empty) {
        return recorded;
      }
      if (recorded instanceof ParameterDescription described) {
        int[] types = described.parameterTypes().clone();
        for (int i = 0; i < types.length; i++) {
          types[i] = oid(types[i]);
        }
        return new ParameterDescription(types);
      }
      return recorded instanceof DataRow row ? live(row) : recorded;
    }

    private RowDescription.Column live(RowDescription.Column column) {
      return new RowDescription.Column(
          column.name(),
          oid(column.tableOid()),
          column.attributeNumber(),
          oid(column.typeOid()),
          column.typeSize(),
          column.typeModifier(),
          column.format());
    }

    private DataRow live(DataRow row) {
      byte[][] values = row.values().clone();
      for (int i = 0; i < values.length && values.length == columns.size(); i++) {
        boolean oids = values[i] != null && ObjectIds.isHeldBy(columns.get(i).typeOid());
        values[i] = oids ? live(values[i]) : values[i];
      }
      return new DataRow(values);
    }

    private byte[] live(byte[] value) {
      if (!ObjectIds.isBinary(value)) {
        return RawText.bytes(text(RawText.text(value)));
      }
      int oid = oid(ByteBuffer.wrap(value).getInt());
      return ByteBuffer.allocate(Integer.BYTES).putInt(oid).array();
    }
  }
}
