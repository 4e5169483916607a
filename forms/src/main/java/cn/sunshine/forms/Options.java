package cn.sunshine.forms;

import java.util.Map;
import java.util.stream.Collectors;

/** The values one can choose from, each with its label, in the order of the form. */
record Options(Map<String, String> labels) {

  private static final int MOST_SHOWN = 20;

  boolean have(String value) {
    return labels.containsKey(value);
  }

  int count() {
    return labels.size();
  }

  String sentence() {
    String choices =
        labels.entrySet().stream()
            .limit(MOST_SHOWN)
            .map(option -> option.getValue() + "（" + option.getKey() + "）")
            .collect(Collectors.joining("、"));
    return "请从这些选项中选择：" + choices + (labels.size() > MOST_SHOWN ? " 等" : "");
  }
}
