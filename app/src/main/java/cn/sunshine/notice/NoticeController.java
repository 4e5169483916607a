package cn.sunshine.notice;

import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Regions;
import com.fasterxml.jackson.annotation.JsonAlias;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Open to anyone, without log-in. */
@RestController
@RequestMapping("/api/v1/notices")
class NoticeController {

  private static final int LARGEST_PAGE = 200;

  private final Notices notices;
  private final Regions regions;
  private final Clock clock;

  NoticeController(Notices notices, Regions regions, Clock clock) {
    this.notices = notices;
    this.regions = regions;
    this.clock = clock;
  }

  record NoticeItem(
      String id,
      String caseId,
      Notice.Kind kind,
      String region,
      String regionName,
      String title,
      String name,
      String summary,
      int days,
      OffsetDateTime publishedAt,
      OffsetDateTime until) {}

  record NoticePage(List<NoticeItem> items, long total) {}

  record NewObjection(
      @JsonAlias({"reason", "content", "comment", "objection"}) String text, String contact) {}

  record ObjectionReceipt(String id, String noticeId, Objection.State state, OffsetDateTime at) {}

  @GetMapping
  NoticePage running(
      @RequestParam(defaultValue = "") String region,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    if (page < 0 || size < 1 || size > LARGEST_PAGE) {
      throw new Refusal.Invalid("page 从 0 开始，size 在 1 到 " + LARGEST_PAGE + " 之间。");
    }
    if (!region.isEmpty()) {
      regions.require(region);
    }
    Page<Notice> found = notices.running(region, page, size);
    return new NoticePage(found.map(this::item).getContent(), found.getTotalElements());
  }

  @GetMapping("/{id}")
  NoticeItem show(@PathVariable String id) {
    return item(notices.find(id));
  }

  @PostMapping("/{id}/objections")
  ResponseEntity<ObjectionReceipt> object(
      @PathVariable String id, @RequestBody NewObjection objection) {
    Objection raised = notices.object(id, objection.text(), objection.contact());
    return ResponseEntity.created(URI.create("/api/v1/notices/" + id))
        .body(new ObjectionReceipt(raised.id(), id, raised.state(), at(raised.raisedAt())));
  }

  private NoticeItem item(Notice notice) {
    return new NoticeItem(
        notice.id(),
        notice.caseId(),
        notice.kind(),
        notice.region(),
        regions.fullName(notice.region()),
        notice.title(),
        notice.maskedName(),
        notice.summary(),
        notice.days(),
        at(notice.publishedAt()),
        at(notice.until()));
  }

  private OffsetDateTime at(Instant instant) {
    return instant.atZone(clock.getZone()).toOffsetDateTime();
  }
}
