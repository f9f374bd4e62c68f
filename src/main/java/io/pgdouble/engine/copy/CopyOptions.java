package io.pgdouble.engine.copy;

import java.util.Optional;

/**
 * What COPY's options come to ({@code CopyFormatOptions}).
 *
 * @param delimiter between columns
 * @param nullText what stands for a null
 * @param quote around values of CSV
 * @param escape before a quote within them
 * @param defaultText what stands for a column's default
 * @param selected the columns that are read; the others are NULL
 * @param freeze whether rows are written as if they had always been there
 * @param encoding the server's name of that of the data; empty for the frontend's
 */
public record CopyOptions(
    CopyFormat format,
    CopyHeader header,
    char delimiter,
    String nullText,
    Optional<String> defaultText,
    char quote,
    char escape,
    CopyColumns forceQuote,
    CopyColumns forceNotNull,
    CopyColumns forceNull,
    CopyColumns selected,
    boolean freeze,
    Optional<String> encoding,
    CopyTolerance tolerance) {

  public boolean isBinary() {
    return format == CopyFormat.BINARY;
  }

  public boolean isCsv() {
    return format == CopyFormat.CSV;
  }
}
