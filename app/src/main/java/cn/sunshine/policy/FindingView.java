package cn.sunshine.policy;

import cn.sunshine.rules.Finding;
import java.util.function.UnaryOperator;

/**
 * A finding as people and other systems read it.
 *
 * @param policy the article, such as {@code NT-8}
 * @param message a Chinese sentence
 * @param actual what was found; a number or a text
 * @param limit what it was measured against; a number or a text
 */
public record FindingView(
    String rule, String version, String policy, String message, Object actual, Object limit) {

  /** With the sentence said in another way. */
  public FindingView said(UnaryOperator<String> way) {
    return new FindingView(rule, version, policy, way.apply(message), actual, limit);
  }

  public static FindingView of(Finding finding) {
    return new FindingView(
        finding.rule(),
        finding.version(),
        finding.policy(),
        finding.message(),
        finding.actual(),
        finding.limit());
  }
}
