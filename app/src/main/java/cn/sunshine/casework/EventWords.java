package cn.sunshine.casework;

import cn.sunshine.audit.AuditEntry;
import cn.sunshine.policy.OutcomeWords;
import cn.sunshine.shell.Tone;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entries of a case's history in words for people. */
final class EventWords {

  private EventWords() {}

  static String title(AuditEntry entry, Optional<String> step) {
    String name = step.orElse("");
    return switch (entry.action()) {
      case "apply" -> "提出申请";
      case "task-opened" -> name + "　待办理";
      case "term-due-soon" -> name + "　即将到期";
      case "term-overdue" -> name + "　已逾期";
      case "term-moved" -> name + "　期限调整";
      case "extension-asked" -> name + "　申请延期 " + detail(entry, "workingDays") + " 个工作日";
      case "extension-approved" -> name + "　批准延期 " + detail(entry, "workingDays") + " 个工作日";
      case "extension-refused" -> name + "　不批准延期";
      case "escalated" -> name + "　逾期督办";
      case "claim" -> name + "　签收";
      case "give-back" -> name + "　退回本组";
      case "approve" -> name + "　同意";
      case "reject" -> name + "　不同意";
      case "return" -> name + "　退回";
      case "rules-evaluated" -> "规则判断：" + OutcomeWords.of(detail(entry, "outcome"));
      case "notice-opened" -> "公示开始";
      case "notice-closed" -> "公示结束";
      case "objection" -> "收到异议";
      case "assets-compared" -> "信息比对";
      case "doubts-raised" -> "比对结果";
      case "registered" -> "登记入册";
      case "signing-chosen" -> "农户签字方式";
      case "household-exited" -> "名册登记退出";
      case "returned-to-poverty" -> "返贫户";
      case "household-adjusted" -> "名册已调整";
      case "exit-started" -> "转入退出流程";
      case "review-needless" -> "复核自动结束";
      case "keep" -> name + "　保留";
      case "adjust" -> name + "　调整";
      case "exit" -> name + "　退出";
      case "withdraw" -> "申请人撤回";
      case "experts-drawn" -> "抽取专家";
      case "scores-tallied" -> "专家评分汇总";
      case "project-stage" -> "项目阶段";
      case "tender-published" -> "发布招标公告";
      case "tender-closed" -> "截标";
      case "tender-failed" -> "投标不足，流标";
      case "bid-received" -> "收到一份密封投标";
      case "bids-opened" -> "开标";
      case "change" -> name + "　申请变更";
      case "risk" -> name + "　报告风险";
      case "rectify" -> name + "　要求整改";
      case "policy-released" -> "新版本生效";
      case "case-migrated" -> "改用新版流程";
      case "merge" -> name + "　并入其他案件";
      case "investigate" -> name + "　需要调查";
      case "ask" -> name + "　请群众补充情况";
      case "transfer" -> name + "　不属本部门职责";
      case "clue" -> name + "　移送纪检监察";
      case "extend" -> name + "　申请延期";
      case "redo" -> name + "　退回重新调查";
      case "request-sorted" -> "自动分类";
      case "clock-resumed" -> "继续计时";
      case "information-given" -> "群众补充情况";
      case "request-objection" -> "群众提出异议";
      case "request-rated" -> "群众评价";
      case "result-told" -> "结果已告知群众";
      case "closed" -> "案件办结：" + resultOf(detail(entry, "outcome"));
      case "demo" -> "演示数据";
      case "urge" -> name + "　催办";
      case "attachment-added" -> "上传附件";
      case "attachment-removed" -> "删除附件";
      default -> name.isEmpty() ? entry.action() : name + "　" + entry.action();
    };
  }

  static Tone tone(AuditEntry entry) {
    return switch (entry.action()) {
      case "approve", "registered", "keep", "adjust", "exit", "household-exited" -> Tone.GOOD;
      case "reject", "term-overdue", "escalated" -> Tone.BAD;
      case "return", "objection", "urge", "term-due-soon" -> Tone.WARNING;
      case "withdraw" -> Tone.STOPPED;
      case "rules-evaluated" -> OutcomeBadge.toneOf(detail(entry, "outcome"));
      case "closed" ->
          List.of("ADMITTED", "ANSWERED").contains(detail(entry, "outcome"))
              ? Tone.GOOD
              : Tone.STOPPED;
      default -> Tone.PLAIN;
    };
  }

  static String actor(AuditEntry entry, Map<String, String> names) {
    return switch (entry.actor()) {
      case "system" -> "系统";
      case "public" -> "群众";
      default -> names.getOrDefault(entry.actor(), entry.actor());
    };
  }

  static String resultOf(String outcome) {
    return switch (outcome) {
      case "ADMITTED" -> "已纳入";
      case "REFUSED" -> "未通过";
      case "EXITED" -> "已退出";
      case "KEPT" -> "保留在册";
      case "ADJUSTED" -> "已调整";
      case "EXIT" -> "转入退出";
      case "FINISHED" -> "已完成";
      case "WITHDRAWN" -> "已撤回";
      case "COMPLETED" -> "已完成";
      case "ANSWERED" -> "已答复";
      case "MERGED" -> "已并案";
      case "NOT_ACCEPTED" -> "不予受理";
      default -> outcome;
    };
  }

  private static String detail(AuditEntry entry, String name) {
    return entry.detail().path(name).asString("");
  }
}
