package io.pgdouble.cli;

import io.pgdouble.reference.Reference;
import io.pgdouble.reference.ReferenceException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts a real PostgreSQL and keeps it until the command is stopped. */
@Command(
    name = "reference",
    mixinStandardHelpOptions = true,
    description = {
      "Starts a real PostgreSQL of any version, from Maven Central or as a container, says where",
      "it listens, and stops it again when this command is stopped."
    })
public final class ReferenceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      defaultValue = "embedded:16",
      description = "embedded:16, embedded:16.9, docker:postgres:16, … (${DEFAULT-VALUE})")
  private String reference;

  @Option(
      names = "--home",
      description = "Only print the folder in which the server's programs are, and end.")
  private boolean home;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try (Reference server = Reference.start(reference)) {
      return home ? printHome(server, out) : serve(server, out);
    } catch (ReferenceException e) {
      spec.commandLine().getErr().println("pgdouble: " + e.getMessage());
      return 1;
    }
  }

  private int printHome(Reference server, PrintWriter out) {
    if (server.installation().isEmpty()) {
      throw new ReferenceException(
          "found a server whose programs are elsewhere: " + reference + " (expected: embedded:…)");
    }
    out.println(server.installation().get());
    out.flush();
    return 0;
  }

  /**
   * The JVM's own handling of SIGTERM and SIGINT ends the wait; the reference ends with the JVM.
   */
  private static int serve(Reference server, PrintWriter out) throws InterruptedException {
    out.printf(
        "PostgreSQL %s listening on %s:%d, user %s, database %s%n",
        server.version(), server.host(), server.port(), server.user(), server.database());
    out.flush();
    new CountDownLatch(1).await();
    return 0;
  }
}
