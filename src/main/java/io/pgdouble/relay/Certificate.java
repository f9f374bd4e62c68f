package io.pgdouble.relay;

import java.nio.file.Path;

/** What a relay proves itself by to frontends that ask for TLS. */
public sealed interface Certificate {
  /** None: whoever asks is told so. */
  Certificate NONE = new None();

  /** No TLS. */
  record None() implements Certificate {}

  /** Made at the start, for {@code localhost}, signed by itself. */
  record SelfMade() implements Certificate {}

  /** Given, in PEM files; with the server's own, SCRAM's channel binding passes through. */
  record Given(Path certificate, Path key) implements Certificate {}
}
