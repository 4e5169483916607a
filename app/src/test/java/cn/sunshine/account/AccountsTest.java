package cn.sunshine.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sunshine.RunningSystem;
import cn.sunshine.problem.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

@DisplayName("Looking after accounts")
@RunningSystem
class AccountsTest {

  private static final Actor ADMIN = ActingAs.holderOf(Role.ADMIN, "");
  private static final Grant TONGZHOU = new Grant(Role.COUNTY_OFFICE, "320612");

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;

  private Caller caller;

  @BeforeEach
  void adminExists() {
    caller = new Caller(port);
    assertThat(caller.getsIn("admin", "sunshine")).isTrue();
  }

  @Nested
  @DisplayName("A new account")
  class New {

    @Test
    @DisplayName("has a random password that is answered once, and its roles")
    void created() {
      OneTimePassword first = create("chen.jing", TONGZHOU);
      OneTimePassword second = create("chen.jie", TONGZHOU);

      assertThat(first.password()).hasSizeGreaterThanOrEqualTo(16);
      assertThat(first.password()).isNotEqualTo(second.password());
      assertThat(first.toString()).doesNotContain(first.password());
      AccountOverview account = overview("chen.jing");
      assertThat(account.state()).isEqualTo(AccountState.ENABLED);
      assertThat(account.mustChangePassword()).isTrue();
      assertThat(account.demo()).isFalse();
      assertThat(account.grants()).containsExactly(TONGZHOU);
      assertThat(account.lastLogInAt()).isEmpty();
    }

    @Test
    @DisplayName("needs a name that nobody has, whatever the case of its letters")
    void taken() {
      create("li.na", TONGZHOU);
      assertThatExceptionOfType(Refusal.Conflict.class)
          .isThrownBy(() -> create("Li.Na", TONGZHOU))
          .withMessageContaining("已经有人使用");
    }

    @ParameterizedTest(name = "“{0}”")
    @ValueSource(strings = {"", "a", "9lives", "李娜", "li na", "system", "anonymous", "a/b", "x'--"})
    @DisplayName("cannot have a name that is no name")
    void badName(String username) {
      assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> create(username, TONGZHOU));
    }

    @Test
    @DisplayName("is opened completely or not at all")
    void allOrNothing() {
      Grant wrong = new Grant(Role.VILLAGE_COMMITTEE, "320612");
      assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> create("half.done", wrong));
      assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> overview("half.done"));
    }
  }

  @Nested
  @DisplayName("A role")
  class RoleAtRegion {

    @ParameterizedTest(name = "{0} at “{1}”: {2}")
    @CsvSource({
      "village, 320612101, 只能授予村级地区",
      "township, 320612101200, 只能授予镇级地区",
      "county, 320612101, 只能授予市级或县级地区",
      "county, 32, 只能授予市级或县级地区",
      "policy, 320612, 只能授予政策包的适用地区",
      "policy-approver, 32, 只能授予政策包的适用地区",
      "village, 320612999999, 没有编码为",
      "village, '', 没有编码为",
      "village, 32061210120%, 没有编码为",
      "admin, 3206, 不属于任何地区"
    })
    @DisplayName("can be held only at regions of its level")
    void level(String role, String region, String told) {
      create("level." + role + ".x" + region.replaceAll("\\W", "p"), TONGZHOU);
      assertThatExceptionOfType(Refusal.Invalid.class)
          .isThrownBy(
              () ->
                  asAdmin(
                      it ->
                          it.grant(
                              "level." + role + ".x" + region.replaceAll("\\W", "p"),
                              new Grant(Role.ofCode(role).orElseThrow(), region))))
          .withMessageContaining(told);
    }

    @Test
    @DisplayName("is granted and revoked with a trace that names role, region and administrator")
    void trace() {
      create("zhao.lei", TONGZHOU);
      Grant comparison = new Grant(Role.COMPARISON, "3206");
      asAdmin(it -> it.grant("zhao.lei", comparison));
      asAdmin(it -> it.grant("zhao.lei", comparison));
      asAdmin(it -> it.revoke("zhao.lei", TONGZHOU));
      asAdmin(it -> it.revoke("zhao.lei", TONGZHOU));

      assertThat(overview("zhao.lei").grants()).containsExactly(comparison);
      assertThat(ActingAs.actor(ADMIN, () -> accounts.history("zhao.lei")))
          .extracting(
              entry -> String.join(" ", entry.actor(), entry.action(), entry.region()).strip())
          .containsExactly(
              "admin create", "admin grant 320612", "admin grant 3206", "admin revoke 320612");
    }
  }

  @Nested
  @DisplayName("The last administrator")
  class LastAdmin {

    @Test
    @DisplayName("cannot disable himself nor give up the role")
    void notHimself() {
      assertThatExceptionOfType(Refusal.Conflict.class)
          .isThrownBy(() -> asAdmin(it -> it.disable("admin", "")));
      assertThatExceptionOfType(Refusal.Conflict.class)
          .isThrownBy(() -> asAdmin(it -> it.revoke("admin", new Grant(Role.ADMIN, ""))));
    }

    @Test
    @DisplayName("remains, though two disable each other at the same moment")
    void eachOther() throws Exception {
      Grant admin = new Grant(Role.ADMIN, "");
      create("admin.one", admin);
      create("admin.two", admin);
      Actor one = new Actor("admin.one", "一", Set.of(admin));
      Actor two = new Actor("admin.two", "二", Set.of(admin));
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        List<Future<?>> both =
            List.of(
                threads.submit(() -> ActingAs.run(one, () -> accounts.disable("admin.two", ""))),
                threads.submit(() -> ActingAs.run(two, () -> accounts.disable("admin.one", ""))));
        for (Future<?> each : both) {
          try {
            each.get();
          } catch (java.util.concurrent.ExecutionException refused) {
            assertThat(refused).hasCauseInstanceOf(Refusal.Forbidden.class);
          }
        }
      }
      assertThat(Stream.of("admin.one", "admin.two").map(name -> overview(name).state()))
          .containsExactlyInAnyOrder(AccountState.ENABLED, AccountState.DISABLED);
    }
  }

  @Nested
  @DisplayName("The list")
  class TheList {

    @Test
    @DisplayName("is searched by part of the name, in which % and _ mean themselves")
    void search() {
      create("find_me", TONGZHOU);
      create("findxme", TONGZHOU);
      assertThat(usernames(new AccountFilter("ND_M", Optional.empty(), Optional.empty())))
          .containsExactly("find_me");
      assertThat(usernames(new AccountFilter("%", Optional.empty(), Optional.empty()))).isEmpty();
      assertThat(usernames(new AccountFilter("姓名 find", Optional.empty(), Optional.empty())))
          .containsExactly("find_me", "findxme");
    }

    @Test
    @DisplayName("is narrowed to a role, to a region with all that lies in it, or to both")
    void filter() {
      create("filter.village", new Grant(Role.VILLAGE_COMMITTEE, "320623100200"));
      create("filter.county", new Grant(Role.FINANCE, "320623"));
      create("filter.other", new Grant(Role.FINANCE, "320612"));
      assertThat(usernames(new AccountFilter("filter.", Optional.empty(), Optional.of("320623"))))
          .containsExactly("filter.county", "filter.village");
      assertThat(
              usernames(new AccountFilter("filter.", Optional.of(Role.FINANCE), Optional.empty())))
          .containsExactly("filter.county", "filter.other");
      assertThat(
              usernames(
                  new AccountFilter("filter.", Optional.of(Role.FINANCE), Optional.of("320623"))))
          .containsExactly("filter.county");
    }

    @Test
    @DisplayName("comes in pages")
    void pages() {
      for (int i = 0; i < 5; i++) {
        create("paged." + i + ".x", TONGZHOU);
      }
      Page<AccountOverview> second =
          ActingAs.actor(
              ADMIN,
              () ->
                  accounts.list(
                      new AccountFilter("paged.", Optional.empty(), Optional.empty()),
                      PageRequest.of(1, 2, Sort.by("username").descending())));
      assertThat(second.getTotalElements()).isEqualTo(5);
      assertThat(second)
          .extracting(AccountOverview::username)
          .containsExactly("paged.2.x", "paged.1.x");
    }
  }

  static Stream<Arguments> otherRolesAndDeeds() {
    Map<String, Consumer<Accounts>> deeds =
        Map.of(
            "list", it -> it.list(AccountFilter.EVERYTHING, PageRequest.of(0, 10)),
            "require", it -> it.require("admin"),
            "history", it -> it.history("admin"),
            "create", it -> it.create(new NewAccount("evil", "恶", Set.of())),
            "rename", it -> it.rename("admin", "恶"),
            "grant", it -> it.grant("village.3", new Grant(Role.ADMIN, "")),
            "revoke", it -> it.revoke("admin", new Grant(Role.ADMIN, "")),
            "enable", it -> it.enable("admin"),
            "disable", it -> it.disable("admin", ""),
            "resetPassword", it -> it.resetPassword("admin"));
    return Arrays.stream(Role.values())
        .filter(role -> role != Role.ADMIN)
        .flatMap(
            role ->
                deeds.entrySet().stream()
                    .map(deed -> Arguments.of(role, deed.getKey(), deed.getValue())));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("otherRolesAndDeeds")
  @DisplayName("is for the administrator only")
  void adminOnly(Role role, String name, Consumer<Accounts> deed) {
    Actor other = ActingAs.holderOf(role, "320612");
    assertThatExceptionOfType(Refusal.Forbidden.class)
        .isThrownBy(() -> ActingAs.run(other, () -> deed.accept(accounts)))
        .withMessage("只有系统管理员可以管理账号。");
    assertThatExceptionOfType(Refusal.Forbidden.class)
        .isThrownBy(() -> deed.accept(accounts))
        .withMessage("请先登录。");
  }

  private OneTimePassword create(String username, Grant... grants) {
    return ActingAs.actor(
        ADMIN, () -> accounts.create(new NewAccount(username, "姓名 " + username, Set.of(grants))));
  }

  private void asAdmin(Consumer<Accounts> deed) {
    ActingAs.run(ADMIN, () -> deed.accept(accounts));
  }

  private AccountOverview overview(String username) {
    return ActingAs.actor(ADMIN, () -> accounts.require(username));
  }

  private List<String> usernames(AccountFilter filter) {
    return ActingAs.actor(
        ADMIN,
        () ->
            accounts.list(filter, PageRequest.of(0, 100, Sort.by("username"))).stream()
                .map(AccountOverview::username)
                .toList());
  }
}
