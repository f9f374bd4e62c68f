package io.pgdouble.type;

import io.pgdouble.type.Zone.Daylight;
import io.pgdouble.type.Zone.ZoneOffset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The zones of the reference's own copy of the IANA database. Java's zone rules would not do: they
 * have no abbreviations, and another age.
 */
final class ZoneTable {
  /** Lines by name in lower case; loaded when the first zone but UTC is asked for. */
  private static final Map<String, String> LINES = read("timezones.tsv");

  private ZoneTable() {}

  static Optional<Zone> find(String name) {
    String line = LINES.get(name.toLowerCase(Locale.ROOT));
    if (line == null && name.startsWith(":")) {
      // PostgreSQL differs from POSIX, where this names a file: pgtz.c: pg_tzset.
      return Optional.empty();
    }
    if (line == null) {
      return PosixZone.parse(name.toUpperCase(Locale.ROOT));
    }
    String[] columns = line.split("\t", -1);
    String[] data = columns;
    if (columns[1].startsWith("=")) {
      data = LINES.get(columns[1].substring(1).toLowerCase(Locale.ROOT)).split("\t", -1);
    }
    return Optional.of(zone(columns[0], data));
  }

  /** The names in the order of the file, for {@code pg_timezone_names}. */
  static List<String> names() {
    return LINES.values().stream().map(line -> line.substring(0, line.indexOf('\t'))).toList();
  }

  private static Zone zone(String name, String[] data) {
    String[] kinds = data[2].split(" ");
    ZoneOffset[] offsets = new ZoneOffset[kinds.length];
    for (int i = 0; i < kinds.length; i++) {
      String[] parts = kinds[i].split("/");
      offsets[i] =
          new ZoneOffset(
              Integer.parseInt(parts[0]),
              parts[1].equals("d") ? Daylight.SAVING : Daylight.STANDARD,
              parts[2]);
    }
    String[] changes = data[3].isEmpty() ? new String[0] : data[3].split(" ");
    long[] times = new long[changes.length];
    int[] after = new int[changes.length];
    for (int i = 0; i < changes.length; i++) {
      int colon = changes[i].indexOf(':');
      times[i] = Long.parseLong(changes[i].substring(0, colon));
      after[i] = Integer.parseInt(changes[i].substring(colon + 1));
    }
    return new IanaZone(name, new IanaZone.Data(offsets, times, after, PosixRule.parse(data[1])));
  }

  /** The lines of a resource by their first column in lower case; comments begin with a hash. */
  static Map<String, String> read(String resource) {
    Map<String, String> lines = new LinkedHashMap<>(1024);
    for (String line : text(resource).split("\n")) {
      if (!line.startsWith("#")) {
        lines.put(line.substring(0, line.indexOf('\t')).toLowerCase(Locale.ROOT), line);
      }
    }
    return lines;
  }

  private static String text(String resource) {
    try (InputStream in = ZoneTable.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
