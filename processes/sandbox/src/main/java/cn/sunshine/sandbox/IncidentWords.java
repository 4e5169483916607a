package cn.sunshine.sandbox;

import io.camunda.zeebe.protocol.record.value.ErrorType;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in Chinese what the engine says in English when it cannot go on. */
final class IncidentWords {

  private static final Pattern UNKNOWN = Pattern.compile("No variable found with name '([^']*)'");
  private static final Pattern NO_PROPERTY =
      Pattern.compile("No (?:property|context entry) found with (?:name|key) '([^']*)'");
  private static final Pattern EXPRESSION = Pattern.compile("expression '([^']*)'");
  private static final int LONGEST = 160;

  private static final Map<ErrorType, String> KINDS =
      Map.of(
          ErrorType.CONDITION_ERROR, "条件算不出“是”或“否”",
          ErrorType.IO_MAPPING_ERROR, "输入或输出变量算不出来",
          ErrorType.EXTRACT_VALUE_ERROR, "表达式算不出所需的值",
          ErrorType.CALLED_ELEMENT_ERROR, "找不到要调用的流程",
          ErrorType.UNHANDLED_ERROR_EVENT, "抛出的错误没有任何边界事件接住",
          ErrorType.MESSAGE_SIZE_EXCEEDED, "变量太大");

  private IncidentWords() {}

  static String of(ErrorType type, String message) {
    // A condition that comes out as nothing is called a value that cannot be extracted.
    ErrorType kind = message.contains("to be 'BOOLEAN'") ? ErrorType.CONDITION_ERROR : type;
    StringBuilder words = new StringBuilder(KINDS.getOrDefault(kind, "流程引擎走不下去"));
    Matcher expression = EXPRESSION.matcher(message);
    if (expression.find()) {
      words.append("：=").append(shortened(expression.group(1)));
    }
    String unknown =
        UNKNOWN
            .matcher(message)
            .results()
            .map(found -> "“" + found.group(1) + "”")
            .distinct()
            .collect(Collectors.joining());
    String missing =
        NO_PROPERTY
            .matcher(message)
            .results()
            .map(found -> "“" + found.group(1) + "”")
            .distinct()
            .collect(Collectors.joining());
    if (!unknown.isEmpty()) {
      words.append("。没有变量").append(unknown).append("，前面没有环节给出它");
    } else if (!missing.isEmpty()) {
      words.append("。变量里没有").append(missing).append("这一项");
    } else if (expression.reset().find()) {
      words.append("。变量的值或种类不是表达式所要的");
    } else {
      words.append("：").append(shortened(message));
    }
    return words.append("。").toString();
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "……" : text;
  }
}
