package cn.sunshine.casework;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.inbox.Inbox;
import cn.sunshine.inbox.Task;
import cn.sunshine.problem.Refusal;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases, newest first. Who may see what is part of the query. */
@Service
public class CaseList {

  private final EntityManager entities;
  private final Inbox inbox;
  private final CaseKinds kinds;

  CaseList(EntityManager entities, Inbox inbox, CaseKinds kinds) {
    this.entities = entities;
    this.inbox = inbox;
    this.kinds = kinds;
  }

  /** One page of a list, and how many there are in all. */
  public record Page(List<CaseFile> items, long total) {}

  /**
   * The regions whose cases the actor may look through, with all that lies in them; empty when the
   * actor sees only what the own account applied for.
   */
  public List<String> regions(Actor actor) {
    return CaseAccess.regions(actor);
  }

  /** What the actor's own account has applied for, newest first. */
  @Transactional(readOnly = true)
  public List<CaseFile> ownOf(Actor actor) {
    return entities
        .createQuery(
            "select file from casefile file where file.applicant = :me"
                + " order by file.startedAt desc, file.id desc",
            CaseFile.class)
        .setParameter("me", actor.username())
        .setMaxResults(CaseQuery.LARGEST_PAGE)
        .getResultList();
  }

  /**
   * The names of the steps in work, by the ids of the cases; a case that waits for a date or for
   * the system itself is not among them.
   */
  @Transactional(readOnly = true)
  public Map<String, List<String>> openSteps(List<CaseFile> files) {
    return files.isEmpty()
        ? Map.of()
        : inbox.openIn(files.stream().map(CaseFile::getId).toList()).stream()
            .collect(
                Collectors.groupingBy(
                    Task::caseId, Collectors.mapping(Task::name, Collectors.toList())));
  }

  @Transactional(readOnly = true)
  @SuppressWarnings("unchecked")
  public Page find(CaseQuery query, Actor actor) {
    Map<String, Object> values = new LinkedHashMap<>();
    String where = where(query, actor, values);
    var rows =
        entities.createNativeQuery(
            "select * from casefile where " + where + " order by started_at desc, id desc",
            CaseFile.class);
    values.forEach(rows::setParameter);
    rows.setFirstResult(query.page() * query.size()).setMaxResults(query.size());
    var count =
        entities.createNativeQuery("select count(*) from casefile where " + where, Long.class);
    values.forEach(count::setParameter);
    return new Page(rows.getResultList(), (Long) count.getSingleResult());
  }

  private String where(CaseQuery query, Actor actor, Map<String, Object> values) {
    List<String> conditions = new ArrayList<>();
    conditions.add(visible(actor, values));
    List<String> unlisted =
        kinds.all().stream().filter(kind -> !kind.isListed()).map(CaseKind::process).toList();
    if (!unlisted.isEmpty()) {
      values.put("unlisted", unlisted);
      conditions.add("process not in (:unlisted)");
    }
    query
        .region()
        .ifPresent(
            region -> {
              if (CaseAccess.regions(actor).stream().noneMatch(region::startsWith)) {
                throw new Refusal.Forbidden("这个地区不在您的职责范围内。");
              }
              values.put("region", region + "%");
              conditions.add("region like :region");
            });
    query
        .status()
        .ifPresent(
            status -> {
              values.put("status", status.name());
              conditions.add("status = :status");
            });
    query
        .text()
        .ifPresent(
            text -> {
              values.put(
                  "text",
                  "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
              conditions.add("search_text ilike :text");
            });
    return String.join(" and ", conditions);
  }

  /** Leaves out the kinds that only some roles look into. */
  private String openToAll(Map<String, Object> values) {
    List<String> closed = circledKinds().stream().map(CaseKind::process).toList();
    if (closed.isEmpty()) {
      return "";
    }
    values.put("closed", closed);
    return "process not in (:closed) and ";
  }

  private List<CaseKind> circledKinds() {
    return kinds.all().stream().filter(kind -> !kind.circle().isEmpty()).toList();
  }

  /**
   * Cases that only some roles look into, and those in which one's office or oneself has a task.
   */
  private List<String> circled(Actor actor, Map<String, Object> values) {
    List<String> ways = new ArrayList<>();
    int number = 0;
    for (CaseKind kind : circledKinds()) {
      for (Grant grant : actor.grantsOf(kind.circle().toArray(Role[]::new))) {
        values.put("circle" + number, kind.process());
        values.put("seen" + number, grant.region() + "%");
        ways.add("(process = :circle%d and region like :seen%d)".formatted(number, number));
        number++;
      }
    }
    for (Grant grant : circledKinds().isEmpty() ? Set.<Grant>of() : actor.grants()) {
      values.put("role" + number, grant.role().code());
      values.put("office" + number, grant.region());
      ways.add(
          """
          exists (select 1 from task where task.case_id = casefile.id
            and task.candidate_role = :role%d and task.candidate_region = :office%d)
          """
              .formatted(number, number));
      number++;
    }
    // A step of one person, such as the household's signature (JY-3).
    ways.add(
        """
        exists (select 1 from task where task.case_id = casefile.id
          and task.candidate_role is null and task.assignee = :me)
        """);
    return ways;
  }

  /** Cases of the kinds that the actor works on beside those who work on every case. */
  private List<String> worked(Actor actor, Map<String, Object> values) {
    List<String> ways = new ArrayList<>();
    int number = 0;
    for (CaseKind kind : kinds.all()) {
      for (Grant grant : actor.grantsOf(kind.workers().toArray(Role[]::new))) {
        values.put("worked" + number, kind.process());
        values.put("over" + number, grant.region() + "%");
        ways.add("(process = :worked%d and region like :over%d)".formatted(number, number));
        number++;
      }
    }
    return ways;
  }

  private String visible(Actor actor, Map<String, Object> values) {
    List<String> ways = new ArrayList<>();
    values.put("me", actor.username());
    ways.add("applicant = :me");
    int number = 0;
    List<String> mine = CaseAccess.regions(actor);
    String open = mine.isEmpty() ? "" : openToAll(values);
    for (String region : mine) {
      values.put("mine" + number, region + "%");
      ways.add("(" + open + "region like :mine" + number + ")");
      number++;
    }
    ways.addAll(worked(actor, values));
    ways.addAll(circled(actor, values));
    return "(" + String.join(" or ", ways) + ")";
  }
}
