package io.pgdouble.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Who may make a thread wait. A session waits by {@code BackendProcess} alone, where interrupts
 * reach it; each other place is listed with its reason, and at none does one wait for a session's
 * statement.
 *
 * <p>Seen are calls and method references in the server's rooms. Not seen: entering a {@code
 * synchronized} block, and reading from a stream.
 */
class WaitingTest {
  private static final String HOUSE = "io.pgdouble.";

  /** Rooms of tools, which stand beside a server or in front of it and hold no session. */
  private static final Set<String> TOOLS =
      Set.of("reference", "conformance", "report", "cli", "relay", "capture");

  /** The primitive: a session's worker rests here, and signals wake it. */
  private static final Set<String> PRIMITIVE =
      Set.of(
          "backend.BackendProcess.park",
          "backend.BackendProcess.parkUntil",
          "backend.BackendProcess.standStill");

  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("PgDouble.awaitLastSession", "the caller's thread, while sessions end"),
          Map.entry("PgCluster.moveAfter", "the caller's thread, until a standby is promoted"),
          Map.entry("log.LogThread.await", "the ending thread, for the last lines"),
          Map.entry("postmaster.Keeper.settle", "the starting thread, for processes it begot"),
          Map.entry("postmaster.KeeperLink.await", "the ending thread, for a real process"),
          Map.entry("postmaster.Listeners.accepting", "for the acceptor, which waits for nobody"),
          Map.entry("postmaster.Listeners.bind", "the starting thread, before it takes sessions"),
          Map.entry("postmaster.Listeners.close", "for the acceptor, which waits for nobody"),
          Map.entry("postmaster.Postmaster.close", "the caller's thread, until all is over"),
          Map.entry("postmaster.Postmaster.release", "the ending thread, for closed sockets"),
          Map.entry("postmaster.ServerThreads.end", "the ending thread, for all others"),
          Map.entry("postmaster.UnixSockets.listenIn", "the starting thread, when it fails"),
          Map.entry("tls.Passphrase$OfCommand.phrase", "who loads the key, for a real process"),
          Map.entry(
              "wire.YieldBeforeSleep.calculateStrategy", "a loop gives way and goes on by itself"));

  private static final Map<String, Set<String>> WAITS =
      Map.ofEntries(
          Map.entry("java.lang.Thread", Set.of("sleep", "join", "onSpinWait", "yield")),
          Map.entry("java.lang.Object", Set.of("wait")),
          Map.entry("java.lang.Process", Set.of("waitFor")),
          Map.entry(
              "java.util.concurrent.locks.LockSupport", Set.of("park", "parkNanos", "parkUntil")),
          Map.entry("java.util.concurrent.BlockingQueue", Set.of("take", "put")),
          Map.entry("java.util.concurrent.BlockingDeque", Set.of("takeFirst", "takeLast")),
          Map.entry("java.util.concurrent.TransferQueue", Set.of("transfer")),
          Map.entry(
              "java.util.concurrent.locks.Condition",
              Set.of("await", "awaitNanos", "awaitUntil", "awaitUninterruptibly")),
          Map.entry("java.util.concurrent.locks.Lock", Set.of("lock", "lockInterruptibly")),
          Map.entry(
              "java.util.concurrent.locks.StampedLock",
              Set.of("readLock", "writeLock", "readLockInterruptibly", "writeLockInterruptibly")),
          Map.entry("java.util.concurrent.CountDownLatch", Set.of("await")),
          Map.entry("java.util.concurrent.CyclicBarrier", Set.of("await")),
          Map.entry("java.util.concurrent.Phaser", Set.of("awaitAdvance", "arriveAndAwaitAdvance")),
          Map.entry("java.util.concurrent.Exchanger", Set.of("exchange")),
          Map.entry("java.util.concurrent.Semaphore", Set.of("acquire", "acquireUninterruptibly")),
          Map.entry("java.util.concurrent.Future", Set.of("get")),
          Map.entry("java.util.concurrent.CompletableFuture", Set.of("join")),
          Map.entry(
              "java.util.concurrent.ExecutorService",
              Set.of("awaitTermination", "invokeAll", "invokeAny")),
          Map.entry("java.util.concurrent.TimeUnit", Set.of("sleep", "timedWait", "timedJoin")),
          Map.entry(
              "io.netty.util.concurrent.Future",
              Set.of("await", "awaitUninterruptibly", "sync", "syncUninterruptibly")),
          Map.entry(
              "io.netty.channel.group.ChannelGroupFuture",
              Set.of("await", "awaitUninterruptibly", "sync", "syncUninterruptibly")));

  /** What a timed call of these waits for, while the plain one returns at once. */
  private static final Map<String, Set<String>> TIMED_WAITS =
      Map.of(
          "java.util.concurrent.BlockingQueue", Set.of("poll", "offer"),
          "java.util.concurrent.BlockingDeque", Set.of("pollFirst", "pollLast"),
          "java.util.concurrent.locks.Lock", Set.of("tryLock"),
          "java.util.concurrent.Semaphore", Set.of("tryAcquire"));

  @Test
  void a_session_waits_in_one_place_and_every_other_wait_of_the_server_has_a_reason() {
    JavaClasses house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.pgdouble");
    Set<String> allowed = new TreeSet<>(PRIMITIVE);
    allowed.addAll(ELSEWHERE.keySet());
    Map<String, String> found = new TreeMap<>();
    house.stream().filter(WaitingTest::isOfTheServer).forEach(type -> found.putAll(waits(type)));
    assertThat(found.keySet()).as("waits: %s", found).isEqualTo(allowed);
  }

  @Test
  void every_way_to_wait_is_seen_and_what_returns_at_once_is_none() {
    JavaClasses planted = new ClassFileImporter().importClasses(Planted.class);
    Set<String> seen = new TreeSet<>();
    planted.forEach(
        type -> waits(type).keySet().forEach(at -> seen.add(at.replaceAll(".*\\.", ""))));
    assertThat(seen)
        .containsExactlyInAnyOrder(
            "sleeps",
            "joins",
            "monitor",
            "parks",
            "takes",
            "pollsTimed",
            "condition",
            "locks",
            "triesTimed",
            "latch",
            "semaphore",
            "future",
            "reference",
            "inLambda",
            "process",
            "pool",
            "netty");
  }

  private static boolean isOfTheServer(JavaClass type) {
    String name = type.getPackageName() + ".";
    String room = name.substring(HOUSE.length()).replaceAll("\\..*", "");
    return !TOOLS.contains(room);
  }

  /** Where a class waits, and by what. */
  private static Map<String, String> waits(JavaClass type) {
    Map<String, String> found = new TreeMap<>();
    type.getCodeUnitAccessesFromSelf().stream()
        .filter(access -> isWait(access.getTarget()))
        .forEach(access -> found.put(place(access), access.getTarget().getFullName()));
    return found;
  }

  private static String place(JavaAccess<?> access) {
    String owner = access.getOriginOwner().getName().substring(HOUSE.length());
    return owner + "." + access.getOrigin().getName();
  }

  private static boolean isWait(AccessTarget.CodeUnitAccessTarget target) {
    boolean timed =
        target.getRawParameterTypes().stream().anyMatch(one -> one.isEquivalentTo(TimeUnit.class));
    return names(WAITS, target) || (timed && names(TIMED_WAITS, target));
  }

  private static boolean names(
      Map<String, Set<String>> ways, AccessTarget.CodeUnitAccessTarget target) {
    return ways.entrySet().stream()
        .filter(way -> way.getValue().contains(target.getName()))
        .anyMatch(way -> owns(way.getKey(), target));
  }

  /** An object's {@code wait} is final, so that whatever is called so with a type is another's. */
  private static boolean owns(String type, AccessTarget.CodeUnitAccessTarget target) {
    boolean any = type.equals("java.lang.Object");
    return any ? isMonitorWait(target) : target.getOwner().isAssignableTo(type);
  }

  private static boolean isMonitorWait(AccessTarget.CodeUnitAccessTarget target) {
    return target.getRawParameterTypes().stream().allMatch(one -> one.getName().matches("long|int"))
        && target.getRawReturnType().getName().equals("void");
  }

  /** One method for each family of waits, and some that do not wait. Nobody calls it. */
  @SuppressWarnings("unused")
  private abstract static class Planted {
    void sleeps() throws Exception {
      Thread.sleep(1);
    }

    void joins(Thread other) throws Exception {
      other.join();
    }

    void monitor() throws Exception {
      wait();
    }

    void parks() {
      LockSupport.parkNanos(1);
    }

    Object takes(BlockingQueue<Object> queue) throws Exception {
      return queue.take();
    }

    Object pollsTimed(BlockingQueue<Object> queue) throws Exception {
      return queue.poll(1, TimeUnit.SECONDS);
    }

    Object pollsAtOnce(BlockingQueue<Object> queue) {
      return queue.poll();
    }

    void condition(Condition condition) throws Exception {
      condition.await();
    }

    void locks(Lock lock) {
      lock.lock();
    }

    void triesTimed(Lock lock) throws Exception {
      lock.tryLock(1, TimeUnit.SECONDS);
    }

    void triesAtOnce(Lock lock) {
      lock.tryLock();
    }

    void latch(CountDownLatch latch) throws Exception {
      latch.await();
    }

    void semaphore(Semaphore semaphore) throws Exception {
      semaphore.acquire();
    }

    Object future(CompletableFuture<Object> future) throws Exception {
      return future.get();
    }

    Supplier<Object> reference(CompletableFuture<Object> future) {
      return future::join;
    }

    Runnable inLambda() {
      return () -> LockSupport.park(this);
    }

    void process(Process process) throws Exception {
      process.waitFor();
    }

    void pool(ExecutorService pool) throws Exception {
      pool.awaitTermination(1, TimeUnit.SECONDS);
    }

    void netty(io.netty.channel.ChannelFuture future) throws Exception {
      future.sync();
    }
  }
}
