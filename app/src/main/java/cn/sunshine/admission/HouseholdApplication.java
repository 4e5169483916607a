package cn.sunshine.admission;

import cn.sunshine.forms.IdNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An application for admission, as the form gives it and the case keeps it.
 *
 * @param members the household without its head
 * @param yearlyIncome of the household, in yuan, over the last twelve months
 * @param causes codes of the causes of poverty (JY-16)
 */
record HouseholdApplication(
    Person head,
    String phone,
    List<Person> members,
    BigDecimal yearlyIncome,
    List<String> causes,
    String address,
    String note) {

  /** One person. The relation is to the head, and empty for the head. */
  record Person(String name, IdNumber idNumber, String relation) {}

  /** Reads data that the application form has accepted. */
  @SuppressWarnings("unchecked")
  static HouseholdApplication of(Map<String, Object> data) {
    Map<String, Object> head = (Map<String, Object>) data.get("head");
    List<Map<String, Object>> members =
        (List<Map<String, Object>>) data.getOrDefault("members", List.of());
    return new HouseholdApplication(
        person(head),
        text(head, "phone"),
        members.stream().map(HouseholdApplication::person).toList(),
        new BigDecimal(data.get("yearlyIncome").toString()),
        ((List<Object>) data.getOrDefault("causes", List.of()))
            .stream().map(Object::toString).toList(),
        text(data, "address"),
        text(data, "note"));
  }

  /** Head first. */
  List<Person> persons() {
    return Stream.concat(Stream.of(head), members.stream()).toList();
  }

  List<IdNumber> idNumbers() {
    return persons().stream().map(Person::idNumber).toList();
  }

  /** How many people live on the income, the head included. */
  int size() {
    return 1 + members.size();
  }

  String subject() {
    return head.name() + "户 申请纳入";
  }

  String searchText() {
    return String.join(
        " ",
        persons().stream()
            .flatMap(person -> Stream.of(person.name(), person.idNumber().value()))
            .toList());
  }

  /** The name as the public may read it: the family name and the last character. */
  static String maskedName(String name) {
    int[] characters = name.codePoints().toArray();
    if (characters.length <= 1) {
      return "*";
    }
    String first = Character.toString(characters[0]);
    return characters.length == 2
        ? first + "*"
        : first
            + "*".repeat(characters.length - 2)
            + Character.toString(characters[characters.length - 1]);
  }

  /** The data of a case with ID numbers and phone masked. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> masked(Map<String, Object> data) {
    Map<String, Object> masked = new LinkedHashMap<>(data);
    if (data.get("head") instanceof Map<?, ?> head) {
      masked.put("head", maskedPerson((Map<String, Object>) head));
    }
    if (data.get("members") instanceof List<?> members) {
      List<Object> all = new ArrayList<>();
      members.forEach(member -> all.add(maskedPerson((Map<String, Object>) member)));
      masked.put("members", all);
    }
    return masked;
  }

  private static Map<String, Object> maskedPerson(Map<String, Object> person) {
    Map<String, Object> masked = new LinkedHashMap<>(person);
    masked.computeIfPresent("idNumber", (key, number) -> new IdNumber((String) number).masked());
    masked.computeIfPresent("phone", (key, phone) -> maskedPhone((String) phone));
    return masked;
  }

  private static String maskedPhone(String phone) {
    return phone.length() < 7
        ? "*".repeat(phone.length())
        : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
  }

  private static Person person(Map<String, Object> data) {
    return new Person(
        text(data, "name"), new IdNumber(text(data, "idNumber")), text(data, "relation"));
  }

  private static String text(Map<String, Object> data, String key) {
    Object value = data.get(key);
    return value == null ? "" : value.toString();
  }
}
