package cn.sunshine.household;

import static cn.sunshine.household.HouseholdSlice.household;
import static cn.sunshine.household.HouseholdSlice.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunshine.WithServices;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.RegionLevel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.domain.PageRequest;

/** Two households in two counties, and each role at the first one's region. */
@WithServices
@SpringBootTest(classes = HouseholdSlice.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class WhoSeesTheRegisterTest {

  private static final String HERE = "320623100001";
  private static final String ELSEWHERE = "320681100001";
  private static final Set<Role> IN_FULL =
      Set.of(Role.VILLAGE_COMMITTEE, Role.TOWNSHIP_OFFICE, Role.COUNTY_OFFICE, Role.COMPARISON);
  private static final Set<Role> NOTHING =
      Set.of(Role.FARMER, Role.POLICY, Role.POLICY_APPROVER, Role.ADMIN);

  @Autowired Households households;

  private NewHousehold entry;
  private String here;
  private String elsewhere;

  @BeforeEach
  void twoHouseholds() {
    entry = household(HERE, "甲", somebody());
    here = households.register(entry);
    elsewhere = households.register(household(ELSEWHERE, "乙"));
  }

  @ParameterizedTest
  @EnumSource
  void eachRoleSeesTheOwnSubtreeAsFarAsItNeeds(Role role) {
    Actor actor = at(role);
    if (NOTHING.contains(role)) {
      assertThatThrownBy(() -> households.find(here, actor)).isInstanceOf(Refusal.Forbidden.class);
      assertThatThrownBy(() -> search(HouseholdFilter.ALL, actor))
          .isInstanceOf(Refusal.Forbidden.class);
      assertThatThrownBy(() -> households.totals(HouseholdFilter.ALL, actor))
          .isInstanceOf(Refusal.Forbidden.class);
      return;
    }
    HouseholdView household = households.find(here, actor);
    String member = household.members().getFirst().idNumber();
    if (IN_FULL.contains(role)) {
      assertThat(household.head().idNumber()).isEqualTo(entry.head().idNumber().value());
      assertThat(member).isEqualTo(entry.members().getFirst().idNumber().value());
      assertThat(household.head().phone()).isEqualTo("13812345678");
    } else {
      assertThat(household.head().idNumber()).isEqualTo(entry.head().idNumber().masked());
      assertThat(member).isEqualTo(entry.members().getFirst().idNumber().masked());
      assertThat(household.head().phone()).isEqualTo("138****5678");
    }
    assertThat(search(HouseholdFilter.ALL, actor)).contains(here).doesNotContain(elsewhere);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"FARMER", "POLICY", "POLICY_APPROVER", "ADMIN"})
  void whatLiesElsewhereDoesNotExist(Role role) {
    assertThatThrownBy(() -> households.find(elsewhere, at(role)))
        .isInstanceOf(Refusal.NotFound.class);
    assertThat(search(searching(elsewhere), at(role))).isEmpty();
    assertThatThrownBy(() -> search(in(ELSEWHERE), at(role))).isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> households.totals(in("32"), at(role)))
        .isInstanceOf(Refusal.Forbidden.class);
  }

  @Test
  void aPersonWithTwoRolesSeesEachRegionAsItsRoleDoes() {
    Actor both =
        new Actor(
            "both",
            "两职",
            Set.of(new Grant(Role.VILLAGE_COMMITTEE, HERE), new Grant(Role.AUDIT, "320681")));

    assertThat(households.find(here, both).head().idNumber()).doesNotContain("*");
    assertThat(households.find(elsewhere, both).head().idNumber()).contains("********");
    assertThat(search(HouseholdFilter.ALL, both)).contains(here, elsewhere);
  }

  @Test
  void anUnknownRegionIsSaidToBeUnknown() {
    assertThatThrownBy(() -> search(in("3206xx"), at(Role.COUNTY_OFFICE)))
        .isInstanceOf(Refusal.Invalid.class);
  }

  private List<String> search(HouseholdFilter filter, Actor actor) {
    return households.search(filter, PageRequest.of(0, 200), actor).stream()
        .map(HouseholdView::householdNumber)
        .toList();
  }

  private static HouseholdFilter in(String region) {
    return new HouseholdFilter(
        Optional.of(region), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static HouseholdFilter searching(String q) {
    return new HouseholdFilter(
        Optional.empty(), Optional.of(q), Optional.empty(), Optional.empty());
  }

  /** The role held at the region of its level over the first household. */
  private static Actor at(Role role) {
    int length = role.levels().stream().mapToInt(RegionLevel::codeLength).max().orElse(0);
    Grant grant = new Grant(role, HERE.substring(0, length));
    return new Actor(role.code(), role.chinese(), Set.of(grant));
  }
}
