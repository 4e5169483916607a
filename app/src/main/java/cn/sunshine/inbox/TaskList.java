package cn.sunshine.inbox;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds tasks. Who may see what is part of the query, not a filter behind it. */
@Service
class TaskList {

  private final EntityManager entities;
  private final Clock clock;

  TaskList(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** One page of a list, and how many there are in all. */
  record Page(List<Task> items, long total) {}

  @Transactional(readOnly = true)
  @SuppressWarnings("unchecked")
  public Page find(TaskQuery query, Actor actor) {
    Map<String, Object> values = new LinkedHashMap<>();
    String where = where(query, actor, values);
    var rows =
        entities.createNativeQuery(
            "select * from task where " + where + " order by " + query.sort().sql, Task.class);
    values.forEach(rows::setParameter);
    rows.setFirstResult(query.page() * query.size()).setMaxResults(query.size());
    return new Page(rows.getResultList(), count(where, values));
  }

  @Transactional(readOnly = true)
  public long count(TaskQuery query, Actor actor) {
    Map<String, Object> values = new LinkedHashMap<>();
    return count(where(query, actor, values), values);
  }

  private long count(String where, Map<String, Object> values) {
    var count = entities.createNativeQuery("select count(*) from task where " + where, Long.class);
    values.forEach(count::setParameter);
    return (Long) count.getSingleResult();
  }

  private String where(TaskQuery query, Actor actor, Map<String, Object> values) {
    List<String> conditions = new ArrayList<>();
    values.put("me", actor.username());
    switch (query.view()) {
      case MINE -> conditions.add("state = 'OPEN' and assignee = :me");
      case GROUP ->
          conditions.add(
              "state = 'OPEN' and (assignee = :me or (assignee is null and "
                  + ofMyOffices(actor, values)
                  + "))");
      case DONE -> conditions.add("state = 'COMPLETED' and ended_by = :me");
      case OVERDUE -> {
        values.put("now", clock.instant());
        conditions.add(
            "state = 'OPEN' and due <= :now and (assignee = :me or (assignee is null and "
                + ofMyOffices(actor, values)
                + "))");
      }
    }
    query
        .process()
        .ifPresent(
            process -> {
              values.put("process", process);
              conditions.add("process = :process");
            });
    query
        .text()
        .ifPresent(
            text -> {
              values.put("text", "%" + escaped(text) + "%");
              conditions.add("search_text ilike :text");
            });
    return String.join(" and ", conditions);
  }

  private static String ofMyOffices(Actor actor, Map<String, Object> values) {
    List<String> offices = new ArrayList<>();
    int number = 0;
    for (Grant grant : actor.grants()) {
      values.put("role" + number, grant.role().code());
      values.put("region" + number, grant.region());
      offices.add(
          "(candidate_role = :role" + number + " and candidate_region = :region" + number + ")");
      number++;
    }
    return offices.isEmpty() ? "false" : "(" + String.join(" or ", offices) + ")";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  /** The moment against which the state of a term is judged. */
  Instant now() {
    return clock.instant();
  }
}
