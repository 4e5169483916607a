package cn.sunshine.trialrun;

import cn.sunshine.rules.AssetItem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A column that a sheet of households may have.
 *
 * @param explanation what to write in it, with its limits
 */
record SheetColumn(String title, boolean isRequired, String explanation) {

  static final String NUMBER = "编号";
  static final String REGION = "地区编码";
  static final String MEMBERS = "家庭人口";
  static final String INCOME = "家庭年收入";

  /** In the order of the template, the required ones first. */
  static List<SheetColumn> all() {
    return Stream.concat(
            Stream.of(
                new SheetColumn(
                    REGION,
                    true,
                    "县、镇或村的编码（6、9 或 12 位），须在本地范围内，见工作表“" + SheetTemplate.REGIONS + "”。"),
                new SheetColumn(MEMBERS, true, "含户主，1 到 100 的整数。空着表示不知道，规则会答“无法判断”。"),
                new SheetColumn(INCOME, true, "全家过去 12 个月的收入，单位元，最多两位小数，不写逗号和“元”。空着表示不知道。"),
                new SheetColumn(NUMBER, false, "您自己的编号，最多 40 个字，结果里用它认户。请不要写姓名和身份证号。")),
            Arrays.stream(AssetItem.values())
                .map(
                    item ->
                        new SheetColumn(
                            item.label(),
                            false,
                            "比对发现的数量（" + item.measure() + "），0 到 100 的整数。空着是 0。")))
        .toList();
  }

  static List<String> titles() {
    return all().stream().map(SheetColumn::title).toList();
  }
}
