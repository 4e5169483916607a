package cn.sunshine.account;

import cn.sunshine.problem.Refusal;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The actor of the security context, which requests and screens carry. */
@Component
class SignedInActor implements CurrentActor {

  @Override
  public Optional<Actor> find() {
    return signedIn().map(SignedIn::actor);
  }

  @Override
  public Actor require() {
    return find().orElseThrow(() -> new Refusal.Forbidden("请先登录。"));
  }

  static Optional<SignedIn> signedIn() {
    return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
        .map(Authentication::getPrincipal)
        .filter(SignedIn.class::isInstance)
        .map(SignedIn.class::cast);
  }
}
