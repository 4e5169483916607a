package cn.sunshine.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks as offices, and others, upload them. */
public final class Workbooks {

  public static final List<String> HEADER =
      List.of("户序号", "村（居）", "姓名", "身份证号码", "与户主关系", "联系电话", "家庭年收入（元）", "致贫原因", "家庭住址", "备注");

  private Workbooks() {}

  /** A sheet with the header of the template and these rows; an empty text is no cell. */
  @SafeVarargs
  public static byte[] of(List<String>... rows) {
    return with(
        sheet -> {
          write(sheet, 0, HEADER);
          for (int line = 0; line < rows.length; line++) {
            write(sheet, line + 1, rows[line]);
          }
        });
  }

  public static byte[] with(Consumer<Worksheet> content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      content.accept(workbook.newWorksheet("Sheet1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static void write(Worksheet sheet, int line, List<String> cells) {
    for (int place = 0; place < cells.size(); place++) {
      if (!cells.get(place).isEmpty()) {
        sheet.value(line, place, cells.get(place));
      }
    }
  }

  /** The workbook with the XML of its sheet changed by hand. */
  public static byte[] tampered(byte[] workbook, String from, String to) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    parts.computeIfPresent(
        "xl/worksheets/sheet1.xml",
        (name, xml) -> {
          String text = new String(xml, StandardCharsets.UTF_8);
          if (!text.contains(from)) {
            throw new AssertionError("the sheet has no " + from + ": " + text);
          }
          return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
        });
    return zipped(parts);
  }

  public static byte[] zipped(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return out.toByteArray();
  }
}
