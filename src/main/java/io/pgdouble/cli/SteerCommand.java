package io.pgdouble.cli;

import io.pgdouble.conformance.OwnServer;
import io.pgdouble.conformance.Patience;
import io.pgdouble.conformance.ReferenceServer;
import io.pgdouble.conformance.Steering;
import io.pgdouble.reference.ReferenceException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts servers for programs in any language, and lets them steer the servers' lives. */
@Command(
    name = "steer",
    mixinStandardHelpOptions = true,
    description = {
      "Starts servers for a program in any language, which crashes, stops, recovers and promotes",
      "them by lines that it sends to a socket; compat-tests/README.md tells which. Its servers",
      "end with its connection."
    })
public final class SteerCommand implements Callable<Integer> {
  private static final Patience PATIENCE = new Patience(Duration.ofSeconds(30));
  private static final int BACKLOG = 10;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-p", "--port"},
      defaultValue = "0",
      description =
          "of the loopback interface; 0 lets the system choose (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--major",
      defaultValue = "16",
      description = "the PostgreSQL to double (default: ${DEFAULT-VALUE})")
  private int major;

  @Option(
      names = "--reference",
      description = "real servers in place of doubles: embedded:16 … (default: doubles)")
  private Optional<String> reference = Optional.empty();

  @Override
  public Integer call() throws IOException {
    if (reference.isEmpty()) {
      return serve(OwnDouble.ofMajor(major));
    }
    try (ReferenceServer real = ReferenceServer.start(reference.get())) {
      String name = real.name();
      return serve(
          real.starter().orElseThrow(() -> new ReferenceException(name + " cannot be had twice")));
    }
  }

  private int serve(OwnServer.Starter starter) throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (ServerSocket listener = new ServerSocket(port, BACKLOG, loopback)) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("steering is listening on 127.0.0.1:" + listener.getLocalPort());
      out.flush();
      while (true) {
        Socket program = listener.accept();
        Thread thread = new Thread(() -> obey(program, starter), "steering");
        thread.setDaemon(true);
        thread.start();
      }
    }
  }

  private static void obey(Socket program, OwnServer.Starter starter) {
    try (program;
        Steering steering = new Steering(starter, PATIENCE);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter answers =
            new PrintWriter(
                new OutputStreamWriter(program.getOutputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        answers.print(steering.obey(line).strip() + "\n");
        answers.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the program that steers is gone", e);
    }
  }
}
