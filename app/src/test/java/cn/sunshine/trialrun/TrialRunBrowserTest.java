package cn.sunshine.trialrun;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.sunshine.BrowserTest;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.Packs;
import cn.sunshine.policy.ParameterTimeline;
import cn.sunshine.policychange.Changes;
import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import cn.sunshine.spreadsheet.Workbooks;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An author tries a higher income line before handing it in, and sees who would be affected. */
class TrialRunBrowserTest extends BrowserTest {

  private static final String AUTHOR = "policy.3206";
  private static final Artefact LINE =
      new Artefact("nantong", ArtefactKind.PARAMETER, "income.line.per-person");

  @Autowired Changes changes;
  @Autowired Packs packs;
  @Autowired TrialRuns runs;
  @Autowired Regions regions;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  Actor author = new Actor(AUTHOR, "", Set.of(new Grant(Role.POLICY, "3206")));
  SmallRegister register;
  long change;

  @BeforeEach
  void aDraftWithAHigherLine() {
    register =
        new SmallRegister(
            jdbc,
            regions.subtree(SmallRegister.TOWNSHIP).stream()
                .filter(region -> region.level() == RegionLevel.VILLAGE)
                .map(Region::code)
                .toList());
    register.clear();
    register.fill(120);
    change = changes.begin("nantong", author).id();
    ParameterTimeline line =
        ParameterTimeline.of(LINE.name(), packs.shipped("nantong").parameters())
            .orElseThrow()
            .with(
                new ParameterTimeline.Row(
                    "7500",
                    LocalDate.now(clock).plusDays(30),
                    Optional.empty(),
                    "通扶〔2026〕12号",
                    ""));
    changes.put(change, LINE, line.json(), "[]", author);
  }

  @AfterEach
  void nothingIsLeft() {
    changes.discard(change, author);
    register.clear();
  }

  @Test
  void fromTheDraftToTheHouseholdsThatItChanges() throws IOException {
    logIn(AUTHOR);
    open("policy/trial-run?change=" + change);
    assertThat(page.getByText("还没有试算过这份修改")).isVisible();

    button(page, "开始试算").click();

    assertThat(figure("新符合").locator(".trial-number")).hasText(Pattern.compile("\\+[1-9]\\d*"));
    assertThat(figure("不再符合").locator(".trial-number")).hasText("0");
    TrialRun run = runs.about(ChangeTrials.subject(change), author).getFirst();
    assertThat(page.getByText("变化的户（%d）".formatted(run.changed()))).isVisible();
    assertThat(page.locator(".trial-chart .chart-host"))
        .hasAttribute("aria-label", Pattern.compile("按地区的变化：.*海安市 新符合 [1-9].*"));

    page.locator(".trial-who vaadin-button").first().click();
    assertThat(page.locator(".trial-side").first()).containsText("高于 7,000.00 元");
    assertThat(page.locator(".trial-side").last()).containsText("不高于 7,500.00 元");
    assertThat(page.locator(".trial-change")).not().containsText("吴桂芳");
    button(page, "关闭").click();

    Download download = page.waitForDownload(() -> page.getByText("导出 Excel").click());
    Assertions.assertThat(rows(download)).hasSize((int) run.changed() + 1);
  }

  @Test
  void aTownshipIsTwoClicksAway() {
    logIn(AUTHOR);
    open("policy/trial-run?change=" + change);
    button(page, "开始试算").click();
    assertThat(page.locator(".trial-upper")).isVisible();

    page.locator(".trial-chart")
        .evaluate("e => e.dispatchEvent(new CustomEvent('chart-click', {detail: '320685'}))");

    assertThat(page.locator(".trial-trail")).containsText("南通市");
    assertThat(page.locator(".trial-trail")).containsText("海安市");
    assertThat(page.locator(".trial-chart .chart-host"))
        .hasAttribute("aria-label", Pattern.compile(".*雅周镇 新符合 [1-9].*"));
  }

  @Test
  void theTemplateIsFilledInAndTriedInThePlaceOfTheRegister() throws IOException {
    logIn(AUTHOR);
    open("policy/trial-run?change=" + change);
    Download template = page.waitForDownload(() -> page.getByText("下载模板").click());
    List<String> titles =
        rows(template).getFirst().stream().map(org.dhatim.fastexcel.reader.Cell::getText).toList();
    byte[] filled =
        Workbooks.with(
            sheet -> {
              Workbooks.write(sheet, 0, titles);
              Workbooks.write(sheet, 1, List.of("320685109", "3", "22000", "甲"));
              Workbooks.write(sheet, 2, List.of("320685109", "3", "20000", "乙"));
            });

    upload("摸底.xlsx", filled);

    assertThat(figure("新符合").locator(".trial-number")).hasText("+1");
    assertThat(page.locator(".trial-upper")).containsText("摸底.xlsx · 2 户");
    assertThat(page.locator(".trial-who")).containsText("第 2 行 甲");
    page.locator(".trial-who vaadin-button").first().click();
    assertThat(page.locator(".trial-side").first()).containsText("现行：人均收入标准第 ");
  }

  @Test
  void whatIsWrongInASheetIsToldByRowAndColumn() throws IOException {
    logIn(AUTHOR);
    open("policy/trial-run?change=" + change);

    upload(
        "错.xlsx",
        Workbooks.with(
            sheet -> {
              Workbooks.write(sheet, 0, List.of("地区编码", "家庭人口", "家庭年收入"));
              Workbooks.write(sheet, 1, List.of("320685109", "3", "两万"));
            }));
    assertThat(page.getByText("第 2 行 家庭年收入：应是元")).isVisible();

    upload("炸弹.xlsx", Workbooks.zipped(Map.of("xl/media/image1.png", new byte[70 * 1024 * 1024])));
    assertThat(page.getByText("文件解压后太大").first()).isVisible();
  }

  private void upload(String name, byte[] content) {
    page.locator("vaadin-upload input[type=file]")
        .setInputFiles(
            new FilePayload(
                name,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                content));
  }

  @Test
  void nobodyElseFindsThePage() {
    logIn("county.320685");
    open("policy/trial-run?change=" + change);

    assertThat(page.getByText("开始试算")).hasCount(0);
  }

  private Locator figure(String label) {
    return page.locator(".trial-figure")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    page.getByText(
                        label,
                        new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))));
  }

  private static List<Row> rows(Download download) throws IOException {
    try (InputStream file = Files.newInputStream(download.path());
        ReadableWorkbook workbook = new ReadableWorkbook(file)) {
      return workbook.getFirstSheet().read();
    }
  }
}
