package io.pgdouble.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Relays, and writes all that crosses into a file. */
@Command(
    name = "record",
    description = {
      "Relay to a real server, and write all that crosses into a file, until SIGTERM or SIGINT.",
      "Passwords, proofs, tokens and cancel keys do not stand in it."
    })
public final class RecordCommand implements Callable<Integer> {
  @Mixin private RelayArguments arguments;
  @Mixin private MaskArguments masks;
  @Mixin private LongHelp help;

  @Parameters(paramLabel = "FILE", description = "The recording")
  private Path file;

  @Override
  public Integer call() throws InterruptedException {
    return arguments.run(
        arguments.options().withRecording(file).withMasks(masks.masks()), System.out);
  }
}
