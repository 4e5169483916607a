package cn.sunshine.complaint;

import cn.sunshine.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody files, checked.
 *
 * @param contact how to reach the person; empty when anonymous, and then nothing is kept
 */
record NewRequest(
    RequestKind kind, String region, String subject, String text, Optional<String> contact) {

  static final int LONGEST_SUBJECT = 100;
  static final int LONGEST_TEXT = 2000;
  static final int LONGEST_CONTACT = 200;

  /** Invisible characters deceive readers, and PostgreSQL cannot store U+0000. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\n\\r\\t\\u200D]]");

  /**
   * Checks what came over the web.
   *
   * @throws Refusal.Invalid naming every field that is wrong
   */
  static NewRequest of(String kind, String region, String subject, String text, String contact) {
    List<Refusal.FieldFault> faults = new ArrayList<>();
    Optional<RequestKind> what = RequestKind.ofCode(kind == null ? "" : kind.strip());
    if (what.isEmpty()) {
      faults.add(new Refusal.FieldFault("kind", "请选择投诉举报（complaint）或求助（help-request）"));
    }
    String where = region == null ? "" : region.strip();
    if (!where.matches("\\d{6}|\\d{9}|\\d{12}")) {
      faults.add(new Refusal.FieldFault("region", "请选择事情发生的县（市、区）、镇（街道）或村（居）"));
    }
    String about = text(faults, "subject", "主题", subject, LONGEST_SUBJECT).replaceAll("\\s+", " ");
    String words = text(faults, "text", "内容", text, LONGEST_TEXT);
    String reach = contact == null ? "" : contact.strip();
    if (reach.length() > LONGEST_CONTACT || INVISIBLE.matcher(reach).find()) {
      faults.add(new Refusal.FieldFault("contact", "联系方式不超过 " + LONGEST_CONTACT + " 字，不能有看不见的字符"));
    }
    if (!faults.isEmpty()) {
      throw new Refusal.Invalid(
          "有 " + faults.size() + " 处需要修改：" + faults.getFirst().message() + "。", faults);
    }
    return new NewRequest(
        what.orElseThrow(), where, about, words, Optional.of(reach).filter(r -> !r.isEmpty()));
  }

  private static String text(
      List<Refusal.FieldFault> faults, String field, String label, String given, int longest) {
    String text = given == null ? "" : given.strip();
    if (text.isEmpty()) {
      faults.add(new Refusal.FieldFault(field, "请填写" + label));
    } else {
      checkText(text, longest).ifPresent(fault -> faults.add(new Refusal.FieldFault(field, fault)));
    }
    return text;
  }

  private static Optional<String> checkText(String text, int longest) {
    if (text.length() > longest) {
      return Optional.of("不能超过 " + longest + " 字，现在是 " + text.length() + " 字");
    }
    return INVISIBLE.matcher(text).find() ? Optional.of("含有看不见的控制字符，请删去后重新填写") : Optional.empty();
  }

  /**
   * A text that the person adds later: an answer, an objection, a comment.
   *
   * @throws Refusal.Invalid when it is empty, too long or cannot be read
   */
  static String laterText(String field, String label, String given) {
    String text = given == null ? "" : given.strip();
    Optional<String> fault =
        text.isEmpty() ? Optional.of("请填写" + label) : checkText(text, LONGEST_TEXT);
    fault.ifPresent(
        what -> {
          throw new Refusal.Invalid(
              label + "：" + what + "。", List.of(new Refusal.FieldFault(field, what)));
        });
    return text;
  }
}
