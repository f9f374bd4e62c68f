package io.pgdouble.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Sits between frontends and a real server until a signal stops it. */
@Command(
    name = "relay",
    description = {
      "Pass everything between frontends and a real server on, unchanged,",
      "until SIGTERM or SIGINT."
    })
public final class RelayCommand implements Callable<Integer> {
  @Mixin private RelayArguments arguments;
  @Mixin private LongHelp help;

  @Override
  public Integer call() throws InterruptedException {
    return arguments.run(arguments.options(), System.out);
  }
}
