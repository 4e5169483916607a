package cn.sunshine.household;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.BrowserTest;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("The register on the screen")
class RegisterBrowserTest extends BrowserTest {

  private static final String VILLAGE = "320612102200";

  @Autowired Households households;

  @Test
  @DisplayName("shows and exports what its filters and columns in the address select")
  void filteredAndExported() throws IOException {
    String wanted = households.register(HouseholdSlice.household(VILLAGE, "洪秀英"));
    households.register(HouseholdSlice.household(VILLAGE, "蒋德明"));

    Page county =
        at(
            "households?region=320612&cause=illness&status=ACTIVE&q=洪秀英&columns=number,head,id-number",
            "county.320612");
    assertThat(county.getByText("合计 1 户，1 人；其中在册 1 户，已退出 0 户（政策保留期内 0 户）")).isVisible();
    assertThat(county.locator("vaadin-grid").getByText(wanted)).isVisible();
    assertThat(county.locator("vaadin-grid").getByText("蒋德明")).hasCount(0);

    assertThat(rowsOf(county.waitForDownload(() -> button(county, "导出 Excel").click())))
        .satisfiesExactly(
            head -> assertThat(head).containsExactly("户号", "户主", "身份证号码"),
            row -> assertThat(row).startsWith(wanted, "洪秀英"));

    county.locator("vaadin-grid").getByText(wanted).click();
    assertThat(county.getByText("家庭成员")).isVisible();
    assertThat(county.locator("h1")).hasText("洪秀英户");
  }

  @Test
  @DisplayName("masks identities for who only looks on, and is closed to farmers")
  void masked() {
    String number = households.register(HouseholdSlice.household(VILLAGE, "姚桂珍"));
    Page audit = at("households/" + number, "audit.320612");
    assertThat(audit.getByText("320612********").first()).isVisible();
    assertThat(audit.getByText("138****5678")).isVisible();

    Page farmer = at("households", "farmer." + VILLAGE);
    assertThat(farmer.getByText("您没有查看这个页面的权限")).isVisible();
  }

  private static List<List<String>> rowsOf(Download download) throws IOException {
    try (InputStream file = download.createReadStream();
        ReadableWorkbook workbook = new ReadableWorkbook(file)) {
      return workbook.getFirstSheet().read().stream()
          .map(row -> row.stream().map(Cell::getText).toList())
          .toList();
    }
  }
}
