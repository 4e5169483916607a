package cn.sunshine.household;

import cn.sunshine.account.CurrentActor;
import cn.sunshine.problem.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/households")
class HouseholdController {

  private static final int LARGEST_PAGE = 200;

  private final Households households;
  private final CurrentActor actor;

  HouseholdController(Households households, CurrentActor actor) {
    this.households = households;
    this.actor = actor;
  }

  record Listing(List<Item> items, long total) {}

  record Item(
      UUID id,
      String householdNumber,
      String region,
      String regionName,
      HouseholdView.Head head,
      int persons,
      BigDecimal yearlyIncome,
      BigDecimal incomePerPerson,
      List<String> causes,
      HouseholdStatus status,
      LocalDate admittedOn,
      LocalDate exitedOn,
      LocalDate keptUntil) {}

  record Detail(
      UUID id,
      String householdNumber,
      String region,
      String regionName,
      HouseholdView.Head head,
      List<HouseholdView.Member> members,
      int persons,
      BigDecimal yearlyIncome,
      BigDecimal incomePerPerson,
      List<String> causes,
      String address,
      String note,
      HouseholdStatus status,
      LocalDate admittedOn,
      LocalDate exitedOn,
      LocalDate keptUntil,
      String exitReason,
      String exitCaseId,
      String previousHouseholdNumber,
      String returnedAs,
      String caseId) {}

  @GetMapping
  Listing list(
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> q,
      @RequestParam Optional<String> status,
      @RequestParam Optional<String> cause,
      @RequestParam Optional<String> policies,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      @RequestParam Optional<String> sort) {
    if (page < 0 || size < 1 || size > LARGEST_PAGE) {
      throw new Refusal.Invalid("page 从 0 开始，size 为 1 到 " + LARGEST_PAGE + "。");
    }
    HouseholdFilter filter =
        new HouseholdFilter(
            region,
            q,
            status.filter(text -> !text.isBlank()).map(HouseholdController::status),
            cause.filter(text -> !text.isBlank()).map(HouseholdController::cause),
            policies.filter(text -> !text.isBlank()).map(HouseholdController::policies));
    Page<HouseholdView> found =
        households.search(
            filter,
            PageRequest.of(page, size, sort.map(HouseholdController::sort).orElse(Sort.unsorted())),
            actor.require());
    return new Listing(found.map(HouseholdController::item).getContent(), found.getTotalElements());
  }

  @GetMapping("/{id}")
  Detail household(@PathVariable String id) {
    HouseholdView household = households.find(id, actor.require());
    return new Detail(
        household.id(),
        household.householdNumber(),
        household.region(),
        household.regionName(),
        household.head(),
        household.members(),
        household.persons(),
        household.yearlyIncome(),
        household.incomePerPerson(),
        codes(household),
        household.address(),
        household.note(),
        household.status(),
        household.admittedOn(),
        household.exit().map(HouseholdView.Exit::on).orElse(null),
        household.exit().map(HouseholdView.Exit::keptUntil).orElse(null),
        household.exit().map(HouseholdView.Exit::reason).orElse(null),
        household.exit().map(HouseholdView.Exit::caseId).orElse(null),
        household.previousNumber().orElse(null),
        households.returnedAs(household.householdNumber()).orElse(null),
        household.caseId());
  }

  private static Item item(HouseholdView household) {
    return new Item(
        household.id(),
        household.householdNumber(),
        household.region(),
        household.regionName(),
        household.head(),
        household.persons(),
        household.yearlyIncome(),
        household.incomePerPerson(),
        codes(household),
        household.status(),
        household.admittedOn(),
        household.exit().map(HouseholdView.Exit::on).orElse(null),
        household.exit().map(HouseholdView.Exit::keptUntil).orElse(null));
  }

  private static List<String> codes(HouseholdView household) {
    return household.causes().stream().map(Cause::code).toList();
  }

  private static HouseholdStatus status(String text) {
    return Arrays.stream(HouseholdStatus.values())
        .filter(status -> status.name().equals(text.strip().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new Refusal.Invalid("status 只能是 ACTIVE（在册）或 EXITED（已退出）。"));
  }

  private static KeptPolicies policies(String text) {
    return KeptPolicies.ofWord(text)
        .orElseThrow(() -> new Refusal.Invalid("policies 只能是 kept（政策保留期内）或 ended（保留期已满）。"));
  }

  private static Cause cause(String text) {
    return Cause.ofCode(text.strip())
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    "cause 只能是 "
                        + Arrays.stream(Cause.values())
                            .map(Cause::code)
                            .collect(Collectors.joining("、"))
                        + "。"));
  }

  /** {@code yearlyIncome} or, the largest first, {@code -yearlyIncome}. */
  private static Sort sort(String text) {
    String property = text.strip();
    if (property.isEmpty()) {
      return Sort.unsorted();
    }
    return property.startsWith("-")
        ? Sort.by(Sort.Direction.DESC, property.substring(1))
        : Sort.by(property);
  }
}
