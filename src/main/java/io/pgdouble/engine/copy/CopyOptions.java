package io.pgdouble.engine.copy;

/**
 * What COPY's options come to ({@code CopyFormatOptions}).
 *
 * @param delimiter between columns
 * @param nullText what stands for a null
 * @param quote around values of CSV
 * @param escape before a quote within them
 * @param freeze whether rows are written as if they had always been there
 */
public record CopyOptions(
    CopyFormat format,
    CopyHeader header,
    char delimiter,
    String nullText,
    char quote,
    char escape,
    CopyColumns forceQuote,
    CopyColumns forceNotNull,
    CopyColumns forceNull,
    boolean freeze) {

  public boolean isBinary() {
    return format == CopyFormat.BINARY;
  }

  public boolean isCsv() {
    return format == CopyFormat.CSV;
  }
}
