package io.pgdouble.fault;

import java.util.List;
import java.util.Optional;

/** All faults. A table. */
public final class Faults {
  /** Where nothing goes wrong. */
  public static final Fault NONE = new None();

  /** All of them, {@code none} first. */
  public static final List<Fault> ALL =
      List.of(
          NONE,
          new AskCleartext(),
          new AskMd5(),
          new AskNothing(),
          new NoChannelBinding(),
          new RefuseChannelBinding(),
          new UnknownMechanisms(),
          new NoMechanisms(),
          new OtherNonce(),
          new MalformedSalt(),
          new ZeroIterations(),
          new HugeIterations(),
          new RepeatSaslContinue(),
          new FinalBeforeContinue(),
          new WrongServerSignature(),
          new ErrorInSaslFinal(),
          new NoSaslFinal(),
          new OkTwice(),
          new ErrorForTls(),
          new SilenceForTls(),
          new GarbageForTls(),
          new CloseForTls(),
          new ExpiredCertificate(),
          new CertificateOfAnotherHost());

  private Faults() {}

  /** The one of that name. */
  public static Optional<Fault> named(String name) {
    return ALL.stream().filter(fault -> fault.name().equals(name)).findFirst();
  }
}
