package cn.sunshine.trialrun;

import cn.sunshine.rules.Decision;
import cn.sunshine.rules.Parameter;
import cn.sunshine.rules.ScreenedHousehold;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a run was judged by, for its record: the parameter rows that the rules of both books read on
 * the day, and a hash over them, the versions and the day.
 */
record BookRecord(Map<String, List<Map<String, Object>>> parameters, String hash) {

  /** A household that any rule set can judge: which parameters are read does not depend on it. */
  private static final ScreenedHousehold ANY =
      new ScreenedHousehold(OptionalInt.of(1), OptionalLong.of(0), "000000", List.of(), List.of());

  static BookRecord of(Books books) {
    Map<String, List<Map<String, Object>>> parameters = new LinkedHashMap<>();
    parameters.put("before", rows(books, books.before()));
    parameters.put("after", rows(books, books.after()));
    String text =
        String.join(
            "\n",
            books.ruleSet(),
            books.asOf().toString(),
            books.before().rules().version(),
            books.after().rules().version(),
            parameters.toString());
    return new BookRecord(parameters, sha256(text));
  }

  private static List<Map<String, Object>> rows(Books books, Book book) {
    Decision decision = book.rules().evaluate(books.asOf(), ANY.facts(), book.parameters());
    return decision.parameters().stream().map(BookRecord::row).toList();
  }

  private static Map<String, Object> row(Parameter parameter) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", parameter.name());
    row.put("value", parameter.value());
    row.put("version", parameter.version());
    row.put("validFrom", parameter.validFrom().toString());
    row.put("source", parameter.source());
    return row;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
