package cn.sunshine.comparison.dropfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sunshine.WithServices;
import cn.sunshine.comparison.ComparisonSlice;
import cn.sunshine.comparison.ComparisonSource;
import cn.sunshine.forms.IdNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The folder as it is delivered, with its own timer. */
@WithServices
@SpringBootTest(
    classes = ComparisonSlice.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE)
class DropFolderWatchTest {

  @TempDir static Path data;

  @Autowired ComparisonSource source;

  @DynamicPropertySource
  static void ownFolder(DynamicPropertyRegistry registry) {
    registry.add("sunshine.data-dir", () -> data.toString());
  }

  @Test
  void aFileIsLoadedWithinTenSeconds() throws IOException {
    IdNumber person = IdNumber.invent("320612", LocalDate.of(1961, 5, 5), 5);
    Files.writeString(
        data.resolve("comparison/bureau.csv"),
        "idNumber,item,region,description,amount,asOf\n"
            + person.value()
            + ",farm-machinery,320612,收割机,,2026-01-31\n");

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(data.resolve("comparison/done/bureau.csv")).exists());
    assertThat(source.recordsOf(List.of(person))).hasSize(1);
  }
}
