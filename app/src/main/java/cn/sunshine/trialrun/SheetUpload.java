package cn.sunshine.trialrun;

import cn.sunshine.shell.Toast;
import cn.sunshine.spreadsheet.UploadedWorkbook;
import cn.sunshine.spreadsheet.WorkbookDownload;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Takes a sheet of households to be tried in the place of the register. */
final class SheetUpload extends Div {

  /**
   * @param received gets the name of the file and its content
   * @param template writes the workbook to be filled in
   */
  SheetUpload(BiConsumer<String, byte[]> received, Consumer<OutputStream> template) {
    Upload upload = new Upload();
    upload.setUploadHandler(
        UploadHandler.inMemory(
            (file, content) -> {
              upload.clearFileList();
              received.accept(file.fileName(), content);
            }));
    upload.setAcceptedFileTypes(".xlsx", ".csv");
    upload.setMaxFiles(1);
    upload.setMaxFileSize(UploadedWorkbook.LARGEST_FILE);
    upload.setDropAllowed(false);
    Button choose = new Button("选择表…");
    choose.setTooltipText("表头里可用的列：" + String.join("、", SheetColumn.titles()));
    upload.setUploadButton(choose);
    UploadI18N texts = new UploadI18N();
    texts.setError(
        new UploadI18N.Error()
            .setTooManyFiles("一次只能上传一份表。")
            .setFileIsTooBig("文件超过 10 MB，请拆成几个文件。")
            .setIncorrectFileType("只能上传 Excel 工作簿（.xlsx）或 CSV。"));
    texts.setUnits(new UploadI18N.Units().setSize(List.of("B", "kB", "MB", "GB")));
    upload.setI18n(texts);
    upload.addFileRejectedListener(event -> Toast.problem(event.getErrorMessage()));
    addClassName("trial-upload");
    Span limits =
        new Span("或试算一份表：.xlsx（10 MB）、.csv（5 MB），最多 %,d 户".formatted(SheetReader.MOST_ROWS));
    limits.addClassName("trial-limits");
    add(limits, upload, new WorkbookDownload("试算户.xlsx", "下载模板", template));
  }
}
