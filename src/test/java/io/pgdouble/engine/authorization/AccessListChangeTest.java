package io.pgdouble.engine.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgdouble.engine.authorization.AccessListChange.Dependents;
import io.pgdouble.engine.authorization.AccessListChange.Item;
import io.pgdouble.error.ReportedError;
import io.pgdouble.facts.Facts;
import org.junit.jupiter.api.Test;

class AccessListChangeTest {
  private static final long OWNER = 20_001;
  private static final long FIRST = 20_002;
  private static final long SECOND = 20_003;
  private static final int SELECT = AccessMode.of("r");

  private final Membership membership = new Membership(Facts.of(16), "postgres");

  private AccessListChange change(Dependents dependents) {
    AccessList before = AccessList.defaults('r', OWNER, 16);
    return new AccessListChange(before, membership, OWNER, dependents);
  }

  private static Item withOption(long grantee, long grantor) {
    return new Item(grantee, grantor, SELECT, SELECT);
  }

  @Test
  void what_was_passed_on_stands_in_the_way_of_a_revocation() {
    AccessListChange change = change(Dependents.RESTRICT);
    change.grant(withOption(FIRST, OWNER));
    change.grant(withOption(SECOND, FIRST));
    assertThatThrownBy(() -> change.revoke(withOption(FIRST, OWNER)))
        .isInstanceOf(ReportedError.class)
        .hasMessageContaining("dependent privileges exist");
  }

  @Test
  void what_was_passed_on_is_revoked_in_cascade() {
    AccessListChange change = change(Dependents.CASCADE);
    change.grant(withOption(FIRST, OWNER));
    change.grant(withOption(SECOND, FIRST));
    change.revoke(withOption(FIRST, OWNER));
    assertThat(change.after().text()).isEqualTo("{20001=arwdDxt/20001}");
  }

  @Test
  void who_loses_only_the_right_to_pass_on_keeps_the_privilege() {
    AccessListChange change = change(Dependents.CASCADE);
    change.grant(withOption(FIRST, OWNER));
    change.revoke(new Item(FIRST, OWNER, AccessMode.NONE, SELECT));
    assertThat(change.after().text()).isEqualTo("{20001=arwdDxt/20001,20002=r/20001}");
  }

  @Test
  void nobody_gives_the_right_to_pass_on_back_to_whom_he_has_it_from() {
    AccessListChange change = change(Dependents.RESTRICT);
    change.grant(withOption(FIRST, OWNER));
    change.grant(withOption(SECOND, FIRST));
    assertThatThrownBy(() -> change.grant(withOption(FIRST, SECOND)))
        .isInstanceOf(ReportedError.class)
        .hasMessageContaining("grant options cannot be granted back to your own grantor");
  }

  @Test
  void a_new_owner_takes_over_what_the_old_one_had_and_gave() {
    AccessListChange change = change(Dependents.RESTRICT);
    change.grant(new Item(FIRST, OWNER, SELECT, AccessMode.NONE));
    assertThat(change.after().ofOwner(OWNER, FIRST).text()).isEqualTo("{20002=arwdDxt/20002}");
  }
}
