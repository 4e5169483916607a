package cn.sunshine.notice;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.policy.Packs;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Hangs a notice on the board of the village, township or county, for as many days as the pack
 * says.
 */
@Component
class PublishNotice implements JobHandler {

  private final Notices notices;
  private final Cases cases;
  private final Packs packs;
  private final Clock clock;
  private final Map<String, NoticeWriter> writers;

  PublishNotice(
      Notices notices, Cases cases, Packs packs, Clock clock, List<NoticeWriter> writers) {
    this.notices = notices;
    this.cases = cases;
    this.packs = packs;
    this.clock = clock;
    Map<String, NoticeWriter> byProcess = new HashMap<>();
    writers.forEach(
        writer -> writer.processes().forEach(process -> byProcess.put(process, writer)));
    this.writers = Map.copyOf(byProcess);
  }

  @Override
  public String jobType() {
    return "publish-notice";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    CaseFile file = cases.require(job.caseId());
    Notice.Kind kind =
        Notice.Kind.valueOf(job.text("noticeKind").orElseThrow().toUpperCase(Locale.ROOT));
    int days =
        packs
            .forCase(
                file.pack(),
                "notice.days." + kind.name().toLowerCase(Locale.ROOT),
                file.startedAt())
            .number();
    Notice notice =
        notices.publish(
            job.key(),
            job.caseId(),
            kind,
            file.region().substring(0, kind.level().codeLength()),
            writers.get(file.process()).contentFor(job.caseId()),
            days);
    String until =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(notice.until().atZone(clock.getZone()));
    return Map.of("noticeId", notice.id(), "noticeUntil", until);
  }
}
