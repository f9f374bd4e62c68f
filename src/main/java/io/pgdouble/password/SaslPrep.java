package io.pgdouble.password;

import com.ongres.saslprep.SASLprep;
import com.ongres.stringprep.Option;
import com.ongres.stringprep.Profile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/**
 * Passwords in the form in which they are compared: RFC 4013. {@code saslprep.c: pg_saslprep}, and
 * what its callers do where it fails.
 */
final class SaslPrep {
  private static final Profile PROFILE = new BeforeNormalization(new SASLprep());

  private SaslPrep() {}

  /** A password prepared, or as it is where it is no UTF-8 or holds what is prohibited. */
  static byte[] prepared(byte[] password) {
    if (isAscii(password)) {
      return password;
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(password)).toString();
      String mapped = PROFILE.prepareStored(text);
      String prepared = Normalizer.normalize(mapped, Normalizer.Form.NFKC);
      return prepared.isEmpty() ? password : prepared.getBytes(StandardCharsets.UTF_8);
    } catch (CharacterCodingException | IllegalArgumentException e) {
      return password;
    }
  }

  /** PostgreSQL looks for what is prohibited in the text as it is before it is normalized. */
  private record BeforeNormalization(Profile whole) implements Profile {
    @Override
    public Set<Option> profile() {
      Set<Option> options = EnumSet.copyOf(whole.profile());
      options.remove(Option.NORMALIZE_KC);
      return options;
    }

    @Override
    public int[] additionalMappingTable(int code) {
      return whole.additionalMappingTable(code);
    }
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }
}
