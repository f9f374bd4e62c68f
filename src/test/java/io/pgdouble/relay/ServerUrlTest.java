package io.pgdouble.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Where a server is, as a URL tells it. */
class ServerUrlTest {
  @Test
  void hosts_are_names_addresses_and_directories() {
    assertThat(ServerUrl.of("postgres:///").host()).isEqualTo("localhost");
    assertThat(ServerUrl.of("postgres:///").port()).isEqualTo(5432);
    assertThat(ServerUrl.of("postgresql://my_server:1").host()).isEqualTo("my_server");
    assertThat(ServerUrl.of("postgres://my_server:1").port()).isEqualTo(1);
    assertThat(ServerUrl.of("postgres://[::1]:65535").host()).isEqualTo("::1");
    assertThat(ServerUrl.of("postgres://%2Ftmp").socketFile())
        .isEqualTo(Path.of("/tmp/.s.PGSQL.5432"));
    assertThat(ServerUrl.of("postgres:///?host=/tmp&port=7").socketFile())
        .isEqualTo(Path.of("/tmp/.s.PGSQL.7"));
  }

  @Test
  void users_passwords_and_databases_may_have_any_character() {
    ServerUrl url = ServerUrl.of("postgres://a%40b:p%3Aq+r@my_server/d%2Fb");
    assertThat(url.user()).contains("a@b");
    assertThat(url.password()).contains("p:q+r");
    assertThat(url.database()).contains("d/b");
    assertThat(url).hasToString("my_server:5432");
  }

  @Test
  void what_means_nothing_is_refused_without_the_password() {
    assertRefused("http://h", "expected: postgres://host:port");
    assertRefused("postgres://h?application_name=x", "found ?application_name in the URL");
    assertRefused("postgres://h:0", "found port 0");
    assertRefused("postgres://h:65536", "found port 65536");
    assertRefused("postgres://h?port=abc", "found port abc");
    assertRefused("postgres://u:secret@h:abc", "found h:abc (expected: one host");
    assertRefused("postgres://u:secret@h1,h2", "found h1,h2");
    assertRefused("postgres:///?host=h1,h2", "found h1,h2");
    assertRefused("postgres://u:secret@h?sslmode=allow", "found sslmode=allow");
    assertRefused("postgres://u:sec ret@h", "at character");
  }

  private static void assertRefused(String url, String why) {
    assertThatThrownBy(() -> ServerUrl.of(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("secret");
  }
}
