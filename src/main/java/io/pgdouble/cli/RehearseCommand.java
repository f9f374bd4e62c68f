package io.pgdouble.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import io.pgdouble.message.Bind;
import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.Describe;
import io.pgdouble.message.Execute;
import io.pgdouble.message.Parse;
import io.pgdouble.message.Query;
import io.pgdouble.message.StartupMessage;
import io.pgdouble.message.Sync;
import io.pgdouble.message.Terminate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import sun.misc.Signal;

/**
 * Plays a short conversation with a server of its own and ends. The launcher runs it once, so that
 * the class-data-sharing archive holds what a server needs to start and to answer.
 */
@Command(name = "rehearse", hidden = true)
public final class RehearseCommand implements Callable<Integer> {
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final PrintStream NOBODY = new PrintStream(OutputStream.nullOutputStream());

  @Override
  public Integer call() throws IOException {
    inMemory();
    onDisk();
    return 0;
  }

  /** As {@code serve} is run, from its arguments to the signal. */
  private static void inMemory() throws IOException {
    PgDoubleOptions options =
        PlainServe.read("serve", "-h", "127.0.0.1", "-p", "0", "-c", "work_mem=4MB").orElseThrow();
    PipedInputStream said = new PipedInputStream();
    PrintStream out = new PrintStream(new PipedOutputStream(said));
    CompletableFuture<Integer> run =
        CompletableFuture.supplyAsync(() -> ServeRun.run(options, out, NOBODY));
    String ready = new BufferedReader(new InputStreamReader(said, UTF_8)).readLine();
    converse(Integer.parseInt(ready.replaceAll(".*:(\\d+)/.*", "$1")));
    Signal.raise(new Signal("TERM"));
    run.join();
  }

  /** The same on a data directory. */
  private static void onDisk() throws IOException {
    Path folder = Files.createTempDirectory("pgdouble-rehearsal");
    List<String> arguments =
        List.of("-D", folder.resolve("data").toString(), "-N", "-U", "postgres");
    Initdb.run(new ProgramCall("initdb", arguments, NOBODY, NOBODY));
    PgDoubleOptions options = PgDoubleOptions.defaults().withDataDirectory(folder.resolve("data"));
    try (PgDouble server = PgDouble.startInProcessOfItsOwn(options, options.files(), text -> {})) {
      converse(server.port());
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void converse(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      BytesWriter out = new BytesWriter();
      out.startup(StartupMessage.of(3, 0, "user", "postgres", "database", "postgres"));
      out.frontend(new Query("SELECT 1, 'a'::text || $$b$$, now() IS NULL; SHOW work_mem"));
      out.frontend(new Query("BEGIN; SET LOCAL work_mem TO '1MB'; SELECT nosuch"));
      out.frontend(new Query("ROLLBACK"));
      out.frontend(new Query("SELECT count(*) FROM generate_series(1, 10) WHERE true"));
      out.frontend(new Parse("s", "SELECT $1 + 1", new int[0]));
      out.frontend(new Describe('S', "s"));
      out.frontend(new Bind("", "s", new short[0], new byte[][] {{'4', '1'}}, new short[0]));
      out.frontend(new Execute("", 0));
      out.frontend(new Sync());
      out.frontend(new Terminate());
      socket.getOutputStream().write(out.toByteArray());
      readToEnd(socket.getInputStream());
    }
  }

  private static void readToEnd(InputStream in) throws IOException {
    in.readAllBytes();
  }
}
