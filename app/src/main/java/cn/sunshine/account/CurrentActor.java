package cn.sunshine.account;

import java.util.Optional;

/** Who is logged in, in the current request or screen. */
public interface CurrentActor {

  /** The logged-in person, or empty for an anonymous visitor. */
  Optional<Actor> find();

  /**
   * The logged-in person.
   *
   * @throws cn.sunshine.problem.Refusal.Forbidden when nobody is logged in
   */
  Actor require();
}
