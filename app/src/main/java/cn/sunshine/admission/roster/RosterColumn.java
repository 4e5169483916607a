package cn.sunshine.admission.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of the sheet, in the order of the template. */
enum RosterColumn {
  HOUSEHOLD(
      "户序号", Need.REQUIRED, 8, "同一户的各行填同一个序号，例如 1、2、3，并且连在一起。成员行可以留空，表示与上一行同户。", "序号", "户编号", "户号"),
  VILLAGE(
      "村（居）",
      Need.REQUIRED,
      20,
      "填在户主那一行：村（居）的名称或 12 位编码，见“村（居）名单”。成员行可以留空。",
      "村",
      "村居",
      "行政村",
      "村（社区）"),
  NAME("姓名", Need.REQUIRED, 12, "与身份证一致。每人一行，户主和家庭成员都要填。"),
  ID_NUMBER(
      "身份证号码",
      Need.REQUIRED,
      24,
      "18 位，最后一位可能是 X。本列已设为文本格式；如果从别处粘贴，请选“只粘贴文本”，否则 Excel 会把后几位变成 0。",
      "身份证号",
      "身份证",
      "公民身份号码"),
  RELATION("与户主关系", Need.REQUIRED, 12, "户主本人填“户主”，每户只有一个；其他人填配偶、子、女、父、母、孙子等。", "关系", "与户主的关系"),
  PHONE("联系电话", Need.OPTIONAL, 16, "填在户主那一行，可以不填。手机 11 位，座机带区号，例如 0513-12345678。", "电话", "手机号码"),
  INCOME(
      "家庭年收入（元）",
      Need.REQUIRED,
      16,
      "填在户主那一行：全家近十二个月的总收入，单位元，不是人均；没有收入填 0。",
      "家庭年收入",
      "年收入（元）",
      "年收入"),
  CAUSES("致贫原因", Need.OPTIONAL, 18, "填在户主那一行，可以填几个，用顿号隔开：因病、因残、因灾、因学、失地、失业、其他。说不清可以不填。"),
  ADDRESS("家庭住址", Need.OPTIONAL, 30, "填在户主那一行，不超过 100 字。", "住址", "地址"),
  NOTE("备注", Need.OPTIONAL, 30, "填在户主那一行，其他需要说明的情况，不超过 500 字。", "其他情况说明", "说明");

  /** What the error sheet adds; it may stay when the corrected sheet is uploaded again. */
  static final String FAULTS = "错误说明";

  private enum Need {
    REQUIRED,
    OPTIONAL
  }

  private final String title;
  private final Need need;
  private final int width;
  private final String explanation;
  private final List<String> otherTitles;

  RosterColumn(String title, Need need, int width, String explanation, String... otherTitles) {
    this.title = title;
    this.need = need;
    this.width = width;
    this.explanation = explanation;
    this.otherTitles = List.of(otherTitles);
  }

  String title() {
    return title;
  }

  /** Whether a sheet without this column is refused. */
  boolean isRequired() {
    return need == Need.REQUIRED;
  }

  /** In characters, as Excel counts. */
  int width() {
    return width;
  }

  String explanation() {
    return explanation;
  }

  /** The column that a title means, whatever brackets, blanks or marks of required it has. */
  static Optional<RosterColumn> ofTitle(String title) {
    String wanted = plain(title);
    return Arrays.stream(values())
        .filter(
            column ->
                Stream.concat(Stream.of(column.title), column.otherTitles.stream())
                    .anyMatch(known -> plain(known).equals(wanted)))
        .findFirst();
  }

  static String plain(String title) {
    return title.replaceAll("[\\s\\u00a0\\u3000*＊（）()：:]|必填", "").toLowerCase(Locale.ROOT);
  }
}
