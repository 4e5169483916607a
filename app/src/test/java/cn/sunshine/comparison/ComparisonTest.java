package cn.sunshine.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunshine.WithServices;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.forms.IdNumber;
import cn.sunshine.problem.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WithServices
@SpringBootTest(
    classes = ComparisonSlice.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = "sunshine.comparison.scan-interval=1h")
class ComparisonTest {

  @Autowired Comparison comparison;
  @Autowired ComparisonLog log;
  @Autowired ComparisonFiles files;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private final String caseId = "case-" + UUID.randomUUID();
  private final IdNumber person = somebody();

  @Test
  void theCountySeesWhatIsInTheCountyAndThatThereIsMore() {
    known(person, "320612101200", "car here");
    known(person, "320681", "car in the next county");

    ComparisonAnswer answer = ask(ComparisonScope.COUNTY);

    assertThat(answer.records()).extracting(AssetRecord::description).containsExactly("car here");
    assertThat(answer.recordsElsewhere()).isTrue();
  }

  @Test
  void theCitySeesEverything() {
    known(person, "320612101200", "car here");
    known(person, "320681", "car in the next county");

    ComparisonAnswer answer = ask(ComparisonScope.CITY);

    assertThat(answer.records())
        .extracting(AssetRecord::description)
        .containsExactlyInAnyOrder("car here", "car in the next county");
  }

  @Test
  void nothingElsewhereMeansNoCityComparison() {
    known(person, "320612", "car here");

    assertThat(ask(ComparisonScope.COUNTY).recordsElsewhere()).isFalse();
  }

  @Test
  void everyQueryIsLoggedWithWhoWhomWhyAndHowMuch() {
    known(person, "320612", "car here");
    ask(ComparisonScope.COUNTY);

    assertThat(read(caseId(), actor(Role.AUDIT, "320612")))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.actor()).isEqualTo("comparison.320612");
              assertThat(entry.reason()).isEqualTo("低收入户纳入比对");
              assertThat(entry.scope()).isEqualTo(ComparisonScope.COUNTY);
              assertThat(entry.source()).isEqualTo("files");
              assertThat(entry.rows()).isEqualTo(1);
              assertThat(entry.persons()).containsExactly(person.masked());
            });
  }

  @Test
  void theLogDoesNotSayTheNumberButFindsThePersonByIt() {
    ask(ComparisonScope.COUNTY);

    assertThat(
            jdbc.sql("select masked || pseudonym from comparison_query_person")
                .query(String.class)
                .list())
        .isNotEmpty()
        .noneMatch(text -> text.contains(person.value()));
    QueryLogFilter byPerson =
        new QueryLogFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(person));
    assertThat(read(byPerson, actor(Role.DISCIPLINE, "3206")))
        .extracting(LoggedQuery::caseId)
        .contains(caseId);
  }

  @Test
  void aQueryThatIsRolledBackHasNotBeenAsked() {
    transaction.executeWithoutResult(
        status -> {
          ask(ComparisonScope.COUNTY);
          status.setRollbackOnly();
        });

    assertThat(read(caseId(), actor(Role.AUDIT, "3206"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void onlyInspectingRolesReadTheLog(Role role) {
    ask(ComparisonScope.COUNTY);
    Actor actor = actor(role, "320612");
    if (Set.of(Role.DISCIPLINE, Role.AUDIT, Role.COMPARISON, Role.OFFICE).contains(role)) {
      assertThat(read(caseId(), actor)).hasSize(1);
    } else {
      assertThatThrownBy(() -> read(caseId(), actor)).isInstanceOf(Refusal.Forbidden.class);
    }
  }

  @Test
  void theLogOfAnotherRegionIsNotShown() {
    ask(ComparisonScope.COUNTY);

    Actor elsewhere = actor(Role.AUDIT, "320681");
    assertThat(read(caseId(), elsewhere)).isEmpty();
    QueryLogFilter county =
        new QueryLogFilter(
            Optional.of("320612"), Optional.empty(), Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> read(county, elsewhere)).isInstanceOf(Refusal.Forbidden.class);
  }

  @ParameterizedTest
  @EnumSource
  void onlyThoseWhoLookAfterTheComparisonSeeItsFiles(Role role) {
    Set<Role> readers =
        Set.of(Role.DISCIPLINE, Role.AUDIT, Role.COMPARISON, Role.OFFICE, Role.ADMIN);
    PageRequest page = PageRequest.of(0, 5);
    if (readers.contains(role)) {
      known(person, "320612", "car");
      assertThat(files.latest(page, actor(role, "320612"))).isNotEmpty();
    } else {
      assertThatThrownBy(() -> files.latest(page, actor(role, "320612")))
          .isInstanceOf(Refusal.Forbidden.class);
    }
  }

  private ComparisonAnswer ask(ComparisonScope scope) {
    return comparison.query(
        new ComparisonQuery(
            caseId, "comparison.320612", "低收入户纳入比对", scope, "320612", List.of(person)));
  }

  private QueryLogFilter caseId() {
    return new QueryLogFilter(
        Optional.empty(), Optional.empty(), Optional.of(caseId), Optional.empty());
  }

  private List<LoggedQuery> read(QueryLogFilter filter, Actor actor) {
    return log.search(filter, PageRequest.of(0, 20), actor).getContent();
  }

  private static Actor actor(Role role, String region) {
    return new Actor(role.code() + "." + region, role.chinese(), Set.of(new Grant(role, region)));
  }

  /** A record as a loaded file leaves it. */
  private void known(IdNumber owner, String region, String description) {
    UUID file = UUID.randomUUID();
    jdbc.sql("insert into comparison_file values (?, 'test.csv', '', 'LOADED', 1, 0, now())")
        .param(file)
        .update();
    jdbc.sql(
            """
            insert into asset_record
              (id, id_number, item, region, description, as_of, ordinal, file, loaded_at)
            values (?, ?, 'vehicle', ?, ?, current_date, 1, ?, now())
            """)
        .params(UUID.randomUUID(), owner.value(), region, description, file)
        .update();
  }

  private static IdNumber somebody() {
    LocalDate birth = LocalDate.of(1950, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(9000));
    return IdNumber.invent("320612", birth, ThreadLocalRandom.current().nextInt(1000));
  }
}
