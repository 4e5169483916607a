package cn.sunshine.comparison;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.forms.IdNumber;
import cn.sunshine.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The confidential log of who asked the comparison sources for whom, and why (NT-26). It names
 * persons only masked; an inspection finds a person by the exact ID number.
 */
@Service
public class ComparisonLog {

  private static final Role[] READERS = {Role.DISCIPLINE, Role.AUDIT, Role.COMPARISON, Role.OFFICE};

  private final JdbcClient jdbc;
  private final PersonPseudonym pseudonyms;
  private final Clock clock;

  ComparisonLog(JdbcClient jdbc, PersonPseudonym pseudonyms, Clock clock) {
    this.jdbc = jdbc;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void write(ComparisonQuery query, String source, int rows) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into comparison_query
              (id, at, actor, case_id, reason, scope, region, source, rows)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            clock.instant().atOffset(ZoneOffset.UTC),
            query.actor(),
            query.caseId(),
            query.reason(),
            query.scope().name(),
            query.caseCounty(),
            source,
            rows)
        .update();
    int position = 0;
    for (IdNumber person : query.persons()) {
      jdbc.sql(
              """
              insert into comparison_query_person (query, position, masked, pseudonym)
              values (?, ?, ?, ?)
              """)
          .params(id, position++, person.masked(), pseudonyms.of(person))
          .update();
    }
  }

  /**
   * The entries of the regions that the actor inspects, newest first.
   *
   * @throws Refusal.Forbidden when the role does not read the log, or the region is not the actor's
   */
  @Transactional(readOnly = true)
  public Page<LoggedQuery> search(QueryLogFilter filter, Pageable page, Actor actor) {
    List<Grant> grants = actor.grantsOf(READERS);
    if (grants.isEmpty()) {
      throw new Refusal.Forbidden("只有纪检监察、审计、信息比对和监管办公室可以查看信息比对查询日志。");
    }
    if (filter.region().isPresent() && !actor.holdsOver(filter.region().get(), READERS)) {
      throw new Refusal.Forbidden("这个地区不在您的管辖范围内，不能查看它的查询日志。");
    }
    Map<String, Object> values = new HashMap<>();
    String where = where(filter, grants, values);
    List<LoggedQuery> entries =
        jdbc.sql(
                """
                select q.*, array(
                  select p.masked from comparison_query_person p
                  where p.query = q.id order by p.position) as persons
                from comparison_query q
                """
                    + where
                    + " order by q.at desc, q.id limit :limit offset :offset")
            .params(values)
            .param("limit", page.getPageSize())
            .param("offset", page.getOffset())
            .query((row, n) -> entry(row))
            .list();
    long total =
        jdbc.sql("select count(*) from comparison_query q " + where)
            .params(values)
            .query(Long.class)
            .single();
    return new PageImpl<>(entries, page, total);
  }

  private String where(QueryLogFilter filter, List<Grant> grants, Map<String, Object> values) {
    List<String> conditions = new ArrayList<>();
    List<String> regions = new ArrayList<>();
    for (int i = 0; i < grants.size(); i++) {
      regions.add("starts_with(q.region, :grant" + i + ")");
      values.put("grant" + i, grants.get(i).region());
    }
    conditions.add("(" + String.join(" or ", regions) + ")");
    filter
        .region()
        .ifPresent(
            region -> {
              conditions.add("starts_with(q.region, :region)");
              values.put("region", region);
            });
    filter
        .actor()
        .ifPresent(
            name -> {
              conditions.add("q.actor = :actor");
              values.put("actor", name);
            });
    filter
        .caseId()
        .ifPresent(
            caseId -> {
              conditions.add("q.case_id = :caseId");
              values.put("caseId", caseId);
            });
    filter
        .person()
        .ifPresent(
            person -> {
              conditions.add(
                  "q.id in (select p.query from comparison_query_person p"
                      + " where p.pseudonym = :pseudonym)");
              values.put("pseudonym", pseudonyms.of(person));
            });
    return "where " + String.join(" and ", conditions);
  }

  private static LoggedQuery entry(ResultSet row) throws SQLException {
    return new LoggedQuery(
        row.getObject("id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("case_id"),
        row.getString("reason"),
        ComparisonScope.valueOf(row.getString("scope")),
        row.getString("region"),
        row.getString("source"),
        row.getInt("rows"),
        Arrays.asList((String[]) row.getArray("persons").getArray()));
  }
}
