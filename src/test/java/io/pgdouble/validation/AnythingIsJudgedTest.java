package io.pgdouble.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.message.AnyMessage;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.Message;
import io.pgdouble.message.StartupPacket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever crosses in whatever order, a verdict is given of it, and never is the judge at a loss.
 */
class AnythingIsJudgedTest {
  private static final int HEAD = 1 + Integer.BYTES;

  /** Something that is told to a validator. */
  private interface Told {
    void to(Validator validator);
  }

  @Property(tries = 3000)
  void a_validator_survives_everything(@ForAll("conversations") List<Told> told) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Validator validator :
        List.of(Validator.fromStart(verdicts::add), Validator.amid(verdicts::add))) {
      told.forEach(one -> one.to(validator));
      validator.frontendClosed();
      validator.backendClosed();
      validator.end();
      assertThat(validator.place()).isEqualTo(Place.OVER);
    }
    verdicts.forEach(verdict -> assertThat(verdict.text()).isNotBlank());
  }

  @Provide
  Arbitrary<List<Told>> conversations() {
    return Arbitraries.frequencyOf(
            Tuple.of(1, AnyMessage.ofStartup().map(AnythingIsJudgedTest::told)),
            Tuple.of(6, AnyMessage.ofFrontend().map(AnythingIsJudgedTest::told)),
            Tuple.of(6, AnyMessage.ofBackend().map(AnythingIsJudgedTest::told)),
            Tuple.of(4, bytes()),
            Tuple.of(1, Arbitraries.of(Letter.values()).map(AnythingIsJudgedTest::told)))
        .list()
        .ofMaxSize(40);
  }

  private static Told told(Letter letter) {
    return letter.side() == io.pgdouble.trace.Direction.FRONTEND
        ? validator -> validator.frontend(letter)
        : validator -> validator.backend(letter);
  }

  private static Told told(Message message) {
    BytesWriter out = new BytesWriter();
    if (message instanceof StartupPacket packet) {
      out.startup(packet);
      byte[] bytes = Arrays.copyOf(out.array(), out.length());
      return validator -> validator.packet(bytes, Integer.BYTES, bytes.length);
    }
    if (message instanceof FrontendMessage frontend) {
      out.frontend(frontend);
      byte[] bytes = Arrays.copyOf(out.array(), out.length());
      return validator -> validator.frontend(bytes[0], bytes, HEAD, bytes.length);
    }
    out.backend((BackendMessage) message);
    byte[] bytes = Arrays.copyOf(out.array(), out.length());
    return validator -> validator.backend(bytes[0], bytes, HEAD, bytes.length);
  }

  /** Any type, with any body. */
  private static Arbitrary<Told> bytes() {
    Arbitrary<Byte> types =
        Arbitraries.strings()
            .withChars("RKSNAZTDCE123tnsIVGHWdcvQPBXFHpfy")
            .ofLength(1)
            .map(text -> (byte) text.charAt(0));
    Arbitrary<byte[]> bodies = Arbitraries.bytes().array(byte[].class).ofMaxSize(20);
    return Combinators.combine(types, bodies, Arbitraries.integers().between(0, 2))
        .as(
            (type, body, how) ->
                validator -> {
                  switch (how) {
                    case 0 -> validator.frontend(type, body, 0, body.length);
                    case 1 -> validator.backend(type, body, 0, body.length);
                    default -> validator.packet(body, 0, body.length);
                  }
                });
  }
}
