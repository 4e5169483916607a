package cn.sunshine.admission.roster;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.BrowserTest;
import cn.sunshine.spreadsheet.Workbooks;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The import of a sheet on the screen")
class ImportBrowserTest extends BrowserTest {

  private static final String TOWNSHIP = "320612102";
  private static final String VILLAGE = "320612102200";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Test
  @DisplayName("starts the good households and tells for each bad row what to do")
  void goodAndBadRows() {
    Page township = at("import", "township." + TOWNSHIP);
    Download template = township.waitForDownload(() -> link(township, "下载模板").click());
    assertThat(template.suggestedFilename()).isEqualTo("申请人花名册模板.xlsx");

    byte[] sheet =
        Workbooks.of(
            row("1", "俞春林", Applications.nextNumber(), "户主", "9000"),
            row("2", "石桂英", "320612196501011218", "户主", "8000"),
            row("3", "范国平", Applications.nextNumber(), "户主", "一万"));
    township
        .locator("vaadin-upload input[type=file]")
        .setInputFiles(new FilePayload("花名册.xlsx", XLSX, sheet));

    assertThat(township.getByText("共 3 户：已发起 1 户，有错误 2 户")).isVisible();
    Locator rows = township.locator("vaadin-grid").first();
    assertThat(rows.getByText(Pattern.compile("第 3 行“身份证号码”："))).isVisible();
    assertThat(rows.getByText(Pattern.compile("第 4 行“家庭年收入.*”：应填数字"))).isVisible();
    Download faults = township.waitForDownload(() -> link(township, "下载错误表").click());
    assertThat(faults.suggestedFilename()).isEqualTo("改正后再上传.xlsx");

    township.reload();
    township.getByText("只看有错误的").click();
    assertThat(rows.getByText(Pattern.compile("NT-\\d{4}-\\d{6}"))).isVisible();
  }

  @Test
  @DisplayName("says what is wrong with a file that is no workbook")
  void noWorkbook() {
    Page township = at("import", "township.320612103");
    township
        .locator("vaadin-upload input[type=file]")
        .setInputFiles(new FilePayload("花名册.xlsx", XLSX, "no workbook".getBytes(UTF_8)));
    assertThat(township.getByText("这不是 Excel 工作簿（.xlsx）")).isVisible();
  }

  private static Locator link(Page page, String words) {
    return page.locator("a").filter(new Locator.FilterOptions().setHasText(words)).first();
  }

  private static List<String> row(
      String household, String name, String idNumber, String relation, String income) {
    return List.of(household, VILLAGE, name, idNumber, relation, "", income, "因病", "一组", "");
  }
}
