package cn.sunshine.expert;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of experts: kept by the county's office, read by who supervises it. */
@Service
public class Experts {

  private static final Role[] READERS = {
    Role.COUNTY_OFFICE, Role.DEPARTMENT, Role.FINANCE, Role.OFFICE, Role.DISCIPLINE, Role.AUDIT
  };
  private static final int LONGEST = 200;

  private final JdbcClient jdbc;
  private final Regions regions;
  private final ObjectProvider<DemoExperts> demo;
  private final Clock clock;

  Experts(JdbcClient jdbc, Regions regions, ObjectProvider<DemoExperts> demo, Clock clock) {
    this.jdbc = jdbc;
    this.regions = regions;
    this.demo = demo;
    this.clock = clock;
  }

  /**
   * The experts of the counties in the actor's regions.
   *
   * @throws Refusal.Forbidden when no role of the actor's sees the register
   */
  @Transactional(readOnly = true)
  public List<Expert> all(Actor actor) {
    List<String> mine = actor.grantsOf(READERS).stream().map(Grant::region).distinct().toList();
    if (mine.isEmpty()) {
      throw new Refusal.Forbidden("您的角色不能查看专家库。");
    }
    return jdbc
        .sql("select * from expert order by county, name, id")
        .query((row, n) -> expert(row))
        .list()
        .stream()
        .filter(expert -> mine.stream().anyMatch(expert.county()::startsWith))
        .toList();
  }

  /** Enters an expert; only the office of the county may. */
  @Transactional
  public Expert add(NewExpert entry, Actor actor) {
    List<Refusal.FieldFault> faults = new ArrayList<>();
    String name = text(entry.name(), "name", faults);
    String unit = text(entry.unit(), "unit", faults);
    String county = text(entry.county(), "county", faults);
    if (!faults.isEmpty()) {
      throw new Refusal.Invalid("请填写专家的姓名、单位和所在县（市）区编码（各不超过 " + LONGEST + " 字）。", faults);
    }
    if (regions.require(county).level() != RegionLevel.COUNTY) {
      throw new Refusal.Invalid(
          "county 应为 6 位的县（市）区编码。", List.of(new Refusal.FieldFault("county", "应为 6 位的县（市）区编码")));
    }
    if (!actor.holdsAt(Role.COUNTY_OFFICE, county)) {
      throw new Refusal.Forbidden("只有本县（市）区的扶贫办可以维护专家库。");
    }
    String home = entry.home() == null ? "" : entry.home().strip();
    if (!home.isEmpty()) {
      regions.require(home);
    }
    return insert(
        new Expert(
            "E" + UUID.randomUUID().toString().substring(0, 12),
            name,
            unit,
            limited(entry.specialty()),
            county,
            home,
            limited(entry.interests()),
            true),
        actor.username());
  }

  /** Takes an expert off the list of those who can be drawn; past draws keep the entry. */
  @Transactional
  public void retire(String id, Actor actor) {
    Expert expert = find(id);
    if (!actor.holdsAt(Role.COUNTY_OFFICE, expert.county())) {
      throw new Refusal.Forbidden("只有本县（市）区的扶贫办可以维护专家库。");
    }
    jdbc.sql("update expert set active = false where id = ?").param(id).update();
  }

  /**
   * @throws Refusal.NotFound when there is none
   */
  @Transactional(readOnly = true)
  public Expert find(String id) {
    return jdbc.sql("select * from expert where id = ?")
        .param(id)
        .query((row, n) -> expert(row))
        .optional()
        .orElseThrow(() -> new Refusal.NotFound("专家库里没有编号为“" + id + "”的专家。"));
  }

  /** The experts of a county who may be drawn. */
  List<Expert> activeIn(String county) {
    List<Expert> found = activeNow(county);
    if (found.isEmpty()) {
      demo.ifAvailable(invented -> invented.of(county).forEach(one -> insert(one, "demo")));
      found = activeNow(county);
    }
    return found;
  }

  private List<Expert> activeNow(String county) {
    return jdbc.sql("select * from expert where county = ? and active order by id")
        .param(county)
        .query((row, n) -> expert(row))
        .list();
  }

  private Expert insert(Expert expert, String by) {
    jdbc.sql(
            "insert into expert (id, name, unit, specialty, county, home, interests, active,"
                + " entered_by, entered_at) values (?,?,?,?,?,?,?,?,?,?)")
        .params(
            expert.id(),
            expert.name(),
            expert.unit(),
            expert.specialty(),
            expert.county(),
            expert.home(),
            expert.interests(),
            expert.active(),
            by,
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return expert;
  }

  private static String text(String value, String field, List<Refusal.FieldFault> faults) {
    String text = value == null ? "" : value.replace("\0", "").strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      faults.add(new Refusal.FieldFault(field, "必填，不超过 " + LONGEST + " 字"));
    }
    return text;
  }

  private static String limited(String value) {
    String text = value == null ? "" : value.replace("\0", "").strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  private static Expert expert(ResultSet row) throws SQLException {
    return new Expert(
        row.getString("id"),
        row.getString("name"),
        row.getString("unit"),
        row.getString("specialty"),
        row.getString("county"),
        row.getString("home"),
        row.getString("interests"),
        row.getBoolean("active"));
  }
}
