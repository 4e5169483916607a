package cn.sunshine.household;

import cn.sunshine.account.Actor;
import cn.sunshine.forms.IdNumber;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of low-income households (NT-8, NT-9). */
@Service
public class Households {

  /** What a list may be sorted by, and the column behind it. */
  private static final Map<String, String> SORTED_BY =
      Map.of(
          "householdNumber", "h.number",
          "region", "h.region",
          "head", "h.head_name",
          "persons", "h.persons",
          "yearlyIncome", "h.yearly_income",
          "incomePerPerson", "h.yearly_income / h.persons",
          "status", "h.status",
          "admittedOn", "h.admitted_on",
          "exitedOn", "h.exited_on",
          "keptUntil", "h.kept_until");

  private static final int LONGEST_SEARCH = 100;

  private final EntityManager entities;
  private final JdbcClient jdbc;
  private final HouseholdNumbers numbers;
  private final Identities identities;
  private final RegisterEntries earlier;
  private final Regions regions;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Households(
      EntityManager entities,
      JdbcClient jdbc,
      HouseholdNumbers numbers,
      Identities identities,
      RegisterEntries earlier,
      Regions regions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.numbers = numbers;
    this.identities = identities;
    this.earlier = earlier;
    this.regions = regions;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Enters a household and passes the ID numbers of its case to it. The same case again answers the
   * number that was given then.
   *
   * @return the household number, such as {@code NT-320612101200-0001}
   * @throws Refusal.Invalid when a person is already in another case or household
   */
  @Transactional
  public String register(NewHousehold entry) {
    lock(entry.caseId());
    Optional<String> known = numberOfCase(entry.caseId());
    if (known.isPresent()) {
      return known.get();
    }
    if (regions.require(entry.region()).level() != RegionLevel.VILLAGE) {
      throw new Refusal.Invalid("低收入户必须登记在村（居）一级的地区。");
    }
    String number = numbers.next(entry.numberPrefix(), entry.region());
    entities.persist(new Household(number, entry, previousOf(entry), clock));
    entities.flush();
    identities.passOn(entry, number);
    events.publishEvent(new HouseholdRegistered(number, entry.caseId(), entry.region()));
    return number;
  }

  /** The household that somebody of it was in when it left, the head first (JY-3, YC-1). */
  private Optional<String> previousOf(NewHousehold entry) {
    return entry.idNumbers().stream()
        .flatMap(person -> earlier.lastExitOf(person).stream())
        .findFirst();
  }

  /** The number of the household that came of a case. */
  @Transactional(readOnly = true)
  public Optional<String> numberOfCase(String caseId) {
    return jdbc.sql("select number from household where case_id = ?")
        .param(caseId)
        .query(String.class)
        .optional();
  }

  /**
   * The households that fit the filter, in what the actor sees; without members.
   *
   * @param page sorted by names of {@link HouseholdView}'s components; by number when unsorted
   * @throws Refusal.Forbidden when the role does not see the register, or the region is not the
   *     actor's
   */
  @Transactional(readOnly = true)
  public Page<HouseholdView> search(HouseholdFilter filter, Pageable page, Actor actor) {
    Sight sight = sightFor(filter, actor);
    RegisterQuery query = new RegisterQuery(filter, sight, today());
    HouseholdRow rows = new HouseholdRow(sight, regions);
    List<HouseholdView> found =
        jdbc.sql(
                "select h.* from household h"
                    + query.where()
                    + orderBy(page.getSort())
                    + " limit :limit offset :offset")
            .params(query.values())
            .param("limit", page.getPageSize())
            .param("offset", page.getOffset())
            .query(rows)
            .list();
    return new PageImpl<>(found, page, totals(query).households());
  }

  /** The sums of what a filter selects, under the rules of {@link #search}. */
  @Transactional(readOnly = true)
  public HouseholdTotals totals(HouseholdFilter filter, Actor actor) {
    return totals(new RegisterQuery(filter, sightFor(filter, actor), today()));
  }

  /**
   * The regions whose households the actor sees, with all that lies in them.
   *
   * @throws Refusal.Forbidden when no role of the actor's sees the register
   */
  public List<String> regions(Actor actor) {
    return Sight.of(actor).regions();
  }

  /**
   * One household with its members.
   *
   * @param id the household number or the technical id
   * @throws Refusal.NotFound when there is none that the actor may know of
   * @throws Refusal.Forbidden when the role does not see the register
   */
  @Transactional(readOnly = true)
  public HouseholdView find(String id, Actor actor) {
    Sight sight = Sight.of(actor);
    RegisterQuery query = new RegisterQuery(HouseholdFilter.ALL, sight, today());
    HouseholdView household =
        jdbc.sql(
                "select h.* from household h"
                    + query.where()
                    + " and (h.number = :key or h.id::text = lower(:key))")
            .params(query.values())
            .param("key", id)
            .query(new HouseholdRow(sight, regions))
            .optional()
            .orElseThrow(() -> new Refusal.NotFound("没有找到这个低收入户，请核对户号，或它不在您的管辖范围内。"));
    return household.with(membersOf(household, sight));
  }

  /** The number under which an exited household came back, if it did. */
  @Transactional(readOnly = true)
  public Optional<String> returnedAs(String number) {
    return jdbc.sql(
            "select number from household where previous_number = ? order by number limit 1")
        .param(number)
        .query(String.class)
        .optional();
  }

  /** Walks over all households of a filter with bounded memory, for an export. */
  void forEach(HouseholdFilter filter, Sort sort, Actor actor, Consumer<HouseholdView> each) {
    Sight sight = sightFor(filter, actor);
    RegisterQuery query = new RegisterQuery(filter, sight, today());
    try (Stream<HouseholdView> rows =
        jdbc
            .sql("select h.* from household h" + query.where() + orderBy(sort))
            .params(query.values())
            .withFetchSize(500)
            .query(new HouseholdRow(sight, regions))
            .stream()) {
      rows.forEach(each);
    }
  }

  private HouseholdTotals totals(RegisterQuery query) {
    return jdbc.sql(
            """
            select count(*) as households, coalesce(sum(h.persons), 0) as persons,
              count(*) filter (where h.status = 'ACTIVE') as active,
              count(*) filter (where h.status = 'EXITED') as exited,
              count(*) filter (where h.kept_until >= :today) as kept
            from household h
            """
                + query.where())
        .params(query.values())
        .query(HouseholdTotals.class)
        .single();
  }

  private List<HouseholdView.Member> membersOf(HouseholdView household, Sight sight) {
    return jdbc.sql(
            "select name, id_number, relation from household_member"
                + " where household = ? order by position")
        .param(household.id())
        .query(
            (row, n) ->
                new HouseholdView.Member(
                    row.getString("name"),
                    sight.idNumber(new IdNumber(row.getString("id_number")), household.region()),
                    row.getString("relation")))
        .list();
  }

  private Sight sightFor(HouseholdFilter filter, Actor actor) {
    Sight sight = Sight.of(actor);
    filter
        .region()
        .ifPresent(
            region -> {
              if (!sight.covers(regions.require(region).code())) {
                throw new Refusal.Forbidden("“" + regions.name(region) + "”不在您的管辖范围内。");
              }
            });
    if (filter.q().filter(text -> text.length() > LONGEST_SEARCH).isPresent()) {
      throw new Refusal.Invalid("搜索内容最多 " + LONGEST_SEARCH + " 个字。");
    }
    if (filter.q().filter(text -> text.indexOf('\0') >= 0).isPresent()) {
      throw new Refusal.Invalid("搜索内容里有不可见的控制字符，请删除后重试。");
    }
    return sight;
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private static String orderBy(Sort sort) {
    String wanted =
        sort.stream()
            .map(order -> column(order.getProperty()) + " " + order.getDirection().name() + ", ")
            .collect(Collectors.joining());
    return " order by " + wanted + "h.number";
  }

  private static String column(String property) {
    return Optional.ofNullable(SORTED_BY.get(property))
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    "不能按“"
                        + property
                        + "”排序，可以用："
                        + SORTED_BY.keySet().stream().sorted().collect(Collectors.joining("、"))
                        + "。"));
  }

  /** Two deliveries of one job take their turns. */
  private void lock(String caseId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('household:' || ?, 0))")
        .param(caseId)
        .query(
            row -> {
              // the lock is the effect; there is nothing to read
            });
  }
}
