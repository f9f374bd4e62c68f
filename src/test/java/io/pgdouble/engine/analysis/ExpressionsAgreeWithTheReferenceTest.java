package io.pgdouble.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.reference.Reference;
import io.pgdouble.reference.SharedReference;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Made-up expressions, well-typed and not, asked of both sides. */
class ExpressionsAgreeWithTheReferenceTest {
  @Provide
  Arbitrary<String> expressions() {
    return RandomExpressions.expressions();
  }

  @Property(tries = 400, seed = "20261125", shrinking = ShrinkingMode.BOUNDED)
  void an_expression_is_answered_as_the_server_does_or_refused(
      @ForAll("expressions") String expression) throws IOException {
    int before = Holder.DIFFERENCES.found().size();
    Holder.DIFFERENCES.compare("SELECT " + expression);
    List<String> found = Holder.DIFFERENCES.found();
    assertThat(found.subList(before, found.size())).isEmpty();
  }

  /** One connection for all tries. */
  private static final class Holder {
    static final Differences DIFFERENCES = connect();

    private static Differences connect() {
      Reference reference = SharedReference.get();
      try {
        return new Differences(
            new ServerSide(reference.host(), reference.port(), reference.user()));
      } catch (IOException unreachable) {
        throw new java.io.UncheckedIOException(unreachable);
      }
    }
  }
}
