package cn.sunshine.villageaid;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a table and its sums say.
 *
 * @param amount in yuan
 * @param shares who bears how much of it, in yuan, in order; empty where the document does not
 *     divide it
 * @param calculation how the amount comes about, a Chinese sentence
 * @param reasons of the table: which row, by which article and version
 */
public record Aid(
    BigDecimal amount, Map<String, BigDecimal> shares, String calculation, List<Reason> reasons) {

  /** One reason of the table. */
  public record Reason(String message, String actual, String limit, String rule, String version) {}
}
