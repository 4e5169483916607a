package cn.sunshine;

import cn.sunshine.forms.IdNumber;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Applications for admission of invented households; no two of them share a person. */
public final class Applications {

  private static final AtomicInteger PEOPLE = new AtomicInteger();

  private Applications() {}

  /** A complete application of three people within the income line. */
  public static Map<String, Object> withinTheLine() {
    return of(20_000);
  }

  /** Three people with this yearly income of the household, in yuan. */
  public static Map<String, Object> of(int yearlyIncome) {
    Map<String, Object> application = new LinkedHashMap<>();
    application.put(
        "head", Map.of("name", "张建国", "idNumber", nextNumber(), "phone", "13800000000"));
    application.put(
        "members",
        List.of(
            Map.of("name", "吴桂芳", "idNumber", nextNumber(), "relation", "配偶"),
            Map.of("name", "张晓东", "idNumber", nextNumber(), "relation", "子")));
    application.put("yearlyIncome", yearlyIncome);
    application.put("causes", List.of("illness", "schooling"));
    application.put("address", "草庙村三组 12 号");
    application.put("note", "");
    return application;
  }

  /** The head's ID number in an application. */
  public static String headOf(Map<String, Object> application) {
    return ((Map<?, ?>) application.get("head")).get("idNumber").toString();
  }

  /** An ID number that no other application of this JVM has. */
  public static String nextNumber() {
    return idNumber(PEOPLE.incrementAndGet()).value();
  }

  static IdNumber idNumber(int sequence) {
    return IdNumber.invent(
        "320612", LocalDate.of(1950, 1, 1).plusDays(sequence / 900), 1 + sequence % 900);
  }
}
