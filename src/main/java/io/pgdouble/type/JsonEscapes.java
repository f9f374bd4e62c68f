package io.pgdouble.type;

import io.pgdouble.error.ReportedError;

/**
 * The escapes of a {@code json} text, which nobody resolves before its parts are asked for. Server:
 * {@code jsonfuncs.c: makeJsonLexContext}, with {@code need_escapes}.
 */
public final class JsonEscapes {
  private JsonEscapes() {}

  /**
   * @param json a valid text
   * @return the same text
   * @throws ReportedError {@code 22P02} or {@code 22P05} where an escape stands for no character
   */
  public static String checked(String json) {
    if (json.indexOf('\\') >= 0) {
      JsonParser.checkEscapes(json);
    }
    return json;
  }
}
