package cn.sunshine.forms;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one component that asks a question. */
final class FieldParser {

  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_TEXT = 2000;
  private static final int MOST_LETTERS = 10_000;
  private static final int MOST_DECIMALS = 10;

  /**
   * Where a form sets no bound: beyond any amount of money here, and exact in a double with two
   * decimals.
   */
  private static final BigDecimal LARGEST_NUMBER = new BigDecimal("1000000000000");

  private FieldParser() {}

  static Field field(Component component) {
    String label = component.label();
    boolean required = component.isRequired();
    return switch (component.type()) {
      case "textfield" -> text(component, TextField.Lines.ONE, LONGEST_LINE);
      case "textarea" -> text(component, TextField.Lines.SEVERAL, LONGEST_TEXT);
      case "number" ->
          new NumberField(
              label,
              required,
              component.whole("decimalDigits", Integer.MAX_VALUE, MOST_DECIMALS),
              component.number("min").orElse(LARGEST_NUMBER.negate()),
              component.number("max").orElse(LARGEST_NUMBER));
      case "checkbox" -> new Tick(label, required);
      case "radio", "select" -> new OneOf(label, required, component.options(), stored(component));
      case "checklist", "taglist" -> new SomeOf(label, required, component.options());
      case "datetime" -> new Moment(label, required, kind(component), latest(component));
      default -> throw component.refuse("组件类型“" + component.type() + "”不受支持");
    };
  }

  private static TextField text(Component component, TextField.Lines lines, int longest) {
    return new TextField(
        component.label(),
        component.isRequired(),
        lines,
        component.whole("minLength", 0, MOST_LETTERS),
        component.whole("maxLength", longest, MOST_LETTERS),
        pattern(component),
        Optional.of(component.text("patternErrorMessage"))
            .filter(text -> !text.isEmpty())
            .orElse("格式不对，请核对"),
        TextFormat.of(component.text("format"))
            .orElseThrow(() -> component.refuse("格式“format”不受支持")));
  }

  private static Optional<Pattern> pattern(Component component) {
    String text = component.text("pattern");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        TextPattern.of(text)
            .orElseThrow(
                () ->
                    component.refuse("pattern 不是这里能用的正则表达式：不超过 200 字，重复的部分里不能再有重复或选择，不能用断言和反向引用")));
  }

  private static OneOf.Stored stored(Component component) {
    return switch (component.text("valueType")) {
      case "" -> OneOf.Stored.TEXT;
      case "boolean" -> {
        if (!component.options().labels().keySet().equals(Set.of("true", "false"))) {
          throw component.refuse("是或否的问题只能有 true 和 false 两个选项");
        }
        yield OneOf.Stored.YES_OR_NO;
      }
      default -> throw component.refuse("“valueType”只能是 boolean");
    };
  }

  private static Moment.Kind kind(Component component) {
    boolean local = component.text("timeSerializingFormat").equals("no_timezone");
    return switch (component.text("subtype")) {
      case "", "date" -> Moment.Kind.DATE;
      case "time" -> local ? Moment.Kind.LOCAL_TIME : Moment.Kind.OFFSET_TIME;
      case "datetime" -> local ? Moment.Kind.LOCAL_DATE_TIME : Moment.Kind.OFFSET_DATE_TIME;
      default -> throw component.refuse("“subtype”只能是 date、time 或 datetime");
    };
  }

  private static Moment.Latest latest(Component component) {
    return switch (component.text("latest").toLowerCase(Locale.ROOT)) {
      case "" -> Moment.Latest.ANY;
      case "today" -> Moment.Latest.TODAY;
      default -> throw component.refuse("“latest”只能是 today");
    };
  }
}
