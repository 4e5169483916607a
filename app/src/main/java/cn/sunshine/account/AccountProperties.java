package cn.sunshine.account;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param demoData whether demo accounts may log in; they are opened on demand
 * @param policyRoots the root regions of the policy packs, where policy staff hold their roles
 */
@ConfigurationProperties("sunshine")
record AccountProperties(
    @DefaultValue("false") boolean demoData,
    @DefaultValue({"3206", "320281", "3209", "320412", "51"}) List<String> policyRoots,
    @DefaultValue LogIn logIn) {

  /**
   * @param attempts wrong passwords for an account from one address, before both must wait
   * @param pause how long, in real time
   */
  record LogIn(@DefaultValue("5") int attempts, @DefaultValue("5m") Duration pause) {}
}
