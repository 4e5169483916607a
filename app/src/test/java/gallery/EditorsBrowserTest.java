package gallery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Chromium;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The editors of policy staff, in a real browser, with the bundle that is shipped. */
@Tag("own-jvm")
@SpringBootTest(
    classes = GalleryApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "sunshine.demo-data=true",
      "spring.autoconfigure.exclude=" + GalleryApplication.WITHOUT_DATABASE
    })
class EditorsBrowserTest {

  /** Names of things in the texts and of languages; everything else that people read is Chinese. */
  private static final Pattern ENGLISH_WORD = Pattern.compile("\\b[A-Z][a-z]{2,}\\b");

  @LocalServerPort private int port;
  private Page page;

  @BeforeEach
  void logIn() {
    page = Chromium.shared().desk(1440, 900).newPage();
    Chromium.logIn(page.context(), system(), "chen", "sunshine");
  }

  @Test
  void aCellOfADecisionTableIsChangedByKeyboardAndSaved() {
    Locator editor = open("tables");
    Locator cell = editor.locator("td[data-element-id=income-within-line-excess]");
    cell.click();
    assertThat(cell.locator(".cm-content")).isFocused();
    page.keyboard().press("Control+A");
    page.keyboard().type("<= 500");

    assertThat(page.locator("#edits")).hasText("有未保存的修改");
    assertThat(page.locator("#checked")).hasText(Pattern.compile("检查了 \\d 次"));
    assertThat(element("inputEntry", "income-within-line-excess")).contains("&lt;= 500");
    assertThat(element("inputEntry", "income-over-line-excess")).contains("&gt; 0");

    page.locator("#again").click();
    assertThat(cell).hasText("<= 0");
  }

  @Test
  void aFaultOfADecisionTableStandsAtItsCellInChinese() {
    Locator editor = open("tables");
    assertThat(editor.locator("[data-fault]")).hasCount(0);
    page.locator("#check").click();

    Locator cell = editor.locator("td[data-element-id=income-within-line-excess]");
    assertThat(cell).hasAttribute("data-fault", "error");
    assertThat(cell).hasAttribute("title", "错误：“<=” 后面缺少数字，请补上。");
    assertThat(editor.locator("td.rule-index[data-element-id=income-over-line]"))
        .hasAttribute("data-fault", "warning");
    assertThat(editor.locator(".editor-faults-head")).hasText("▲ 2 处错误，改正后才能提交；! 1 处提醒");
    assertThat(editor.locator(".editor-fault").first()).containsText("收入情况，第 2 行，“收入超出标准的金额（元）”列");

    editor.locator(".editor-fault", new Locator.LocatorOptions().setHasText("认定结论，第 6 行")).click();
    assertThat(editor.locator("td[data-element-id=outcome-eligible-output]"))
        .hasAttribute("data-fault", "error");

    page.locator("#fine").click();
    assertThat(editor.locator(".editor-faults-head")).hasText("✓ 没有发现问题");
    assertThat(editor.locator("[data-fault]")).hasCount(0);
  }

  @Test
  void theTablesAndTheirPictureSpeakChineseAndCarryTheMarkOfTheirMakers() {
    Locator editor = open("tables");
    assertThat(editor.getByText("命中方式：")).isVisible();
    expectChinese(editor);
    assertThat(editor.locator(".bjs-powered-by")).isVisible();

    editor.locator(".editor-tabs button").last().click();
    assertThat(editor.locator(".djs-element[data-element-id=outcome]")).isVisible();
    assertThat(editor.locator(".djs-palette .entry[aria-label=新建决策]")).isVisible();
    assertThat(editor.locator(".bjs-powered-by")).isVisible();
  }

  @Test
  void whoDoesAStepIsChosenBesideTheWorkflow() {
    Locator editor = open("workflow");
    select(editor, "county-sign-off");
    editor.locator("select[name=sunshine-group]").selectOption("department@county");

    assertThat(page.locator("#edits")).hasText("有未保存的修改");
    assertThat(element("bpmn:userTask", "county-sign-off"))
        .contains("candidateGroups=\"department@county\"")
        .contains("key=\"returnTo\"");
  }

  @Test
  void aNewReviewIsAppendedAndItsTermDrawsItsTimers() {
    Locator editor = open("workflow");
    select(editor, "county-sign-off");
    editor.locator(".djs-context-pad .entry[title=追加办理环节]").click();
    assertThat(editor.locator(".bio-properties-panel-header-label")).hasText("新的办理环节");
    editor.locator("select[name=sunshine-term]").selectOption("term.county-sign-off");

    String xml = saved();
    Matcher step = Pattern.compile("<bpmn:userTask id=\"([^\"]+)\" name=\"新的办理环节\">").matcher(xml);
    assertThat(step.find()).isTrue();
    String id = step.group(1);
    assertThat(element("bpmn:userTask", id))
        .contains("value=\"term.county-sign-off\"")
        .contains("terms.county_sign_off.days")
        .doesNotContain("zeebe:userTask");
    for (String timer : new String[] {id + "-due-soon", id + "-overdue"}) {
      assertThat(element("bpmn:boundaryEvent", timer))
          .contains("attachedToRef=\"" + id + "\"")
          .contains("bpmn:timeDate");
      assertThat(element("bpmn:endEvent", timer + "-told"))
          .contains("value=\"" + id + "\"")
          .contains("zeebe:taskDefinition");
    }
  }

  @Test
  void aFaultOfAWorkflowStandsAtItsElementInChinese() {
    Locator editor = open("workflow");
    page.locator("#check").click();
    assertThat(
            editor.locator(
                "[data-container-id=county-sign-off]"
                    + " .editor-sign.error[title='错误：没有办理单位，请在右边选定。']"))
        .isVisible();
    assertThat(editor.locator("[data-element-id=county-sign-off].fault-error")).hasCount(1);
    editor.locator(".editor-fault").first().click();
    assertThat(editor.locator(".bio-properties-panel-header-label")).hasText("县(市)区审定");
  }

  @Test
  void theWorkflowSpeaksChineseOffersOnlyWhatTheEngineDoesAndCarriesTheMark() {
    Locator editor = open("workflow");
    select(editor, "county-sign-off");
    expectChinese(editor.locator(".editor-panel"));
    editor.locator(".djs-context-pad .entry[title=更换类型]").click();
    assertThat(page.locator(".djs-popup-body .entry"))
        .hasText(new String[] {"系统办理", "调用流程", "子流程"});
    assertThat(editor.locator(".bjs-powered-by")).isVisible();
  }

  @Test
  void aWorkflowThatIsOnlyReadCannotBeChanged() {
    Locator editor = open("reading");
    editor.locator("[data-element-id=group-review]").first().click();
    Locator group = editor.locator("select[name=sunshine-group]");
    assertThat(group).isDisabled();
    assertThat(editor.locator(".djs-palette .entry, .djs-context-pad .entry")).hasCount(0);
    page.keyboard().press("Delete");
    assertThat(editor.locator("[data-element-id=group-review]").first()).isVisible();
  }

  @Test
  void aFieldOfAFormIsRenamedAndWhatIsOursInTheFormStays() {
    Locator editor = open("form");
    editor.locator(".fjs-element[data-id=field-attended]").click();
    editor.locator("[data-group-id=group-general] .bio-properties-panel-group-header").click();
    Locator label =
        editor
            .locator(
                "[data-entry-id=label] [contenteditable], [data-entry-id=label] textarea,"
                    + " [data-entry-id=label] input")
            .first();
    label.click();
    page.keyboard().press("Control+A");
    page.keyboard().type("到会人数");

    assertThat(page.locator("#edits")).hasText("有未保存的修改");
    assertThat(saved())
        .contains("到会人数")
        .contains("\"commentRequired\": true")
        .contains("not-above");
  }

  @Test
  void aFaultOfAFormStandsAtItsFieldAndTheEditorSpeaksChinese() {
    Locator editor = open("form");
    page.locator("#check").click();
    assertThat(editor.locator(".fjs-element[data-id=field-attended]"))
        .hasAttribute("data-fault", "error");
    assertThat(editor.locator(".editor-fault").first()).containsText("“参加人数”");
    editor.locator(".fjs-element[data-id=field-agreed]").click();
    assertThat(editor.locator(".fjs-palette-container")).containsText("多行文字");
    expectChinese(editor);
    assertThat(editor.locator(".fjs-powered-by-link")).isVisible();
  }

  private Locator open(String kind) {
    page.navigate(system() + "gallery/editor/" + kind);
    Locator editor =
        page.locator("sunshine-dmn-editor, sunshine-bpmn-editor, sunshine-form-editor");
    assertThat(editor.locator("td[data-element-id], .djs-element, .fjs-element").first())
        .isVisible();
    return editor;
  }

  private String system() {
    return "http://127.0.0.1:" + port + "/";
  }

  /** The way to an element from the list of faults, which also brings it into view. */
  private void select(Locator editor, String name) {
    page.locator("#check").click();
    editor.locator(".editor-fault", new Locator.LocatorOptions().setHasText("县(市)区审定")).click();
    assertThat(editor.locator("[data-element-id=" + name + "].selected")).hasCount(1);
  }

  private String saved() {
    page.locator("#save").click();
    assertThat(page.locator("#saved")).not().isEmpty();
    return page.locator("#saved").textContent();
  }

  private String element(String type, String id) {
    Matcher found =
        Pattern.compile("(?s)<" + type + " [^>]*id=\"" + id + "\".*?</" + type + ">")
            .matcher(saved());
    assertThat(found.find()).as(id).isTrue();
    return found.group();
  }

  private static void expectChinese(Locator editor) {
    assertThat(ENGLISH_WORD.matcher(editor.innerText()).results().map(word -> word.group()))
        .isEmpty();
  }
}
