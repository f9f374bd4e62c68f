package io.pgdouble.type;

/**
 * The short way from a timestamp to its bytes: ISO style, years 1 to 9999, no date fields in
 * between.
 */
final class IsoTimestamp {
  private static final int LONGEST = 32;

  private final byte[] bytes = new byte[LONGEST];
  private int length;

  private IsoTimestamp() {}

  /** Null where the long way is to be gone. */
  static byte[] write(long timestamp) {
    return isSimple(timestamp) ? new IsoTimestamp().dateTime(timestamp).toBytes() : null;
  }

  /** The same with a displacement of whole hours behind; null where the long way is to be gone. */
  static byte[] write(long timestamptz, int secondsEast) {
    long local = timestamptz + secondsEast * DateTimes.MICROS_PER_SECOND;
    if (!isSimple(local) || secondsEast % 3600 != 0) {
      return null;
    }
    IsoTimestamp text = new IsoTimestamp().dateTime(local);
    text.bytes[text.length++] = (byte) (secondsEast < 0 ? '-' : '+');
    text.two(Math.abs(secondsEast) / 3600);
    return text.toBytes();
  }

  /** From year 1 up to 9999. */
  private static boolean isSimple(long timestamp) {
    long day = Math.floorDiv(timestamp, DateTimes.MICROS_PER_DAY);
    return day >= -730_119 && day < 2_921_940;
  }

  private IsoTimestamp dateTime(long timestamp) {
    long day = Math.floorDiv(timestamp, DateTimes.MICROS_PER_DAY);
    long micros = Math.floorMod(timestamp, DateTimes.MICROS_PER_DAY);
    int[] date = DateTimes.dateOfJulianDay((int) day + DateTimes.EPOCH_JULIAN_DAY);
    two(date[0] / 100);
    two(date[0] % 100);
    put('-').two(date[1]);
    put('-').two(date[2]);
    int seconds = (int) (micros / DateTimes.MICROS_PER_SECOND);
    put(' ').two(seconds / 3600);
    put(':').two(seconds / 60 % 60);
    put(':').two(seconds % 60);
    fraction((int) (micros % DateTimes.MICROS_PER_SECOND));
    return this;
  }

  private void fraction(int micros) {
    if (micros == 0) {
      return;
    }
    put('.').two(micros / 10_000);
    two(micros / 100 % 100);
    two(micros % 100);
    while (bytes[length - 1] == '0') {
      length--;
    }
  }

  private IsoTimestamp put(char c) {
    bytes[length++] = (byte) c;
    return this;
  }

  private void two(int value) {
    bytes[length++] = (byte) ('0' + value / 10);
    bytes[length++] = (byte) ('0' + value % 10);
  }

  private byte[] toBytes() {
    return java.util.Arrays.copyOf(bytes, length);
  }
}
