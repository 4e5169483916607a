package cn.sunshine.comparison;

import cn.sunshine.problem.Refusal;
import cn.sunshine.problem.Refusal.FieldFault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The doubts of cases (NT-9). They belong to a case: whoever asks has already been checked for it.
 * When the comparison of a case is made again, the doubts of the last round are the ones that
 * count.
 */
@Service
public class Doubts {

  private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
  private static final int ID_LENGTH = 12;
  private static final int LONGEST_NOTE = 500;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DoubtRepository doubts;
  private final JdbcClient jdbc;
  private final Clock clock;

  Doubts(DoubtRepository doubts, JdbcClient jdbc, Clock clock) {
    this.doubts = doubts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Records what a comparison of the case found, as a new round. The same key again changes nothing
   * and answers the doubts raised then, so that a job may be delivered twice.
   *
   * @param key what makes the round the same one, such as the key of the job
   * @param found may be empty: then the new round has no doubts
   */
  @Transactional
  public List<Doubt> raise(String caseId, String region, String key, List<NewDoubt> found) {
    lock(caseId);
    Optional<Integer> known =
        jdbc.sql("select round from doubt_round where case_id = ? and key = ?")
            .params(caseId, key)
            .query(Integer.class)
            .optional();
    if (known.isPresent()) {
      return doubts.findByCaseIdAndRoundOrderByPosition(caseId, known.get());
    }
    Instant now = clock.instant();
    doubts.findByCaseIdAndStatus(caseId, DoubtStatus.OPEN).forEach(doubt -> doubt.replace(now));
    int round = lastRound(caseId) + 1;
    jdbc.sql("insert into doubt_round (case_id, round, key, raised_at) values (?, ?, ?, ?)")
        .params(caseId, round, key, now.atOffset(ZoneOffset.UTC))
        .update();
    List<Doubt> raised = new ArrayList<>();
    for (NewDoubt doubt : found) {
      raised.add(doubts.save(new Doubt(newId(), caseId, region, round, raised.size(), doubt)));
    }
    return raised;
  }

  /** The doubts of the last comparison of the case, in the order in which they were raised. */
  @Transactional(readOnly = true)
  public List<Doubt> ofCase(String caseId) {
    return doubts.findByCaseIdAndRoundOrderByPosition(caseId, lastRound(caseId));
  }

  /** The doubts of all comparisons of the case, the first round first. */
  @Transactional(readOnly = true)
  public List<Doubt> history(String caseId) {
    return doubts.findByCaseIdOrderByRoundAscPositionAsc(caseId);
  }

  /**
   * Records the findings on all open doubts of the case, all or none.
   *
   * @throws Refusal.Invalid when a finding names no open doubt of the case, names one twice, or an
   *     open doubt has no finding; faults name the fields, such as {@code findings[0].doubt}
   */
  @Transactional
  public List<Doubt> decide(String caseId, List<DoubtFinding> findings, String username) {
    lock(caseId);
    Map<String, Doubt> open =
        ofCase(caseId).stream()
            .filter(doubt -> doubt.status() == DoubtStatus.OPEN)
            .collect(Collectors.toMap(Doubt::id, Function.identity()));
    List<FieldFault> faults = faultsIn(findings, open.keySet());
    if (!faults.isEmpty()) {
      throw new Refusal.Invalid("存疑核实结果不完整或有误，请逐条核对后重新提交。", faults);
    }
    Instant now = clock.instant();
    findings.forEach(finding -> open.get(finding.doubt()).decide(finding, username, now));
    return ofCase(caseId);
  }

  private static List<FieldFault> faultsIn(List<DoubtFinding> findings, Set<String> open) {
    List<FieldFault> faults = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (int i = 0; i < findings.size(); i++) {
      DoubtFinding finding = findings.get(i);
      String field = "findings[" + i + "]";
      if (!open.contains(finding.doubt())) {
        faults.add(new FieldFault(field + ".doubt", "本案没有这条待核实的存疑，请刷新后重新填写。"));
      } else if (!named.add(finding.doubt())) {
        faults.add(new FieldFault(field + ".doubt", "同一条存疑填写了两次核实结果，请只保留一条。"));
      }
      if (finding.note().length() > LONGEST_NOTE) {
        faults.add(new FieldFault(field + ".note", "核实说明最多 " + LONGEST_NOTE + " 个字。"));
      }
    }
    long missing = open.stream().filter(id -> !named.contains(id)).count();
    if (missing > 0) {
      faults.add(new FieldFault("findings", "还有 " + missing + " 条存疑没有填写核实结果。"));
    }
    return faults;
  }

  private int lastRound(String caseId) {
    return jdbc.sql("select coalesce(max(round), 0) from doubt_round where case_id = ?")
        .param(caseId)
        .query(Integer.class)
        .single();
  }

  /** Two deliveries of one job, or a decision beside a new round, take their turns. */
  private void lock(String caseId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('doubts:' || ?, 0))")
        .param(caseId)
        .query(
            row -> {
              // the lock is the effect; there is nothing to read
            });
  }

  private static String newId() {
    StringBuilder id = new StringBuilder(ID_LENGTH);
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
