package cn.sunshine.villageaid;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Role;
import cn.sunshine.policy.Decisions;
import cn.sunshine.policy.Packs;
import cn.sunshine.policy.Rulebook;
import cn.sunshine.problem.Refusal;
import cn.sunshine.rules.Decision;
import cn.sunshine.rules.Parameter;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.TableInput;
import cn.sunshine.shell.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Works out the aid to weak villages for who looks after them; changes nothing. */
@Service
public class VillageAids {

  static final int MOST_VILLAGES = 500;

  private static final String INCOME = "income";
  private static final String DISTRICT_SHARE = "village-aid.district-share";
  private static final Role[] ROLES = {
    Role.TOWNSHIP_OFFICE, Role.COUNTY_OFFICE, Role.FINANCE, Role.DEPARTMENT, Role.AUDIT
  };

  private final Packs packs;
  private final Decisions decisions;
  private final Clock clock;

  VillageAids(Packs packs, Decisions decisions, Clock clock) {
    this.packs = packs;
    this.decisions = decisions;
    this.clock = clock;
  }

  /**
   * A way in which a place works it out.
   *
   * @param inputs the figures that its table asks for
   */
  public record Offer(String pack, AidKind kind, String title, List<TableInput> inputs) {}

  /**
   * What there is in the places where the actor looks after villages; empty where there is none.
   */
  public List<Offer> offers(Actor actor) {
    return actor.grantsOf(ROLES).stream()
        .flatMap(grant -> packs.forRegion(grant.region()).stream())
        .distinct()
        .flatMap(
            pack -> Arrays.stream(AidKind.values()).flatMap(kind -> offer(pack, kind).stream()))
        .toList();
  }

  private Optional<Offer> offer(PolicyPack pack, AidKind kind) {
    return packs
        .rulebook(pack.name())
        .ruleSet(kind.ruleSet())
        .map(
            table ->
                new Offer(pack.name(), kind, pack.title() + "　" + kind.chinese(), table.inputs()));
  }

  /**
   * Works out the aid by the table in force.
   *
   * @param figures by the ids of the table's inputs
   * @param villages how many weak villages the township has; counts for {@link AidKind#TIERS} only
   * @throws Refusal.Forbidden when the actor does not look after villages of a place with this
   *     table
   * @throws Refusal.Invalid naming the figures that are missing or wrong
   */
  public Aid workOut(
      String pack, AidKind kind, Map<String, Object> figures, int villages, Actor actor) {
    Offer offer =
        offers(actor).stream()
            .filter(one -> one.pack().equals(pack) && one.kind() == kind)
            .findFirst()
            .orElseThrow(() -> new Refusal.Forbidden("您不负责这里的薄弱村，或当地没有这种补助。"));
    if (kind == AidKind.TIERS && (villages < 1 || villages > MOST_VILLAGES)) {
      throw refused("villages", "应在 1 到 " + MOST_VILLAGES + " 之间");
    }
    offer.inputs().stream()
        .filter(input -> figures.get(input.id()) == null)
        .findFirst()
        .ifPresent(
            missing -> {
              throw refused(missing.id(), "请填写" + missing.name());
            });
    Rulebook book = packs.rulebook(pack);
    Decision decision = decisions.evaluate(kind.ruleSet(), book, LocalDate.now(clock), figures);
    BigDecimal answer =
        Optional.of(decision.outcome())
            .filter(text -> text.matches("\\d+(\\.\\d+)?"))
            .map(BigDecimal::new)
            .orElseThrow(() -> new Refusal.Invalid("决策表对这些数字没有给出结论，请联系政策人员。"));
    return switch (kind) {
      case TIERS -> tiers(answer, villages, decision);
      case TOP_UP -> topUp(answer, (BigDecimal) figures.get(INCOME), book.pack(), decision);
    };
  }

  private static Refusal.Invalid refused(String field, String message) {
    return new Refusal.Invalid(
        "有数字没有填或填得不对。", List.of(new Refusal.FieldFault("facts." + field, message)));
  }

  private static Aid tiers(BigDecimal each, int villages, Decision decision) {
    BigDecimal amount = each.multiply(BigDecimal.valueOf(villages));
    return new Aid(
        amount,
        Map.of(),
        "每村 %s × 本镇（街）薄弱村 %d 个 = %s".formatted(Wording.yuan(each), villages, Wording.yuan(amount)),
        reasons(decision));
  }

  /** The township bears what is left, so that the shares are the whole to the fen. */
  private Aid topUp(BigDecimal reach, BigDecimal income, PolicyPack pack, Decision decision) {
    BigDecimal lacking =
        reach.subtract(income).max(BigDecimal.ZERO).setScale(2, RoundingMode.HALF_UP);
    BigDecimal share =
        pack.valueAt(DISTRICT_SHARE, LocalDate.now(clock))
            .map(Parameter::decimal)
            .orElseThrow(() -> new Refusal.Invalid("参数 " + DISTRICT_SHARE + " 今天没有值，请联系政策人员。"));
    BigDecimal district = lacking.multiply(share).setScale(2, RoundingMode.HALF_UP);
    Map<String, BigDecimal> shares = new LinkedHashMap<>();
    shares.put("区承担", district);
    shares.put("镇（街）承担", lacking.subtract(district));
    String calculation =
        reach.signum() == 0
            ? "年收入已达到标准，不补"
            : "补到 %s，减去年收入 %s，差额 %s"
                .formatted(Wording.yuan(reach), Wording.yuan(income), Wording.yuan(lacking));
    return new Aid(lacking, shares, calculation, reasons(decision));
  }

  private static List<Aid.Reason> reasons(Decision decision) {
    return decision.findings().stream()
        .map(
            finding ->
                new Aid.Reason(
                    finding.message(),
                    finding.actual().toString(),
                    finding.limit().toString(),
                    finding.rule(),
                    finding.version()))
        .toList();
  }
}
