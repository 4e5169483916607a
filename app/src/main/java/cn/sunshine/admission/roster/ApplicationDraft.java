package cn.sunshine.admission.roster;

import cn.sunshine.household.Cause;
import cn.sunshine.region.Region;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rows of a household as an application for admission, as far as they make one, and where in
 * the sheet each of its fields comes from.
 */
final class ApplicationDraft {

  /** What belongs to the household and stands in the row of its head. */
  private static final List<RosterColumn> OF_THE_HOUSEHOLD =
      List.of(
          RosterColumn.PHONE,
          RosterColumn.INCOME,
          RosterColumn.CAUSES,
          RosterColumn.ADDRESS,
          RosterColumn.NOTE);

  private static final Pattern MEMBER_FIELD = Pattern.compile("members\\[([0-9]+)]\\.(\\w+)");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,10})?");
  private static final Pattern BETWEEN_CAUSES = Pattern.compile("[、,，;；/|\\s]+");

  private static final Map<String, RosterColumn> FIELDS =
      Map.of(
          "name", RosterColumn.NAME,
          "idNumber", RosterColumn.ID_NUMBER,
          "relation", RosterColumn.RELATION,
          "phone", RosterColumn.PHONE,
          "yearlyIncome", RosterColumn.INCOME,
          "causes", RosterColumn.CAUSES,
          "address", RosterColumn.ADDRESS,
          "note", RosterColumn.NOTE);

  private final RosterRow head;
  private final List<RosterRow> members;
  private final List<CellFault> faults;
  private final Map<String, Object> data = new LinkedHashMap<>();
  private Optional<Region> village = Optional.empty();

  private ApplicationDraft(RosterHousehold household) {
    List<RosterRow> heads = household.rows().stream().filter(RosterRow::isOfHead).toList();
    this.head = heads.isEmpty() ? household.rows().getFirst() : heads.getFirst();
    this.members = household.rows().stream().filter(row -> row.line() != head.line()).toList();
    this.faults = new ArrayList<>(household.faults());
    if (heads.isEmpty()) {
      fault(head, RosterColumn.RELATION, "这一户没有户主：请在户主那一行填“户主”，并把同一户的各行连在一起。");
    }
    heads.stream()
        .skip(1)
        .forEach(second -> fault(second, RosterColumn.RELATION, "一户只能有一个户主。如果是两户，请用不同的户序号。"));
  }

  static ApplicationDraft of(RosterHousehold household, Villages villages) {
    ApplicationDraft draft = new ApplicationDraft(household);
    draft.readVillage(villages);
    draft.readHousehold();
    draft.readMembers();
    return draft;
  }

  /** Empty when the sheet does not name one; then there is a fault. */
  Optional<Region> village() {
    return village;
  }

  /** The answers to the application form; what could not be read is missing. */
  Map<String, Object> data() {
    return data;
  }

  List<CellFault> faults() {
    return List.copyOf(faults);
  }

  /**
   * Where in the sheet the fault of a field is.
   *
   * @param path of the application, such as {@code members[0].idNumber}
   */
  CellFault faultAt(String path, String message) {
    Matcher ofMember = MEMBER_FIELD.matcher(path);
    if (ofMember.matches() && Integer.parseInt(ofMember.group(1)) < members.size()) {
      return cell(
          members.get(Integer.parseInt(ofMember.group(1))), FIELDS.get(ofMember.group(2)), message);
    }
    String field = path.startsWith("head.") ? path.substring("head.".length()) : path;
    return cell(head, FIELDS.get(field.replaceFirst("\\[[0-9]+]$", "")), message);
  }

  private static CellFault cell(RosterRow row, RosterColumn column, String message) {
    return column == null
        ? new CellFault(row.line(), "", message)
        : CellFault.at(row.line(), column, message);
  }

  private void readVillage(Villages villages) {
    if (head.value(RosterColumn.HOUSEHOLD).isEmpty()) {
      fault(head, RosterColumn.HOUSEHOLD, "请填写户序号：同一户的各行填同一个，不同的户填不同的。");
    }
    if (!isFaulty(head, RosterColumn.VILLAGE)) {
      Villages.Match match = villages.find(head.value(RosterColumn.VILLAGE));
      village = match.village();
      if (village.isEmpty()) {
        fault(head, RosterColumn.VILLAGE, match.problem());
      }
    }
  }

  private void readHousehold() {
    Map<String, Object> person = person(head);
    putText(person, "phone", head.value(RosterColumn.PHONE));
    data.put("head", person);
    readIncome();
    readCauses();
    putText(data, "address", head.value(RosterColumn.ADDRESS));
    putText(data, "note", head.value(RosterColumn.NOTE));
  }

  private void readMembers() {
    List<Map<String, Object>> persons = new ArrayList<>();
    for (RosterRow member : members) {
      Map<String, Object> person = person(member);
      putText(person, "relation", member.value(RosterColumn.RELATION));
      persons.add(person);
      requireSame(member, RosterColumn.VILLAGE, "同一户的村（居）不一样。成员行可以留空；如果是两户，请用不同的户序号。");
      for (RosterColumn column : OF_THE_HOUSEHOLD) {
        requireSame(member, column, "“" + column.title() + "”按户填，只填在户主那一行，这里请留空。");
      }
    }
    data.put("members", persons);
  }

  /** Who fills a column down repeats the head's value; anything else would be lost. */
  private void requireSame(RosterRow member, RosterColumn column, String message) {
    String value = member.value(column);
    if (!value.isEmpty() && !value.equals(head.value(column))) {
      fault(member, column, message);
    }
  }

  private static Map<String, Object> person(RosterRow row) {
    Map<String, Object> person = new LinkedHashMap<>();
    putText(person, "name", row.value(RosterColumn.NAME));
    putText(person, "idNumber", row.value(RosterColumn.ID_NUMBER));
    return person;
  }

  private static void putText(Map<String, Object> to, String field, String text) {
    if (!text.isEmpty()) {
      to.put(field, text);
    }
  }

  private void readIncome() {
    String text = head.value(RosterColumn.INCOME).replaceAll("[,，\\s￥¥]|元$", "");
    if (NUMBER.matcher(text).matches()) {
      data.put("yearlyIncome", new BigDecimal(text));
    } else if (!text.isEmpty()) {
      fault(head, RosterColumn.INCOME, "应填数字，单位是元，例如 12000；不要写“万元”等文字。");
    }
  }

  private void readCauses() {
    List<String> codes = new ArrayList<>();
    for (String word : BETWEEN_CAUSES.split(head.value(RosterColumn.CAUSES))) {
      Optional<Cause> cause =
          Arrays.stream(Cause.values())
              .filter(known -> known.chinese().equals(word) || known.code().equals(word))
              .findFirst();
      cause.ifPresent(known -> codes.add(known.code()));
      if (cause.isEmpty() && !word.isEmpty()) {
        fault(
            head,
            RosterColumn.CAUSES,
            "只能填"
                + Arrays.stream(Cause.values()).map(Cause::chinese).collect(Collectors.joining("、"))
                + "，几个原因用顿号隔开。");
        return;
      }
    }
    data.put("causes", codes.stream().distinct().toList());
  }

  private boolean isFaulty(RosterRow row, RosterColumn column) {
    return faults.stream()
        .anyMatch(fault -> fault.line() == row.line() && fault.column().equals(column.title()));
  }

  private void fault(RosterRow row, RosterColumn column, String message) {
    faults.add(CellFault.at(row.line(), column, message));
  }
}
