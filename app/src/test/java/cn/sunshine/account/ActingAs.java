package cn.sunshine.account;

import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContextHolder;

/** Lets a test do something as somebody, without a log-in. */
public final class ActingAs {

  private ActingAs() {}

  /** Somebody who holds one role at one region, named as demo accounts are. */
  public static Actor holderOf(Role role, String region) {
    String username = region.isEmpty() ? role.code() : role.code() + "." + region;
    return new Actor(username, role.chinese(), Set.of(new Grant(role, region)));
  }

  public static <T> T actor(Actor actor, Supplier<T> deed) {
    SecurityContextHolder.getContext()
        .setAuthentication(new SignedIn(actor, 1, false).authentication());
    try {
      return deed.get();
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  public static void run(Actor actor, Runnable deed) {
    actor(
        actor,
        () -> {
          deed.run();
          return null;
        });
  }
}
