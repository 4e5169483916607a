package cn.sunshine.rules;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads values from untrusted facts and collects what is wrong with them. An absent field and a
 * JSON null are the same: empty. Keys that nobody asks for are ignored. Values that were sent are
 * never repeated in a message, as they may be personal data.
 */
final class FactReader {
  private static final int MOST_ERRORS = 20;
  private static final int MOST_DECIMALS = 10;
  private static final int MOST_BITS = 256;
  private static final Pattern REGION = Pattern.compile("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}");

  private final List<FactError> errors = new ArrayList<>();

  /** Ends the reading. */
  void throwIfInvalid() {
    if (!errors.isEmpty()) {
      throw new InvalidFacts(errors);
    }
  }

  void error(String path, String message) {
    if (errors.size() < MOST_ERRORS) {
      errors.add(new FactError(path, message));
    }
  }

  /** A whole number within the bounds. */
  Optional<Integer> wholeNumber(Map<?, ?> map, String key, String path, int least, int most) {
    return decimal(map, key, path, BigDecimal.valueOf(least), BigDecimal.valueOf(most))
        .flatMap(
            number -> {
              if (number.stripTrailingZeros().scale() > 0) {
                error(path, "应为整数");
                return Optional.empty();
              }
              return Optional.of(number.intValueExact());
            });
  }

  /** An exact decimal within the bounds. */
  Optional<BigDecimal> decimal(
      Map<?, ?> map, String key, String path, BigDecimal least, BigDecimal most) {
    Object value = map.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof Number number) || exact(number).isEmpty()) {
      error(path, "应为数字");
      return Optional.empty();
    }
    BigDecimal exact = exact(number).orElseThrow();
    if (isBeyondReason(exact) || exact.compareTo(least) < 0 || exact.compareTo(most) > 0) {
      error(path, "应在 %s 到 %s 之间".formatted(least.toPlainString(), most.toPlainString()));
      return Optional.empty();
    }
    if (exact.stripTrailingZeros().scale() > MOST_DECIMALS) {
      error(path, "小数最多 %d 位".formatted(MOST_DECIMALS));
      return Optional.empty();
    }
    return Optional.of(exact);
  }

  /** A text of bounded length. */
  Optional<String> text(Map<?, ?> map, String key, String path, int longest) {
    Object value = map.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof String text)) {
      error(path, "应为文字");
      return Optional.empty();
    }
    if (text.length() > longest) {
      error(path, "最多 %d 个字".formatted(longest));
      return Optional.empty();
    }
    return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
  }

  /** A region code of any level. */
  Optional<String> region(Map<?, ?> map, String key, String path) {
    return text(map, key, path, 12)
        .flatMap(
            code -> {
              if (!REGION.matcher(code).matches()) {
                error(path, "应为2、4、6、9或12位地区代码");
                return Optional.empty();
              }
              return Optional.of(code);
            });
  }

  Optional<Boolean> truth(Map<?, ?> map, String key, String path) {
    Object value = map.get(key);
    if (value != null && !(value instanceof Boolean)) {
      error(path, "应为 true 或 false");
    }
    return value instanceof Boolean truth ? Optional.of(truth) : Optional.empty();
  }

  /** A list of objects of bounded size; what is not an object becomes an error and is left out. */
  Optional<List<Map<?, ?>>> objects(Map<?, ?> map, String key, int most) {
    Object value = map.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof List<?> list)) {
      error(key, "应为列表");
      return Optional.empty();
    }
    if (list.size() > most) {
      error(key, "最多 %d 条".formatted(most));
      return Optional.empty();
    }
    List<Map<?, ?>> objects = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof Map<?, ?> object) {
        objects.add(object);
      } else {
        error("%s[%d]".formatted(key, i), "应为对象");
        objects.add(Map.of());
      }
    }
    return Optional.of(objects);
  }

  private static Optional<BigDecimal> exact(Number number) {
    return switch (number) {
      case BigDecimal decimal -> Optional.of(decimal);
      case BigInteger integer -> Optional.of(new BigDecimal(integer));
      case Integer integer -> Optional.of(BigDecimal.valueOf(integer));
      case Long integer -> Optional.of(BigDecimal.valueOf(integer));
      case Short integer -> Optional.of(BigDecimal.valueOf(integer));
      case Double d -> Double.isFinite(d) ? Optional.of(BigDecimal.valueOf(d)) : Optional.empty();
      case Float f ->
          Float.isFinite(f) ? Optional.of(new BigDecimal(f.toString())) : Optional.empty();
      default -> Optional.empty();
    };
  }

  // 1E+1000000000 is a short JSON number and an endless decimal: look at its size before
  // calculating with it.
  private static boolean isBeyondReason(BigDecimal number) {
    return number.unscaledValue().bitLength() > MOST_BITS
        || Math.abs((long) number.scale()) > MOST_BITS;
  }
}
