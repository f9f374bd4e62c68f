package io.pgdouble.replay;

import io.pgdouble.message.DataRow;

/** Process ids that recorded rows show, as those who play the backends have them. */
final class RowPids {
  /** Of every recorded process id. */
  static final String BEGINNING = "1999";

  private static final int DIGITS = 10;

  private final RecordedServer server;

  RowPids(RecordedServer server) {
    this.server = server;
  }

  /** Recorded process ids are like no other number, so they are found by their digits. */
  DataRow live(DataRow row) {
    byte[][] values = row.values();
    byte[][] changed = null;
    for (int i = 0; i < values.length; i++) {
      byte[] live = values[i] == null ? null : live(values[i]);
      if (live != null) {
        changed = changed == null ? values.clone() : changed;
        changed[i] = live;
      }
    }
    return changed == null ? row : new DataRow(changed);
  }

  /** Null where it is no process id. */
  private byte[] live(byte[] value) {
    if (value.length != DIGITS) {
      return null;
    }
    String digits = RawText.text(value);
    if (!digits.startsWith(BEGINNING) || !digits.matches("\\d+")) {
      return null;
    }
    int recorded = Integer.parseInt(digits);
    int pid = server.livePid(recorded);
    return pid == recorded ? null : RawText.bytes(Integer.toString(pid));
  }
}
