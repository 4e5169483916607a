package cn.sunshine.household;

import cn.sunshine.casework.CaseEnded;
import cn.sunshine.problem.Refusal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cases about registered households: of each kind one at a time. The database keeps it so, also
 * when two are started at the same moment.
 */
@Service
public class Proceedings {

  private final JdbcClient jdbc;
  private final Clock clock;

  Proceedings(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Notes that a case about a household has begun; the same case again changes nothing.
   *
   * @param what what the case is, for the sentence that refuses a second one: 退出
   * @param round the round of reviews that started it
   * @throws Refusal.Invalid when another case of the kind is running for the household
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void begin(
      String caseId,
      String process,
      RegisteredHousehold household,
      String what,
      Optional<String> round) {
    jdbc.sql(
            """
            insert into household_proceeding (case_id, household, process, region, round, started_at)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(
            caseId,
            household.number(),
            process,
            household.region(),
            round.orElse(null),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    boolean begun =
        jdbc.sql("select count(*) from household_proceeding where case_id = ?")
                .param(caseId)
                .query(Long.class)
                .single()
            == 1;
    if (!begun) {
      String sentence =
          running(household.number(), process)
              .map(other -> "该户的" + what + "正在办理（案件 " + other + "），不能重复发起。")
              .orElse("该户在这一轮里已经发起过" + what + "，不能重复发起。");
      throw new Refusal.Invalid(
          sentence, List.of(new Refusal.FieldFault("householdNumber", sentence)));
    }
  }

  /** The running case of a kind about a household. */
  @Transactional(readOnly = true)
  public Optional<String> running(String household, String process) {
    return jdbc.sql(
            """
            select case_id from household_proceeding
            where household = ? and process = ? and ended_at is null
            """)
        .params(household, process)
        .query(String.class)
        .optional();
  }

  /** All cases about a household, oldest first. Whoever asks has to be allowed to see it. */
  @Transactional(readOnly = true)
  public List<Proceeding> of(String household) {
    return jdbc.sql(
            "select * from household_proceeding where household = ? order by started_at, case_id")
        .param(household)
        .query(
            (row, n) ->
                new Proceeding(
                    row.getString("case_id"),
                    row.getString("household"),
                    row.getString("process"),
                    row.getString("region"),
                    row.getObject("started_at", OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(row.getString("outcome"))))
        .list();
  }

  /** First of all who listen: the others count what still runs. */
  @Order(1)
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void onEnd(CaseEnded ended) {
    jdbc.sql(
            """
            update household_proceeding set ended_at = ?, outcome = ?
            where case_id = ? and ended_at is null
            """)
        .params(
            clock.instant().atOffset(ZoneOffset.UTC),
            String.valueOf(ended.result().get("outcome")),
            ended.caseId())
        .update();
  }
}
