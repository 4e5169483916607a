package cn.sunshine.spreadsheet;

import cn.sunshine.problem.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** An uploaded .xlsx that has been looked over and may be read. */
public final class UploadedWorkbook {

  /** In bytes, as it is uploaded; unpacked it may have 64 MB. */
  public static final int LARGEST_FILE = 10 * 1024 * 1024;

  /** In bytes; the library asks for no less. */
  private static final int LONGEST_HEADER = 8;

  private final ReadableWorkbook workbook;

  private UploadedWorkbook(ReadableWorkbook workbook) {
    this.workbook = workbook;
  }

  /** Reads a workbook to its end. */
  @FunctionalInterface
  public interface Reading<T> {
    /**
     * @throws Refusal.Invalid saying what is wrong with the content
     */
    T of(UploadedWorkbook workbook) throws IOException;
  }

  /** Whether a file is a workbook by its first bytes, of whatever age. */
  public static boolean isWorkbook(byte[] file) {
    return file.length >= LONGEST_HEADER
        && (ReadableWorkbook.isOOXMLZipHeader(file) || ReadableWorkbook.isOLE2Header(file));
  }

  /**
   * Looks a file over and reads it.
   *
   * @throws Refusal.Invalid with a sentence that says what to do when it is no workbook to be read,
   *     or what the reading refuses
   */
  public static <T> T read(byte[] file, Reading<T> reading) {
    WorkbookCheck.requireReadable(file);
    try (ReadableWorkbook workbook = open(file)) {
      return reading.of(new UploadedWorkbook(workbook));
    } catch (Refusal refusal) {
      throw refusal;
    } catch (IOException | RuntimeException e) {
      throw WorkbookCheck.damaged();
    }
  }

  /** Formats tell dates from numbers; a workbook written by a program may have none. */
  private static ReadableWorkbook open(byte[] file) throws IOException {
    try {
      return new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true));
    } catch (ExcelReaderException withoutFormats) {
      return new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(false, true));
    }
  }

  /** The sheet with this name; empty when there is none. */
  public Optional<Sheet> find(String name) {
    return workbook.findSheet(name);
  }

  /** The sheet with this name, or else the first one that people see. */
  public Sheet sheet(String name) {
    return find(name)
        .or(
            () ->
                workbook
                    .getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .findFirst())
        .orElseThrow(WorkbookCheck::damaged);
  }
}
