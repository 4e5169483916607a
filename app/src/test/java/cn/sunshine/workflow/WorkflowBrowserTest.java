package cn.sunshine.workflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.sunshine.BrowserTest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * JY-17: an author opens a workflow of the pack, sees what is wrong at once, tries it and keeps it.
 */
class WorkflowBrowserTest extends BrowserTest {

  @Test
  void anAuthorChangesAWorkflowSeesItsFaultsTriesItAndKeepsADraft() {
    logIn("policy.3209");
    open("policy/workflows");
    page.getByText("求助", new Page.GetByTextOptions().setExact(true)).first().click();
    assertThat(page).hasURL(Pattern.compile("policy/workflows/yancheng/help-request$"));
    Locator editor = page.locator("sunshine-bpmn-editor");
    assertThat(editor.locator(".editor-faults-head")).hasText("✓ 没有发现问题");

    editor.locator("[data-element-id=acceptance]").first().click();
    editor.locator("select[name=sunshine-group]").selectOption("");

    assertThat(editor.locator("[data-container-id=acceptance] .editor-sign.error")).isVisible();
    assertThat(editor.locator(".editor-fault").first()).containsText("没有办理单位");
    assertThat(page.getByText("有未保存的修改")).isVisible();

    editor.locator("select[name=sunshine-group]").selectOption("county@county");
    assertThat(editor.locator(".editor-faults-head")).hasText("✓ 没有发现问题");

    button(page, "试运行").click();
    Locator trial = page.locator(".trial-panel");
    assertThat(trial.locator(".state-badge"))
        .containsText("条路都走通了", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    trial
        .locator(".trial-way")
        .filter(new Locator.FilterOptions().setHasText("并案"))
        .first()
        .click();
    assertThat(editor.locator("[data-element-id=close-merged].way-taken")).isVisible();
    button(page, "收起").click();
    assertThat(editor.locator(".way-taken")).hasCount(0);

    button(page, "保存草稿").click();
    assertThat(page.getByText("有未保存的修改")).isHidden();
    assertThat(page.locator(".change-in-hand")).containsText("还没有提交");
  }

  @Test
  void whoLeavesWithUnsavedWorkIsAskedFirst() {
    logIn("policy.3209");
    open("policy/workflows/yancheng/complaint");
    Locator editor = page.locator("sunshine-bpmn-editor");
    editor.locator("[data-element-id=acceptance]").first().click();
    editor.locator("select[name=sunshine-group]").selectOption("county@county");
    assertThat(page.getByText("有未保存的修改")).isVisible();

    page.locator("vaadin-side-nav-item")
        .filter(new Locator.FilterOptions().setHasText("决策表"))
        .first()
        .click();
    button(page, "留下").click();
    assertThat(page).hasURL(Pattern.compile("policy/workflows/yancheng/complaint$"));
    assertThat(page.getByText("有未保存的修改")).isVisible();

    page.locator("vaadin-side-nav-item")
        .filter(new Locator.FilterOptions().setHasText("决策表"))
        .first()
        .click();
    button(page, "放弃修改").click();
    assertThat(page).hasURL(Pattern.compile("policy/tables"));
  }

  @Test
  void aStepAppendedToAnotherComesInBetweenAndUndoTakesItBack() {
    logIn("policy.3209");
    open("policy/workflows/yancheng/help-request");
    Locator editor = page.locator("sunshine-bpmn-editor");
    editor.locator("[data-element-id=acceptance]").first().click();
    page.locator(".djs-context-pad .entry[title=追加办理环节]").click();

    assertThat(editor.getByText("新的办理环节").first()).isVisible();
    assertThat(editor.locator("[data-element-id=acceptance--acceptance-question]")).hasCount(1);
    assertThat(editor.locator(".editor-fault").first()).containsText("没有办理单位");
    assertThat(editor.locator(".editor-faults")).not().containsText("后面没有连线");

    page.keyboard().press("Control+z");
    assertThat(editor.locator(".editor-faults-head")).hasText("✓ 没有发现问题");
  }

  @Test
  void aQuestionAppendedToAStepComesInBetween() {
    logIn("policy.3209");
    open("policy/workflows/yancheng/help-request");
    Locator editor = page.locator("sunshine-bpmn-editor");
    editor.locator("[data-element-id=acceptance]").first().click();
    page.locator(".djs-context-pad .entry.bpmn-icon-gateway-none").click();

    assertThat(page.getByText("有未保存的修改")).isVisible();
    assertThat(editor.locator(".djs-connection[data-element-id=acceptance--acceptance-question]"))
        .hasCount(1);
    assertThat(editor.locator(".editor-faults")).not().containsText("几条连线");
    page.keyboard().press("Control+z");
    assertThat(editor.locator(".editor-faults-head")).hasText("✓ 没有发现问题");
  }

  @Test
  void aStepThatIsTakenAwayTakesItsRemindersAlongAndUndoBringsAllBack() {
    logIn("policy.3209");
    open("policy/workflows/yancheng/help-request");
    Locator editor = page.locator("sunshine-bpmn-editor");
    assertThat(editor.locator("[data-element-id=acceptance-overdue-told]")).hasCount(1);
    editor.locator("[data-element-id=acceptance]").first().click();
    page.keyboard().press("Delete");

    assertThat(editor.locator("[data-element-id=acceptance-overdue-told]")).hasCount(0);
    assertThat(editor.locator("[data-element-id=acceptance-due-soon-told]")).hasCount(0);
    assertThat(editor.locator(".djs-connection[data-element-id=sort-request--acceptance]"))
        .hasCount(1);
    assertThat(page.getByText("有未保存的修改")).isVisible();

    page.keyboard().press("Control+z");
    assertThat(editor.locator(".editor-faults-head")).hasText("✓ 没有发现问题");
    assertThat(editor.locator("[data-element-id=acceptance-overdue-told]")).hasCount(1);
  }

  @Test
  void anApproverReadsTheWorkflowAndCannotChangeIt() {
    Page desk = at("policy/workflows/yancheng/complaint", "policy-approver.3209");
    assertThat(desk.locator("sunshine-bpmn-editor .djs-element").first()).isVisible();
    assertThat(button(desk, "保存草稿")).hasCount(0);
    assertThat(desk.locator("sunshine-bpmn-editor .djs-palette .entry")).hasCount(0);
  }
}
