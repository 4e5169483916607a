package cn.sunshine.complaint;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Regions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The office's register of all requests in its region (NT-24). */
@Service
class ComplaintRegister {

  private final JdbcClient jdbc;
  private final Regions regions;

  ComplaintRegister(JdbcClient jdbc, Regions regions) {
    this.jdbc = jdbc;
    this.regions = regions;
  }

  /** The regions whose requests the actor keeps. */
  List<String> regions(Actor actor) {
    return actor.grantsOf(Role.OFFICE).stream().map(Grant::region).distinct().sorted().toList();
  }

  /** Some lines, the newest first. */
  @Transactional(readOnly = true)
  List<RegisterRow> find(RegisterQuery query, int offset, int limit, Actor actor) {
    Map<String, Object> values = new LinkedHashMap<>();
    String where = where(query, actor, values);
    values.put("offset", offset);
    values.put("limit", limit);
    return jdbc.sql(
            "select * from complaint where "
                + where
                + " order by filed_at desc, case_id desc offset :offset limit :limit")
        .params(values)
        .query((row, n) -> row(row))
        .list();
  }

  @Transactional(readOnly = true)
  int count(RegisterQuery query, Actor actor) {
    Map<String, Object> values = new LinkedHashMap<>();
    String where = where(query, actor, values);
    return jdbc.sql("select count(*) from complaint where " + where)
        .params(values)
        .query(Integer.class)
        .single();
  }

  private String where(RegisterQuery query, Actor actor, Map<String, Object> values) {
    List<String> own = regions(actor);
    if (own.isEmpty()) {
      throw new Refusal.Forbidden("诉求登记簿只有监管办公室可以查看。");
    }
    List<String> conditions = new ArrayList<>();
    IntStream.range(0, own.size()).forEach(n -> values.put("own" + n, own.get(n) + "%"));
    conditions.add(
        IntStream.range(0, own.size())
            .mapToObj(n -> "region like :own" + n)
            .collect(Collectors.joining(" or ", "(", ")")));
    query.kind().ifPresent(kind -> equal(conditions, values, "kind", kind.name()));
    query.state().ifPresent(state -> equal(conditions, values, "state", state.name()));
    query.department().ifPresent(code -> equal(conditions, values, "department", code));
    query.severity().ifPresent(severity -> equal(conditions, values, "severity", severity.name()));
    query
        .region()
        .ifPresent(
            region -> {
              values.put("region", region + "%");
              conditions.add("region like :region");
            });
    query
        .text()
        .ifPresent(
            text -> {
              String plain = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
              values.put("text", "%" + plain + "%");
              conditions.add("(subject ilike :text or case_id ilike :text)");
            });
    return String.join(" and ", conditions);
  }

  private static void equal(
      List<String> conditions, Map<String, Object> values, String column, String value) {
    values.put(column, value);
    conditions.add(column + " = :" + column);
  }

  private RegisterRow row(ResultSet row) throws SQLException {
    String department = row.getString("department");
    return new RegisterRow(
        row.getString("case_id"),
        RequestKind.valueOf(row.getString("kind")),
        row.getString("subject"),
        regions.fullName(row.getString("region")),
        RequestState.valueOf(row.getString("state")),
        Severity.of(row.getString("severity")),
        department == null ? "" : Complaint.departmentName(department),
        moment(row, "filed_at").orElseThrow(),
        moment(row, "answered_at"),
        Optional.ofNullable(row.getObject("stars", Integer.class)));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
