package cn.sunshine.notice;

import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.inbox.Inbox;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes a notice down; reviews of other objections that are still open end with it. */
@Component
class CloseNotice implements JobHandler {

  private final Notices notices;
  private final Inbox inbox;

  CloseNotice(Notices notices, Inbox inbox) {
    this.notices = notices;
    this.inbox = inbox;
  }

  @Override
  public String jobType() {
    return "close-notice";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    String noticeId = job.text("noticeId").orElseThrow();
    Notice.State how = Notice.State.valueOf(job.header("noticeOutcome").toUpperCase(Locale.ROOT));
    notices.close(noticeId, how);
    inbox.cancelWith(job.caseId(), "noticeId", noticeId);
    return Map.of();
  }
}
