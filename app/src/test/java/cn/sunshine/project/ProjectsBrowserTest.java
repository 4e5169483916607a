package cn.sunshine.project;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.BrowserTest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Projects on the screen")
class ProjectsBrowserTest extends BrowserTest {

  private static final String TOWNSHIP = "township.320623113";
  private static final String COUNTY = "county.320623";

  @Test
  @DisplayName("are put forward by a township, and a gate opens only with its evidence")
  void aGateWantsItsEvidence() {
    Page desk = at("new-project", "village." + ProjectRun.VILLAGE);
    desk.getByLabel("项目名称").fill("浏览器里申报的大棚项目");
    button(desk, "提交申报").click();
    assertThat(desk.getByText("必填").first()).isVisible();

    ProjectRun project =
        ProjectRun.of(port, "provincial-village-project")
            .approve("village-confirmation", "project-check");
    Page department = at("inbox?task=" + task(project, "project-survey"), "department.320623");
    assertThat(department.getByText("缺少", exact()).first()).isVisible();
    department
        .locator("vaadin-upload input[type=file]")
        .first()
        .setInputFiles(
            new FilePayload(
                "调研报告.pdf",
                "application/pdf",
                "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                    .getBytes(StandardCharsets.US_ASCII)));
    assertThat(department.getByText("已有", exact()).first()).isVisible();
  }

  @Test
  @DisplayName("are tendered: anybody bids on a telephone, and two persons open after the hour")
  void sealedBids() {
    ProjectRun project =
        ProjectRun.of(port, "provincial-village-project")
            .approve("village-confirmation", "project-check", "project-survey")
            .score(20)
            .approve("project-review", "project-approval", "tender-document");
    String tender = project.tender().path("id").asString();
    project.bid(tender, "甲公司", 500000).ok();
    project.bid(tender, "乙公司", 490000).ok();

    Page telephone = onTelephone("tenders?region=" + ProjectRun.VILLAGE);
    assertThat(telephone.locator(".notice-card").first()).containsText("标准化大棚建设");
    telephone.navigate(address("tenders/" + tender));
    button(telephone, "密封并投标").click();
    assertThat(telephone.getByText("请写明投标人名称").first()).isVisible();
    telephone.getByLabel("投标人名称").fill("丙公司");
    telephone.getByLabel("统一社会信用代码").fill("91320600MA1TEST03");
    telephone.getByLabel("投标价").fill("480000.55");
    button(telephone, "密封并投标").click();
    assertThat(telephone.getByText("只显示这一次")).isVisible();
    assertThat((Integer) telephone.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(375);

    project.days(6).approve("bid-opening-first");
    assertThat(
            project
                .person(TOWNSHIP)
                .post("/api/v1/tenders/" + tender + "/openings", Map.of())
                .status())
        .isEqualTo(409);
    Page witness =
        at("inbox?task=" + task(project, "bid-opening-second"), "township-finance.320623113");
    assertThat(witness.getByText("投标密封保存").first()).isVisible();
    witness.locator("vaadin-button").filter(text("确认开标")).click();
    project.sheet("bid-evaluation");
    witness.navigate(address("cases/" + project.caseId()));
    assertThat(witness.getByText("丙公司").first()).isVisible();
  }

  @Test
  @DisplayName("are found in the register by filters that stay in the address")
  void filtersStayInTheAddress() {
    ProjectRun project = ProjectRun.of(port, "village-investment");
    Page county =
        at("projects?process=village-investment&stage=applied&q=" + project.caseId(), COUNTY);
    Locator grid = county.locator("vaadin-grid");
    assertThat(grid.getByText("烈士陵村标准化大棚项目")).isVisible();
    assertThat(county.getByText("共 1 个项目")).isVisible();
    county.locator("vaadin-select").first().click();
    county.locator("vaadin-select-item").filter(text("已完成")).click();
    assertThat(county.getByText("没有符合条件的项目")).isVisible();
    assertThat(county).hasURL(Pattern.compile(".*process=village-investment.*"));
    assertThat(county).hasURL(Pattern.compile(".*stage=COMPLETED.*"));
    county.reload();
    assertThat(county.getByText("没有符合条件的项目")).isVisible();
  }

  private static String task(ProjectRun project, String step) {
    return project.sheet(step).path("id").asString();
  }

  private static Locator.FilterOptions text(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  private static Page.GetByTextOptions exact() {
    return new Page.GetByTextOptions().setExact(true);
  }
}
