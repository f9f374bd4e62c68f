package io.pgdouble.reference;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A version of the embedded binaries.
 *
 * @param text as the artifact has it: {@code 16.9.0}
 */
record EmbeddedVersion(String text) {
  /**
   * The version that a major stands for. 16.9 because the published comparisons of other projects
   * used it; of the others the newest that was there when this was written. A table.
   */
  private static final Map<String, String> PINNED =
      new TreeMap<>(
          Map.of("14", "14.19.0", "15", "15.14.0", "16", "16.9.0", "17", "17.6.0", "18", "18.1.0"));

  private static final Pattern EXACT = Pattern.compile("1[4-9]\\.\\d+(\\.\\d+)?");

  static EmbeddedVersion of(String version) {
    String pinned = PINNED.get(version);
    if (pinned != null) {
      return new EmbeddedVersion(pinned);
    }
    if (!EXACT.matcher(version).matches()) {
      throw new ReferenceException(
          "found embedded version \""
              + version
              + "\" (expected: one of "
              + PINNED.keySet()
              + " or an exact one such as 16.9)");
    }
    boolean twoParts = version.indexOf('.') == version.lastIndexOf('.');
    return new EmbeddedVersion(twoParts ? version + ".0" : version);
  }

  /** As the server says it: {@code 16.9}. */
  String serverVersion() {
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
