package cn.sunshine.notice;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseList;
import cn.sunshine.problem.Refusal;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The notices of an official's regions, running or ended, with the objections to them. Whoever may
 * look through the cases of a region may look at its board (NT-4).
 */
@Service
public class NoticeBoard {

  private static final int LARGEST_PAGE = 500;

  private final EntityManager entities;
  private final CaseList cases;
  private final ObjectionRepository objections;

  NoticeBoard(EntityManager entities, CaseList cases, ObjectionRepository objections) {
    this.entities = entities;
    this.cases = cases;
    this.objections = objections;
  }

  /** Which notices of a board are wanted. */
  public enum Part {
    RUNNING("公示中"),
    ENDED("已结束");

    private final String chinese;

    Part(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /**
   * A notice with the number of objections to it.
   *
   * @param open those that are not reviewed yet
   */
  public record Entry(Notice notice, int objections, int open) {}

  /** One page of a board, and how many notices there are in all. */
  public record Page(List<Entry> items, long total) {}

  /** The regions whose boards the actor may look at, with all that lies in them. */
  public List<String> regions(Actor actor) {
    return cases.regions(actor);
  }

  /**
   * The notices of a part; running ones that end first first, ended ones the latest first.
   *
   * @param region the subtree to look in; empty for all of the actor's
   * @throws Refusal.Forbidden when the region is not the actor's
   */
  @Transactional(readOnly = true)
  public Page find(Part part, Optional<String> region, int page, int size, Actor actor) {
    if (page < 0 || size < 1 || size > LARGEST_PAGE) {
      throw new Refusal.Invalid("page 从 0 开始，size 在 1 到 " + LARGEST_PAGE + " 之间。");
    }
    List<String> mine = regions(actor);
    if (region.isPresent() && mine.stream().noneMatch(region.get()::startsWith)) {
      throw new Refusal.Forbidden("这个地区不在您的职责范围内。");
    }
    List<String> wanted = region.map(List::of).orElse(mine);
    if (wanted.isEmpty()) {
      throw new Refusal.Forbidden("您的角色不能查看公示栏；正在进行的公示可以在公示页面上查看。");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    String where = where(part, wanted, values);
    String order =
        part == Part.RUNNING ? " order by n.until, n.id" : " order by n.endedAt desc, n.id";
    TypedQuery<Notice> rows =
        entities.createQuery("select n from Notice n where " + where + order, Notice.class);
    TypedQuery<Long> count =
        entities.createQuery("select count(n) from Notice n where " + where, Long.class);
    values.forEach(rows::setParameter);
    values.forEach(count::setParameter);
    List<Notice> notices = rows.setFirstResult(page * size).setMaxResults(size).getResultList();
    return new Page(withObjections(notices), count.getSingleResult());
  }

  private static String where(Part part, List<String> regions, Map<String, Object> values) {
    values.put("running", Notice.State.RUNNING);
    StringBuilder where =
        new StringBuilder(part == Part.RUNNING ? "n.state = :running" : "n.state <> :running");
    String separator = " and (";
    for (String region : regions) {
      String name = "region" + values.size();
      values.put(name, region + "%");
      where.append(separator).append("n.region like :").append(name);
      separator = " or ";
    }
    return where.append(")").toString();
  }

  private List<Entry> withObjections(List<Notice> notices) {
    Map<String, List<Objection>> raised =
        objections.findByNoticeIdIn(notices.stream().map(Notice::id).toList()).stream()
            .collect(Collectors.groupingBy(Objection::noticeId));
    return notices.stream()
        .map(
            notice -> {
              List<Objection> to = raised.getOrDefault(notice.id(), List.of());
              long open = to.stream().filter(one -> one.state() == Objection.State.OPEN).count();
              return new Entry(notice, to.size(), (int) open);
            })
        .toList();
  }
}
