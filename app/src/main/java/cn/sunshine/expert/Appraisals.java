package cn.sunshine.expert;

import cn.sunshine.problem.Refusal;
import cn.sunshine.region.RegionLevel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Draws experts for projects and keeps what they scored (NT-12, NT-13, JY-7). */
@Service
public class Appraisals {

  private static final TypeReference<List<String>> IDS = new TypeReference<>() {};
  private static final TypeReference<List<Draw.Recusal>> RECUSALS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Object>> SCORES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Experts experts;
  private final JsonMapper json;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Appraisals(JdbcClient jdbc, Experts experts, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.experts = experts;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Draws experts of the project's county. Who comes from the same village or township, or declared
   * an interest in one of the parties, is left out.
   *
   * @param parties the names of who gains from the project
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Draw draw(String caseId, String region, Collection<String> parties, int wanted) {
    List<String> candidates = new ArrayList<>();
    List<Draw.Recusal> recused = new ArrayList<>();
    for (Expert expert : experts.activeIn(region.substring(0, RegionLevel.COUNTY.codeLength()))) {
      reasonToRecuse(expert, region, parties)
          .ifPresentOrElse(
              reason -> recused.add(new Draw.Recusal(expert.id(), expert.name(), reason)),
              () -> candidates.add(expert.id()));
    }
    candidates.sort(String::compareTo);
    String seed = seed();
    Draw draw =
        new Draw(
            "D" + UUID.randomUUID().toString().substring(0, 12),
            caseId,
            seed,
            wanted,
            List.copyOf(candidates),
            List.copyOf(recused),
            Lot.draw(seed, candidates, wanted),
            clock.instant());
    store(draw, region);
    return draw;
  }

  /** The last draw for a case. */
  @Transactional(readOnly = true)
  public Optional<Draw> latest(String caseId) {
    return jdbc.sql(
            "select * from expert_draw where case_id = ? order by drawn_at desc, id limit 1")
        .param(caseId)
        .query((row, n) -> draw(row))
        .optional();
  }

  /** Repeats a draw from its seed; the same experts must come out. */
  public List<String> repeat(Draw draw) {
    return Lot.draw(draw.seed(), draw.candidates(), draw.wanted());
  }

  /**
   * Enters an expert's score sheet.
   *
   * @throws Refusal.Conflict when the expert was not drawn
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void score(
      Draw draw,
      String region,
      String expertId,
      Map<String, Object> scores,
      String opinion,
      String by) {
    if (!draw.drawn().contains(expertId)) {
      throw new Refusal.Conflict("这位专家不在本次抽取的名单里。");
    }
    BigDecimal total =
        scores.values().stream()
            .map(value -> new BigDecimal(value.toString()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    jdbc.sql(
            "insert into expert_score (draw_id, expert_id, case_id, region, scores, total, opinion,"
                + " entered_by, entered_at) values (?,?,?,?,?::jsonb,?,?,?,?)"
                + " on conflict (draw_id, expert_id) do nothing")
        .params(
            draw.id(),
            expertId,
            draw.caseId(),
            region,
            json.writeValueAsString(scores),
            total,
            opinion,
            by,
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Transactional(readOnly = true)
  public List<Score> scores(Draw draw) {
    return jdbc.sql(
            "select s.*, e.name from expert_score s join expert e on e.id = s.expert_id"
                + " where s.draw_id = ? order by s.entered_at, s.expert_id")
        .param(draw.id())
        .query(
            (row, n) ->
                new Score(
                    row.getString("expert_id"),
                    row.getString("name"),
                    json.readValue(row.getString("scores"), SCORES),
                    row.getBigDecimal("total"),
                    row.getString("opinion")))
        .list();
  }

  /** The mean of the totals, two decimals; empty when nobody has scored. */
  @Transactional(readOnly = true)
  public Optional<BigDecimal> average(Draw draw) {
    List<Score> scores = scores(draw);
    return scores.isEmpty()
        ? Optional.empty()
        : Optional.of(
            scores.stream()
                .map(Score::total)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(scores.size()), 2, RoundingMode.HALF_UP));
  }

  private static Optional<String> reasonToRecuse(
      Expert expert, String region, Collection<String> parties) {
    String township = region.substring(0, RegionLevel.TOWNSHIP.codeLength());
    if (expert.home().equals(region)) {
      return Optional.of("与项目同村");
    }
    if (expert.home().startsWith(township)) {
      return Optional.of("与项目同镇");
    }
    return Arrays.stream(expert.interests().split("[,，、;；]"))
        .map(String::strip)
        .filter(interest -> !interest.isEmpty())
        .filter(interest -> parties.stream().anyMatch(party -> party.contains(interest)))
        .findFirst()
        .map(interest -> "申明与“" + interest + "”有利害关系");
  }

  private void store(Draw draw, String region) {
    jdbc.sql(
            "insert into expert_draw (id, case_id, region, seed, wanted, candidates, recused,"
                + " drawn, drawn_at) values (?,?,?,?,?,?::jsonb,?::jsonb,?::jsonb,?)")
        .params(
            draw.id(),
            draw.caseId(),
            region,
            draw.seed(),
            draw.wanted(),
            json.writeValueAsString(draw.candidates()),
            json.writeValueAsString(draw.recused()),
            json.writeValueAsString(draw.drawn()),
            draw.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  private Draw draw(ResultSet row) throws SQLException {
    return new Draw(
        row.getString("id"),
        row.getString("case_id"),
        row.getString("seed"),
        row.getInt("wanted"),
        json.readValue(row.getString("candidates"), IDS),
        json.readValue(row.getString("recused"), RECUSALS),
        json.readValue(row.getString("drawn"), IDS),
        row.getObject("drawn_at", OffsetDateTime.class).toInstant());
  }

  private String seed() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
