package io.pgdouble.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.cli.OwnDouble;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lines that steer servers. What frontends see of it is shown by {@code compat-tests}. */
class SteeringTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Steering steering = new Steering(OwnDouble.ofMajor(16), new Patience(PATIENCE));

  @AfterEach
  void end() {
    steering.close();
  }

  private static boolean is(Door.State state, String address) {
    int port = Integer.parseInt(address.split(":")[1]);
    return new Door(new InetSocketAddress("127.0.0.1", port)).await(state, PATIENCE);
  }

  @Test
  void servers_end_where_others_are_asked_for_and_when_all_is_over() {
    String[] first = steering.obey("servers primary primary,max_connections=7").split(" ");
    assertThat(first).hasSize(3).startsWith("ok");
    String[] second = steering.obey("servers primary").split(" ");
    assertThat(second).hasSize(2).startsWith("ok");
    assertThat(is(Door.State.GONE, first[1])).isTrue();
    assertThat(is(Door.State.GONE, first[2])).isTrue();
    assertThat(steering.obey("1 server await open")).isEqualTo("ok ");
    steering.close();
    assertThat(is(Door.State.GONE, second[1])).isTrue();
  }

  @Test
  void a_server_stops_and_starts_again_on_its_port() {
    String address = steering.obey("servers primary").split(" ")[1];
    assertThat(steering.obey("1 postmaster INT")).isEqualTo("ok ");
    assertThat(steering.obey("1 server await gone")).isEqualTo("ok ");
    assertThat(steering.obey("1 server start")).isEqualTo("ok ");
    assertThat(is(Door.State.OPEN, address)).isTrue();
  }

  @Test
  void what_cannot_be_done_is_told() {
    steering.obey("servers primary");
    assertThat(steering.obey("2 server start")).isEqualTo("error no server is numbered 2");
    assertThat(steering.obey("1 server")).startsWith("error found [] (expected:");
    assertThat(steering.obey("1 postmaster HELLO")).isEqualTo("error no signal is named HELLO");
    assertThat(steering.obey("1 client start")).isEqualTo("error no step is named client");
    assertThat(steering.obey("servers tertiary"))
        .isEqualTo("error no kind of server is named tertiary");
    assertThat(steering.obey("1 server await open")).startsWith("error no server is numbered");
  }
}
