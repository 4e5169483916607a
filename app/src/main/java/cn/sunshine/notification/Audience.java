package cn.sunshine.notification;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is told: one account, or an office (a role held at a region), where everybody who holds the
 * role reads it for themselves.
 */
record Audience(Optional<String> account, Optional<Grant> office) {

  static Audience account(String username) {
    return new Audience(Optional.of(username), Optional.empty());
  }

  static Audience office(Grant office) {
    return new Audience(Optional.empty(), Optional.of(office));
  }

  /** The person who has taken a task, or else the office whose task it is. */
  static Audience responsible(Optional<String> assignee, Optional<Grant> office) {
    return assignee.map(Audience::account).orElseGet(() -> office(office.orElseThrow()));
  }

  /** As the database writes the audience of a notification. */
  String key() {
    return account.orElseGet(() -> keyOf(office.orElseThrow()));
  }

  /** All audiences that a person belongs to. */
  static Collection<String> keysOf(Actor actor) {
    return Stream.concat(Stream.of(actor.username()), actor.grants().stream().map(Audience::keyOf))
        .toList();
  }

  private static String keyOf(Grant office) {
    return "@" + office.role().code() + "." + office.region();
  }
}
