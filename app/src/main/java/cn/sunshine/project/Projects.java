package cn.sunshine.project;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Regions;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of projects; those not approved yet are the reserve library (JY-2.2, JY-7). */
@Service
public class Projects {

  public static final int LARGEST_PAGE = 500;

  private static final Role[] READERS = {
    Role.GROUP,
    Role.VILLAGE_COMMITTEE,
    Role.HELPER,
    Role.TOWNSHIP_OFFICE,
    Role.TOWNSHIP_FINANCE,
    Role.COUNTY_OFFICE,
    Role.FINANCE,
    Role.DEPARTMENT,
    Role.OFFICE,
    Role.DISCIPLINE,
    Role.AUDIT
  };
  private static final int LONGEST_SEARCH = 100;

  private final JdbcClient jdbc;
  private final Regions regions;

  Projects(JdbcClient jdbc, Regions regions) {
    this.jdbc = jdbc;
    this.regions = regions;
  }

  /** Which projects are wanted; empty parts do not narrow. */
  public record Filter(
      Optional<String> region,
      Optional<String> text,
      Optional<Project.Stage> stage,
      Optional<ProjectType> type) {

    public static final Filter ALL =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The number of projects that a filter selects, and their budgets in yuan. */
  public record Totals(long projects, BigDecimal budget) {}

  /**
   * The regions whose projects the actor sees.
   *
   * @throws Refusal.Forbidden when no role of the actor's sees the register
   */
  public List<String> regions(Actor actor) {
    List<String> mine = actor.grantsOf(READERS).stream().map(Grant::region).distinct().toList();
    if (mine.isEmpty()) {
      throw new Refusal.Forbidden("您的角色不能查看项目库。");
    }
    return mine;
  }

  /** The projects that fit, those that changed last first. */
  @Transactional(readOnly = true)
  public List<Project> search(Filter filter, int page, int size, Actor actor) {
    if (page < 0 || size < 1 || size > LARGEST_PAGE) {
      throw new Refusal.Invalid("page 从 0 开始，size 在 1 到 " + LARGEST_PAGE + " 之间。");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    String where = where(filter, actor, values);
    return jdbc.sql(
            "select * from project"
                + where
                + " order by changed_at desc, case_id limit :limit offset :offset")
        .params(values)
        .param("limit", size)
        .param("offset", (long) page * size)
        .query(ProjectRows::project)
        .list();
  }

  @Transactional(readOnly = true)
  public Totals totals(Filter filter, Actor actor) {
    Map<String, Object> values = new LinkedHashMap<>();
    String where = where(filter, actor, values);
    return jdbc.sql(
            "select count(*) as projects, coalesce(sum(budget), 0) as budget from project" + where)
        .params(values)
        .query(Totals.class)
        .single();
  }

  /**
   * @throws Refusal.NotFound when there is none that the actor may know of
   */
  @Transactional(readOnly = true)
  public Project find(String caseId, Actor actor) {
    List<String> mine = regions(actor);
    return jdbc.sql("select * from project where case_id = ?")
        .param(caseId)
        .query(ProjectRows::project)
        .optional()
        .filter(project -> mine.stream().anyMatch(project.region()::startsWith))
        .orElseThrow(() -> new Refusal.NotFound("没有编号为“" + caseId + "”的项目，或它不在您的职责范围内。"));
  }

  private String where(Filter filter, Actor actor, Map<String, Object> values) {
    List<String> mine = regions(actor);
    filter
        .region()
        .ifPresent(
            region -> {
              String code = regions.require(region).code();
              if (mine.stream().noneMatch(code::startsWith)) {
                throw new Refusal.Forbidden("“" + regions.name(code) + "”不在您的管辖范围内。");
              }
            });
    StringBuilder where = new StringBuilder();
    List<String> wanted = filter.region().map(List::of).orElse(mine);
    for (String region : wanted) {
      String name = "region" + values.size();
      values.put(name, region + "%");
      where.append(where.isEmpty() ? " where (" : " or ").append("region like :").append(name);
    }
    where.append(")");
    filter
        .text()
        .map(text -> text.replace("\0", "").strip())
        .filter(text -> !text.isEmpty())
        .ifPresent(
            text -> {
              if (text.length() > LONGEST_SEARCH) {
                throw new Refusal.Invalid("搜索内容最多 " + LONGEST_SEARCH + " 个字。");
              }
              values.put("text", text);
              where.append(
                  " and (position(:text in name) > 0 or position(:text in implementing_unit) > 0"
                      + " or case_id = :text)");
            });
    filter
        .stage()
        .ifPresent(
            stage -> {
              values.put("stage", stage.name());
              where.append(" and stage = :stage");
            });
    filter
        .type()
        .ifPresent(
            type -> {
              values.put("process", type.process());
              where.append(" and process = :process");
            });
    return where.toString();
  }
}
