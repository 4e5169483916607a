package cn.sunshine.household;

import static cn.sunshine.household.HouseholdSlice.household;
import static cn.sunshine.household.HouseholdSlice.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunshine.WithServices;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.audit.AuditTrail;
import cn.sunshine.forms.IdNumber;
import cn.sunshine.problem.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/** The register. Each test has a township of its own, so that counts are its own. */
@WithServices
@SpringBootTest(
    classes = HouseholdSlice.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = "sunshine.household.export-max-rows=3")
class HouseholdsTest {

  @Autowired Households households;
  @Autowired HouseholdExport export;
  @Autowired AuditTrail audit;

  @Test
  void householdsOfAVillageAreNumberedOneAfterTheOther() {
    assertThat(households.register(household("320681101001", "甲")))
        .isEqualTo("NT-320681101001-0001");
    assertThat(households.register(household("320681101001", "乙")))
        .isEqualTo("NT-320681101001-0002");
    assertThat(households.register(household("320681101002", "丙")))
        .isEqualTo("NT-320681101002-0001");
  }

  @Test
  void theSameCaseIsRegisteredOnce() {
    NewHousehold entry = household("320681101003", "甲");
    String number = households.register(entry);

    assertThat(households.register(entry)).isEqualTo(number);
    assertThat(households.numberOfCase(entry.caseId())).contains(number);
    assertThat(households.register(household("320681101003", "乙"))).endsWith("-0002");
  }

  @Test
  void manyAtTheSameMomentGetDifferentNumbersWithoutGaps() throws Exception {
    List<Future<String>> numbers = new ArrayList<>();
    NewHousehold twice = household("320681101200", "两次");
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 19; i++) {
        numbers.add(threads.submit(() -> households.register(household("320681101200", "甲"))));
      }
      for (int i = 0; i < 5; i++) {
        numbers.add(threads.submit(() -> households.register(twice)));
      }
    }

    assertThat(numbers.stream().map(Future::resultNow).distinct().sorted().toList())
        .hasSize(20)
        .first()
        .isEqualTo("NT-320681101200-0001");
    assertThat(numbers.stream().map(Future::resultNow).max(String::compareTo))
        .contains("NT-320681101200-0020");
  }

  @Test
  void aPersonOfAnotherHouseholdIsNotRegisteredAgain() {
    IdNumber person = somebody();
    households.register(household("case-" + UUID.randomUUID(), "320681101201", "甲", person));

    assertThatThrownBy(
            () ->
                households.register(
                    household(
                        "case-" + UUID.randomUUID(), "320681101201", "乙", somebody(), person)))
        .isInstanceOf(Refusal.Invalid.class);
    assertThat(households.register(household("320681101201", "丙"))).endsWith("-0002");
  }

  @Test
  void onlyAVillageHasHouseholds() {
    assertThatThrownBy(() -> households.register(household("320681101", "甲")))
        .isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  void aHouseholdIsFoundByNameByPersonAndByNumber() {
    IdNumber wife = somebody();
    NewHousehold entry = household("320681102001", "顾大山", wife);
    String number = households.register(entry);
    households.register(household("320681102001", "顾小河"));
    Actor county = actor(Role.COUNTY_OFFICE, "320681");

    assertThat(found("顾大", "320681102", county)).containsExactly(number);
    assertThat(found("李小妹", "320681102", county)).containsExactly(number);
    assertThat(found(wife.value(), "320681102", county)).containsExactly(number);
    assertThat(found(wife.value().toLowerCase(), "320681102", county)).containsExactly(number);
    assertThat(found(number.toLowerCase(), "320681102", county)).containsExactly(number);
    assertThat(found("nt-320681102001", "320681102", county)).hasSize(2);
    assertThat(found("%", "320681102", county)).isEmpty();
    assertThat(found("' or 1=1 --", "320681102", county)).isEmpty();
  }

  @Test
  void aListIsFilteredSortedAndPaged() {
    for (String name : List.of("丙", "甲", "乙")) {
      households.register(household("320681104200", name));
    }
    Actor county = actor(Role.COUNTY_OFFICE, "320681");
    HouseholdFilter filter = in("320681104");

    var page = households.search(filter, PageRequest.of(1, 2, Sort.by("householdNumber")), county);
    assertThat(page.getTotalElements()).isEqualTo(3);
    assertThat(page.getContent())
        .extracting(HouseholdView::householdNumber)
        .containsExactly("NT-320681104200-0003");
    assertThat(
            households.search(
                filter, PageRequest.of(0, 2, Sort.by("admittedOn").descending()), county))
        .hasSize(2);
    assertThat(search(in("320681104", HouseholdStatus.EXITED), county)).isEmpty();
    assertThat(search(in("320681104", HouseholdStatus.ACTIVE), county)).hasSize(3);
    assertThat(search(caused("320681104", Cause.ILLNESS), county)).hasSize(3);
    assertThat(search(caused("320681104", Cause.DISASTER), county)).isEmpty();
    assertThatThrownBy(
            () -> households.search(filter, PageRequest.of(0, 2, Sort.by("1;drop")), county))
        .isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  void totalsSumUpWhatTheFilterSelects() {
    households.register(household("320681106001", "甲", somebody(), somebody()));
    households.register(household("320681106001", "乙"));

    assertThat(households.totals(in("320681106"), actor(Role.COUNTY_OFFICE, "320681")))
        .isEqualTo(new HouseholdTotals(2, 4, 2, 0, 0));
  }

  @Test
  void oneHouseholdShowsItsMembersAndIncomePerPerson() {
    NewHousehold entry = household("320681107001", "甲", somebody());
    String number = households.register(entry);
    Actor village = actor(Role.VILLAGE_COMMITTEE, "320681107001");

    HouseholdView household = households.find(number, village);
    assertThat(household.head().idNumber()).isEqualTo(entry.head().idNumber().value());
    assertThat(household.head().phone()).isEqualTo("13812345678");
    assertThat(household.members())
        .extracting(HouseholdView.Member::idNumber)
        .containsExactly(entry.members().getFirst().idNumber().value());
    assertThat(household.incomePerPerson()).isEqualByComparingTo("6500");
    assertThat(household.causes()).containsExactly(Cause.ILLNESS, Cause.SCHOOLING);
    assertThat(households.find(household.id().toString(), village)).isEqualTo(household);
    assertThatThrownBy(() -> households.find("nosuch", village))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  void theExportHoldsWhatTheSearchShowsMaskedAsTheRoleRequires() throws IOException {
    NewHousehold entry = household("320681108001", "甲", somebody());
    String number = households.register(entry);

    assertThat(exported("320681108", actor(Role.COUNTY_OFFICE, "320681")))
        .hasSize(2)
        .last()
        .satisfies(
            row -> {
              assertThat(row.get(0)).isEqualTo(number);
              assertThat(row.get(3)).isEqualTo(entry.head().idNumber().value());
              assertThat(row.get(5)).isEqualTo("2");
              assertThat(row.get(8)).isEqualTo("因病、因学");
            });
    assertThat(exported("320681108", actor(Role.AUDIT, "320681")).getLast())
        .satisfies(
            row -> {
              assertThat(row.get(3)).isEqualTo(entry.head().idNumber().masked());
              assertThat(row.get(4)).isEqualTo("138****5678");
            });
  }

  @Test
  void whoTakesASheetOutOfTheRegisterIsOnRecord() throws IOException {
    households.register(household("320681110001", "甲"));
    Actor taker = actor(Role.COUNTY_OFFICE, "320681");

    exported("320681110", taker);

    assertThat(audit.of(HouseholdExport.TRAIL))
        .last()
        .satisfies(
            entry -> {
              assertThat(entry.actor()).isEqualTo(taker.username());
              assertThat(entry.region()).isEqualTo("320681110");
              assertThat(entry.action()).isEqualTo("export");
              assertThat(entry.detail().get("households").asInt()).isEqualTo(1);
              assertThat(entry.detail().get("searched").asBoolean()).isFalse();
            });
  }

  @Test
  void anExportThatIsTooLargeIsRefusedBeforeAnythingIsWritten() {
    for (int i = 0; i < 4; i++) {
      households.register(household("320681109001", "甲"));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThatThrownBy(
            () ->
                export.write(
                    in("320681109"),
                    Sort.unsorted(),
                    RegisterColumn.USUAL,
                    actor(Role.COUNTY_OFFICE, "320681"),
                    out))
        .isInstanceOf(Refusal.Invalid.class)
        .hasMessageContaining("3 户");
    assertThat(out.size()).isZero();
  }

  private List<List<String>> exported(String region, Actor actor) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.write(in(region), Sort.unsorted(), Set.of(RegisterColumn.values()), actor, out);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      return workbook.getFirstSheet().read().stream()
          .map(row -> row.stream().map(Cell::getText).toList())
          .toList();
    }
  }

  private List<String> found(String q, String region, Actor actor) {
    HouseholdFilter filter =
        new HouseholdFilter(
            Optional.of(region), Optional.of(q), Optional.empty(), Optional.empty());
    return search(filter, actor).stream().map(HouseholdView::householdNumber).toList();
  }

  private List<HouseholdView> search(HouseholdFilter filter, Actor actor) {
    return households.search(filter, PageRequest.of(0, 50), actor).getContent();
  }

  private static HouseholdFilter in(String region) {
    return new HouseholdFilter(
        Optional.of(region), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static HouseholdFilter in(String region, HouseholdStatus status) {
    return new HouseholdFilter(
        Optional.of(region), Optional.empty(), Optional.of(status), Optional.empty());
  }

  private static HouseholdFilter caused(String region, Cause cause) {
    return new HouseholdFilter(
        Optional.of(region), Optional.empty(), Optional.empty(), Optional.of(cause));
  }

  private static Actor actor(Role role, String region) {
    return new Actor(role.code() + "." + region, role.chinese(), Set.of(new Grant(role, region)));
  }
}
