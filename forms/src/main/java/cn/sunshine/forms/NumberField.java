package cn.sunshine.forms;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A number.
 *
 * @param decimals how many digits may follow the point
 */
record NumberField(String label, boolean required, int decimals, BigDecimal least, BigDecimal most)
    implements Field {

  @Override
  public void checkGiven(JsonNode answer, Place place, Examination examination) {
    if (!answer.isNumber()) {
      examination.fault(place, "应填数字，不要带引号、单位或其他文字");
      return;
    }
    Optional<BigDecimal> exact = exactly(answer);
    if (exact.isEmpty()) {
      examination.fault(place, "数字太大，请核对");
      return;
    }
    BigDecimal number = exact.get();
    if (number.compareTo(least) < 0) {
      examination.fault(place, "不能小于 " + least.toPlainString() + "，请核对");
    } else if (number.compareTo(most) > 0) {
      examination.fault(place, "不能大于 " + most.toPlainString() + "，请核对");
    } else if (number.signum() != 0 && number.stripTrailingZeros().scale() > decimals) {
      examination.fault(place, decimals == 0 ? "应填整数，请去掉小数" : "最多 " + decimals + " 位小数，请四舍五入后填写");
    }
  }

  /** The number of a node; empty for what is none, infinity and NaN among it. */
  static Optional<BigDecimal> exactly(JsonNode answer) {
    boolean infinite =
        (answer.isDouble() || answer.isFloat()) && !Double.isFinite(answer.doubleValue());
    return answer.isNumber() && !infinite ? Optional.of(answer.decimalValue()) : Optional.empty();
  }

  @Override
  public JsonNode cleanGiven(JsonNode answer) {
    return answer;
  }
}
