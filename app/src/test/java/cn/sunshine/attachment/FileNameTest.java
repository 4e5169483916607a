package cn.sunshine.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          房产证.jpeg                  | 房产证.jpg
          C:\\Users\\li\\扫描 1.JPG    | 扫描 1.jpg
          ../../etc/passwd             | passwd.jpg
          report.exe                   | report.jpg
          a<b>"c":d?.jpg               | a_b__c__d_.jpg
          ...                          | 附件.jpg
          .jpg                         | jpg.jpg
          """)
  void aNameKeepsItsWordsAndGetsTheEndingOfWhatItIs(String given, String cleaned) {
    assertThat(FileName.clean(given, FileKind.JPEG)).isEqualTo(cleaned);
  }

  @Test
  void linesAndTurnedWritingAreTakenOut() {
    assertThat(FileName.clean("a\r\nSet-Cookie: x\u202Egpj.exe", FileKind.PDF))
        .isEqualTo("aSet-Cookie_ xgpj.pdf");
  }

  @Test
  void aVeryLongNameIsShortened() {
    assertThat(FileName.clean("扫".repeat(500) + ".png", FileKind.PNG)).hasSize(84);
  }

  @Test
  void theKindIsFoundInTheBytes() {
    assertThat(FileKind.of(Samples.png())).contains(FileKind.PNG);
    assertThat(FileKind.of(Samples.jpeg())).contains(FileKind.JPEG);
    assertThat(FileKind.of(Samples.pdf())).contains(FileKind.PDF);
    assertThat(FileKind.of("<html><script>".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(FileKind.of("MZ\u0090".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    assertThat(
            FileKind.of(
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }
}
