package io.pgdouble.reference;

/** A JVM that starts a server, says where, and waits to be killed. */
final class KilledRun {
  private KilledRun() {}

  public static void main(String[] args) throws InterruptedException {
    Reference server = Reference.start("embedded:16");
    System.out.println(server.socketDirectory().orElseThrow());
    Thread.sleep(60_000);
  }
}
