package io.pgdouble.session;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.message.ClientEncoding;
import io.pgdouble.message.Conversion;
import java.nio.charset.Charset;

/** PostgreSQL's names of encodings and Java's names of charsets. */
final class Charsets {
  private Charsets() {}

  /**
   * @param encoding in the server's own spelling
   * @throws io.pgdouble.error.ReportedError 0A000 for one that Java cannot convert
   */
  static ClientEncoding of(String encoding) {
    if (encoding.equals("UTF8") || encoding.equals("SQL_ASCII")) {
      return ClientEncoding.UTF8;
    }
    String name = javaName(encoding);
    if (name.isEmpty() || !Charset.isSupported(name)) {
      throw ErrorReport.notSimulated("client_encoding " + encoding).toException();
    }
    return new ClientEncoding(encoding, Charset.forName(name), conversion(encoding));
  }

  /** What was found by comparing Java 17's tables with PostgreSQL's. */
  private static Conversion conversion(String encoding) {
    return switch (encoding) {
      case "EUC_CN", "EUC_KR", "UHC" -> Conversion.WHOLE_CHARACTERS;
      case "EUC_JP", "SJIS", "BIG5", "GBK", "GB18030", "JOHAB" -> Conversion.ASCII_ONLY;
      default -> Conversion.SINGLE_BYTES;
    };
  }

  /** Empty for an encoding that Java does not have. A table. */
  private static String javaName(String encoding) {
    return switch (encoding) {
      case "LATIN1" -> "ISO-8859-1";
      case "LATIN2" -> "ISO-8859-2";
      case "LATIN3" -> "ISO-8859-3";
      case "LATIN4" -> "ISO-8859-4";
      case "LATIN5" -> "ISO-8859-9";
      case "LATIN7" -> "ISO-8859-13";
      case "LATIN9" -> "ISO-8859-15";
      case "LATIN10" -> "ISO-8859-16";
      case "ISO_8859_5" -> "ISO-8859-5";
      case "ISO_8859_6" -> "ISO-8859-6";
      case "ISO_8859_7" -> "ISO-8859-7";
      case "ISO_8859_8" -> "ISO-8859-8";
      case "WIN866" -> "IBM866";
      case "WIN874" -> "x-windows-874";
      case "WIN1250" -> "windows-1250";
      case "WIN1251" -> "windows-1251";
      case "WIN1252" -> "windows-1252";
      case "WIN1253" -> "windows-1253";
      case "WIN1254" -> "windows-1254";
      case "WIN1255" -> "windows-1255";
      case "WIN1256" -> "windows-1256";
      case "WIN1257" -> "windows-1257";
      case "WIN1258" -> "windows-1258";
      case "KOI8R" -> "KOI8-R";
      case "KOI8U" -> "KOI8-U";
      case "EUC_JP" -> "EUC-JP";
      case "EUC_CN" -> "GB2312";
      case "EUC_KR" -> "EUC-KR";
      case "SJIS" -> "windows-31j";
      case "BIG5" -> "Big5";
      case "GBK" -> "GBK";
      case "UHC" -> "x-windows-949";
      case "GB18030" -> "GB18030";
      case "JOHAB" -> "x-Johab";
      default -> "";
    };
  }
}
