package cn.sunshine.spreadsheet;

import cn.sunshine.problem.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/**
 * Looks an uploaded file over before the library reads it. The library trusts the file: a cell
 * address far to the right, a text number that does not exist or a tiny archive of gigabytes would
 * each fill the memory.
 */
final class WorkbookCheck {

  /** Unpacked; 5,000 rows of ten columns take about 5 MB. */
  private static final long LARGEST_CONTENT = 64L * 1024 * 1024;

  private static final int MOST_PARTS = 500;
  private static final int MOST_ARRAY_FORMULAS = 100;
  private static final Pattern CELL = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private long unpacked;
  private int texts;
  private int highestText = -1;
  private int arrayFormulas;

  private WorkbookCheck() {}

  /**
   * @throws Refusal.Invalid with a sentence that says what to do when it is no workbook to be read
   */
  static void requireReadable(byte[] file) {
    if (file.length == 0) {
      throw new Refusal.Invalid("文件是空的，请重新选择。");
    }
    if (file.length > UploadedWorkbook.LARGEST_FILE) {
      throw new Refusal.Invalid("文件超过 10 MB，请删去图片等无关内容，或拆成几个文件。");
    }
    if (!UploadedWorkbook.isWorkbook(file)) {
      throw new Refusal.Invalid("这不是 Excel 工作簿（.xlsx）。请下载模板，填写后上传。");
    }
    if (ReadableWorkbook.isOLE2Header(file)) {
      throw new Refusal.Invalid("这是旧格式（.xls）或加了密码的文件。请去掉密码，另存为“Excel 工作簿（.xlsx）”后重新上传。");
    }
    try {
      new WorkbookCheck().check(file);
    } catch (IOException | XMLStreamException | RuntimeException e) {
      if (e instanceof Refusal refusal) {
        throw refusal;
      }
      throw damaged();
    }
  }

  static Refusal.Invalid damaged() {
    return new Refusal.Invalid("文件已损坏或不是完整的 Excel 工作簿，打不开。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传。");
  }

  private void check(byte[] file) throws IOException, XMLStreamException {
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      int parts = 0;
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (++parts > MOST_PARTS) {
          throw tooLarge();
        }
        try (InputStream content = new Counted(zip.getInputStream(entry))) {
          String name = entry.getName().toLowerCase(Locale.ROOT);
          if (name.endsWith(".xml")) {
            look(content);
          } else {
            content.transferTo(OutputStream.nullOutputStream());
          }
        }
      }
    }
    if (highestText >= texts) {
      throw damaged();
    }
  }

  private void look(InputStream part) throws XMLStreamException {
    XMLStreamReader xml = XML.createXMLStreamReader(part);
    boolean numbersText = false;
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "si" -> texts++;
          case "c" -> {
            requireCell(xml.getAttributeValue(null, "r"));
            numbersText = "s".equals(xml.getAttributeValue(null, "t"));
          }
          case "v" -> {
            if (numbersText) {
              noteText(xml.getElementText().strip());
            }
          }
          case "f" -> noteFormula(xml.getAttributeValue(null, "t"));
          default -> {
            // Nothing that could do harm.
          }
        }
      }
    }
  }

  private static void requireCell(String address) {
    if (address != null && !CELL.matcher(address).matches()) {
      throw damaged();
    }
  }

  private void noteText(String number) {
    if (!number.isEmpty()) {
      if (!NUMBER.matcher(number).matches()) {
        throw damaged();
      }
      highestText = Math.max(highestText, Integer.parseInt(number));
    }
  }

  private void noteFormula(String kind) {
    if ("array".equals(kind) && ++arrayFormulas > MOST_ARRAY_FORMULAS) {
      throw new Refusal.Invalid("表格里数组公式太多。请复制内容，用“选择性粘贴—数值”粘贴到模板后重新上传。");
    }
  }

  private static Refusal.Invalid tooLarge() {
    return new Refusal.Invalid("文件解压后太大，无法导入。请把内容复制到新下载的模板里再上传。");
  }

  /** Counts over all parts, and ends when it is too much. */
  private final class Counted extends FilterInputStream {

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int some = super.read(buffer, offset, length);
      count(Math.max(0, some));
      return some;
    }

    private void count(int more) {
      unpacked += more;
      if (unpacked > LARGEST_CONTENT) {
        throw tooLarge();
      }
    }
  }
}
