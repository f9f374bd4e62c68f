package io.pgdouble.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/**
 * The JSON form of messages: an object whose {@code is} is the manual's name and whose other
 * members are the fields. Bytes are a string where they are printable ASCII, else an object with a
 * single member {@code hex}; SQL NULL is null.
 */
public final class MessageJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private MessageJson() {}

  /** The message as one line of JSON. */
  public static String write(Message message) {
    try {
      return MAPPER.writeValueAsString(MessageMap.of(message));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The message that {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is not the JSON form of a message
   */
  public static Message read(String json) {
    try {
      return MessageMap.toMessage(MAPPER.readValue(json, Map.class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }
}
