package cn.sunshine.forms;

import static cn.sunshine.forms.Answers.CLOCK;
import static cn.sunshine.forms.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a form could be made to do to the server, and to the browser of everybody who opens it. Each
 * is refused with a sentence at its component.
 */
class HostileFormTest {

  private static final Duration NOT_FOR_EVER = Duration.ofSeconds(30);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+$",
        "(a|a)*$",
        "(a|aa)+$",
        "(.*a){12}",
        "(?:a{1,30}){1,30}b",
        "((a+)b?)*$",
        ".*.*.*.*.*x",
        "\\\\d*\\\\d*\\\\d*\\\\d*$",
        "^(\\\\w+\\\\s?)*$",
        "(?=(a+))a*b\\\\1",
        "(?<!a)b",
        "(?i)a",
        "a++",
        "\\\\p{Alpha}",
        "[a-z&&[^b]]",
        "[\\\\p{L}]",
        "a{1000000000}",
        "(",
        "[",
        "a)"
      })
  void aPatternThatCouldRunOnOrThatABrowserDoesNotKnowIsRefused(String pattern) {
    refused(
        "{\"type\": \"textfield\", \"key\": \"a\", \"validate\": {\"pattern\": \"%s\"}}"
            .formatted(pattern));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(1\\\\d{10}|0\\\\d{2,3}-?\\\\d{7,8})$",
        "^[\\\\u4e00-\\\\u9fa5]{2,10}$",
        "^\\\\d{4}-\\\\d{2}-\\\\d{2}$",
        "^[A-Z]{2}\\\\d+(\\\\.\\\\d+)?$",
        "^(?:[0-9]{3} ){1,3}[^0-9]*?$"
      })
  void aPlainPatternIsTaken(String pattern) {
    String field =
        "{\"type\": \"textfield\", \"key\": \"a\", \"validate\": {\"pattern\": \"%s\"}}"
            .formatted(pattern);

    assertThat(form(field).validate(json("{\"a\": \"!\"}"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"text\", \"text\": \"=for i in 1..1000000000 return i\"}",
        "{\"type\": \"text\", \"text\": \"共 {{count(for i in 1..1000000000 return i)}} 人\"}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"label\": \"= a\"}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"description\": \" =a\"}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"appearance\": {\"prefixAdorner\": \"=a\"}}",
        "{\"type\": \"group\", \"label\": \"=a\", \"components\": []}",
        "{\"type\": \"radio\", \"key\": \"a\", \"values\": [{\"label\": \"=a\", \"value\": \"a\"}]}",
        "{\"type\": \"text\", \"text\": \"同意\\u202e不\"}",
        "{\"type\": \"text\", \"text\": \"<img src=x onerror=alert(1)>\"}",
        "{\"type\": \"text\", \"text\": \"![x](https://example.org/x.png)\"}",
        "{\"type\": \"text\", \"text\": \"[请点这里](javascript:alert(1))\"}",
        "{\"type\": \"text\", \"text\": \"[请点这里][1]\"}",
        "{\"type\": \"text\", \"text\": \"<https://example.org>\"}",
        "{\"type\": \"textfield\", \"key\": \"__proto__\"}",
        "{\"type\": \"textfield\", \"key\": \"constructor.prototype.x\"}",
        "{\"type\": \"group\", \"path\": \"__proto__\", \"components\": [{\"type\": \"textfield\", \"key\": \"x\"}]}",
        "{\"type\": \"group\", \"path\": \"a b\", \"components\": [{\"type\": \"textfield\", \"key\": \"x\"}]}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"validate\": {\"maxLength\": 1.5}}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"validate\": {\"maxLength\": 1e99}}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"validate\": {\"maxLength\": 2000000000}}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"validate\": {\"minLength\": -1}}",
        "{\"type\": \"number\", \"key\": \"a\", \"validate\": {\"min\": \"1e999999999\"}}",
        "{\"type\": \"number\", \"key\": \"a\", \"decimalDigits\": 2000000000}",
        "{\"type\": \"dynamiclist\", \"path\": \"a\", \"defaultRepetitions\": 100000000, \"components\": []}",
        "{\"type\": \"dynamiclist\", \"path\": \"a\", \"properties\": {\"maxRows\": \"2000000000\"}, \"components\": []}",
        "{\"type\": \"spacer\", \"height\": 100000000}"
      })
  void whatWouldRunOrMisleadInABrowserIsRefused(String component) {
    refused(component);
  }

  @Test
  void whatNobodyCouldFillInIsRefused() {
    refused(
        IntStream.range(0, 10_000)
            .mapToObj("{\"type\": \"textfield\", \"key\": \"a%d\"}"::formatted)
            .collect(Collectors.joining(",")));
    refused("{\"type\": \"group\", \"components\": [".repeat(100) + "]}".repeat(100));
    refused("{\"type\": \"text\", \"text\": \"%s\"}".formatted("长".repeat(100_000)));
    refused("{\"type\": \"textfield\", \"key\": \"%s\"}".formatted("a.".repeat(900) + "a"));
    refused(
        "{\"type\": \"select\", \"key\": \"a\", \"values\": [%s]}"
            .formatted(
                IntStream.range(0, 10_000)
                    .mapToObj("{\"label\": \"选\", \"value\": \"%d\"}"::formatted)
                    .collect(Collectors.joining(","))));
  }

  private static void refused(String components) {
    assertTimeoutPreemptively(
        NOT_FOR_EVER,
        () ->
            assertThatExceptionOfType(InvalidFormException.class)
                .isThrownBy(() -> form(components))
                .withMessageContaining("表单 trial"));
  }

  private static Form form(String components) {
    return Form.of(
        "trial",
        json(
            """
            {"type": "default", "id": "trial", "schemaVersion": 19, "components": [%s],
             "sunshine": {"outcomes": [{"value": "approve", "label": "同意", "commentRequired": false}]}}
            """
                .formatted(components)),
        CLOCK);
  }
}
