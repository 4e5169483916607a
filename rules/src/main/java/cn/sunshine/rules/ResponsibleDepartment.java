package cn.sunshine.rules;

import java.util.Arrays;
import java.util.Optional;

/** The departments that complaints and requests for help are handed to (NT-22, NT-24). */
public enum ResponsibleDepartment {
  RELIEF("relief", "扶贫办"),
  CIVIL_AFFAIRS("civil-affairs", "民政局"),
  FINANCE("finance", "财政局"),
  AGRICULTURE("agriculture", "农业农村局"),
  HOUSING("housing", "住房和城乡建设局"),
  EDUCATION("education", "教育局"),
  HEALTH("health", "卫生健康委"),
  MEDICAL_INSURANCE("medical-insurance", "医疗保障局"),
  HUMAN_RESOURCES("human-resources", "人力资源和社会保障局"),
  WATER("water", "水利局"),
  TRANSPORT("transport", "交通运输局"),
  DISABLED("disabled", "残疾人联合会"),
  NATURAL_RESOURCES("natural-resources", "自然资源局"),
  EMERGENCY("emergency", "应急管理局"),
  /** Only by way of a serious clue, never by hand-over (NT-27). */
  DISCIPLINE("discipline", "纪委监委");

  private final String code;
  private final String chinese;

  ResponsibleDepartment(String code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  /** As decision tables, forms and the REST interface write it. */
  public String code() {
    return code;
  }

  /** As officials say it. */
  public String chinese() {
    return chinese;
  }

  /** The department with this code. */
  public static Optional<ResponsibleDepartment> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
