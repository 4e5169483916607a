package cn.sunshine.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** NT-4: the second wall. A query without any condition still stays within the person's regions. */
@RunningSystem
class RegionScopeTest {

  private static final String VILLAGE = "320612102002";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @AfterEach
  void logOut() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void anOfficialsTransactionReachesOnlyTheCasesOfTheOwnSubtree() {
    String inTongzhou = aCase();

    assertThat(casesSeenBy(Role.COUNTY_OFFICE, "320612")).contains(inTongzhou);
    assertThat(casesSeenBy(Role.COUNTY_OFFICE, "320613")).doesNotContain(inTongzhou);
  }

  @Test
  void theAdministratorReachesNoCaseAtAll() {
    aCase();

    assertThat(casesSeenBy(Role.ADMIN, "")).isEmpty();
  }

  @Test
  void theSystemItselfIsBoundToNoRegion() {
    String somewhere = aCase();

    assertThat(allCases()).contains(somewhere);
  }

  private String aCase() {
    return Person.official(port, "village." + VILLAGE)
        .applies(VILLAGE, Applications.withinTheLine());
  }

  private List<String> casesSeenBy(Role role, String region) {
    Actor actor = new Actor("somebody", "某人", Set.of(new Grant(role, region)));
    SecurityContextHolder.getContext()
        .setAuthentication(new SignedIn(actor, 1, false).authentication());
    return allCases();
  }

  private List<String> allCases() {
    return transaction.execute(
        status -> jdbc.sql("select id from casefile").query(String.class).list());
  }
}
