package cn.sunshine.project;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.inbox.Task;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Payments from city and county to township to unit or household, which have to add up to the yuan
 * and the fen (NT-12, NT-13, JY-5), and the distribution of income (JY-11).
 */
@Component
class PaymentSteps implements StepRules {

  private final ProjectStore store;

  PaymentSteps(ProjectStore store) {
    this.store = store;
  }

  @Override
  public Set<String> taskTypes() {
    return Set.of(
        "county-payment",
        "township-payment",
        "direct-payment",
        "county-matching",
        "subsidy-application",
        "city-payment",
        "income-distribution");
  }

  @Override
  public Map<String, Object> dataFor(CaseFile file, Project project, Task task) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("funds", ProjectApplication.of(file.data()).funds());
    data.put("paid", store.payments(file.getId()));
    switch (task.taskType()) {
      case "county-payment" -> data.put("left", leftToPay(project));
      case "township-payment" -> data.put("left", leftInTownship(project));
      case "direct-payment" -> {
        data.put("left", project.finalAmount().orElse(Money.ZERO));
        data.put("households", Beneficiaries.of(file));
        data.put("payments", proposed(Beneficiaries.of(file)));
      }
      case "city-payment" -> data.put("left", applied(file.getId()));
      default -> {
        // The amount is the person's to say.
      }
    }
    return data;
  }

  @Override
  public void onDecision(Step step) {
    if (!step.isApproval()) {
      return;
    }
    switch (step.task().taskType()) {
      case "county-payment" -> payTownship(step);
      case "township-payment" ->
          payAll(step, PaymentStep.TOWNSHIP_TO_UNIT, leftInTownship(step.project()), "镇财政所收到的款项");
      case "direct-payment" -> payHouseholds(step);
      case "county-matching" -> match(step);
      case "subsidy-application" -> apply(step);
      case "city-payment" -> payCounty(step);
      default -> distribute(step);
    }
  }

  private void payTownship(Step step) {
    BigDecimal amount = step.answers().money("amount");
    BigDecimal left = leftToPay(step.project());
    if (amount.compareTo(left) > 0) {
      throw Step.fault(
          "amount",
          "拨付金额 " + Money.words(amount) + " 超过尚未拨付的金额 " + Money.words(left) + "（决算金额减去已拨付）");
    }
    one(step, PaymentStep.COUNTY_TO_TOWNSHIP, "镇财政所", amount);
  }

  private void payAll(Step step, PaymentStep kind, BigDecimal due, String what) {
    List<Answers> rows = step.answers().rows("payments");
    BigDecimal sum = Money.sum(rows.stream().map(row -> row.money("amount")).toList());
    if (sum.compareTo(due) != 0) {
      throw Step.fault(
          "payments", "付款明细合计 " + Money.words(sum) + "，与" + what + " " + Money.words(due) + " 不一致");
    }
    for (Answers row : rows) {
      store.pay(
          step.file(),
          new ProjectRows.Payment(
              kind,
              row.text("payee"),
              row.money("amount"),
              row.date("paidOn", "请填写付款日期"),
              row.text("voucher")),
          step.actor().username());
    }
  }

  private void payHouseholds(Step step) {
    List<Beneficiary> households = Beneficiaries.of(step.file());
    if (!households.isEmpty()) {
      Beneficiaries.requireShares(households, step.answers().rows("payments"));
    }
    payAll(step, PaymentStep.TO_HOUSEHOLD, step.project().finalAmount().orElseThrow(), "决算金额");
  }

  /** The list that was applied with, to be completed with day and voucher. */
  private static List<Map<String, Object>> proposed(List<Beneficiary> households) {
    return households.stream()
        .map(one -> Map.<String, Object>of("payee", one.householdNumber(), "amount", one.amount()))
        .toList();
  }

  private void match(Step step) {
    BigDecimal amount = step.answers().money("amount");
    BigDecimal planned = fund(step, "county");
    if (amount.compareTo(planned) != 0) {
      throw Step.fault("amount", "县级配套应等于资金来源中的县级资金 " + Money.words(planned));
    }
    store.pay(
        step.file(),
        new ProjectRows.Payment(
            PaymentStep.COUNTY_MATCHING,
            "县级配套资金",
            amount,
            store.today(),
            step.answers().text("documentNumber")),
        step.actor().username());
  }

  private void apply(Step step) {
    BigDecimal amount = step.answers().money("amount");
    BigDecimal planned = fund(step, "city");
    if (amount.compareTo(planned) > 0) {
      throw Step.fault("amount", "申请金额不能超过资金来源中的市级资金 " + Money.words(planned));
    }
  }

  private void payCounty(Step step) {
    BigDecimal amount = step.answers().money("amount");
    BigDecimal applied = applied(step.caseId());
    if (amount.compareTo(applied) != 0) {
      throw Step.fault("amount", "拨付金额应等于申请并审核同意的金额 " + Money.words(applied));
    }
    one(step, PaymentStep.CITY_TO_COUNTY, "县（市）区财政", amount);
  }

  private static void distribute(Step step) {
    BigDecimal income = step.answers().money("income");
    BigDecimal sum =
        Money.sum(step.answers().rows("shares").stream().map(row -> row.money("amount")).toList());
    if (sum.compareTo(income) != 0) {
      throw Step.fault(
          "shares",
          "分配明细合计 " + Money.words(sum) + "，与可分配收益 " + Money.words(income) + " 不一致，收益必须足额分配");
    }
  }

  private void one(Step step, PaymentStep kind, String payee, BigDecimal amount) {
    store.pay(
        step.file(),
        new ProjectRows.Payment(
            kind,
            payee,
            amount,
            step.answers().date("paidOn", "请填写拨付日期"),
            step.answers().text("voucher")),
        step.actor().username());
  }

  private BigDecimal leftToPay(Project project) {
    return project
        .finalAmount()
        .orElse(Money.ZERO)
        .subtract(store.paid(project.caseId(), PaymentStep.COUNTY_TO_TOWNSHIP));
  }

  private BigDecimal leftInTownship(Project project) {
    return store
        .paid(project.caseId(), PaymentStep.COUNTY_TO_TOWNSHIP)
        .subtract(store.paid(project.caseId(), PaymentStep.TOWNSHIP_TO_UNIT));
  }

  private BigDecimal applied(String caseId) {
    return store
        .lastApproved(caseId, "subsidy-application")
        .map(answers -> answers.money("amount"))
        .orElse(Money.ZERO);
  }

  private static BigDecimal fund(Step step, String source) {
    return ProjectApplication.of(step.file().data()).from(source);
  }
}
