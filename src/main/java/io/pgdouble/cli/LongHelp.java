package io.pgdouble.cli;

import picocli.CommandLine.Option;

/** Help of commands whose {@code -h} names a host. */
final class LongHelp {
  @Option(
      names = {"-?", "--help"},
      usageHelp = true,
      description = "show this help, then exit")
  private boolean helpRequested;
}
