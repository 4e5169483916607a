package cn.sunshine.admission.roster;

import cn.sunshine.shell.Toast;
import cn.sunshine.spreadsheet.UploadedWorkbook;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import java.util.function.BiConsumer;

/** Takes one filled-in workbook at a time. */
final class RosterUpload extends Div {

  private final Upload upload;
  private final Span busy = new Span("正在导入，请等它完成或取消后再上传下一份。");

  /**
   * @param received gets the name of the file and its content
   */
  RosterUpload(BiConsumer<String, byte[]> received) {
    upload =
        new Upload(
            UploadHandler.inMemory(
                (file, content) -> {
                  received.accept(file.fileName(), content);
                  clear();
                }));
    upload.setAcceptedFileTypes(".xlsx");
    upload.setMaxFiles(1);
    upload.setMaxFileSize(UploadedWorkbook.LARGEST_FILE);
    upload.setUploadButton(new Button("选择填好的表…"));
    upload.setDropLabel(new Span("或把文件拖到这里（.xlsx，不超过 10 MB）"));
    upload.setI18n(texts());
    upload.addFileRejectedListener(event -> Toast.problem(event.getErrorMessage()));
    busy.addClassName("quiet");
    busy.setVisible(false);
    add(upload, busy);
  }

  void setBusy(boolean running) {
    upload.setVisible(!running);
    busy.setVisible(running);
  }

  private void clear() {
    upload.clearFileList();
  }

  private static UploadI18N texts() {
    UploadI18N texts = new UploadI18N();
    texts.setAddFiles(new UploadI18N.AddFiles().setOne("选择文件…").setMany("选择文件…"));
    texts.setDropFiles(new UploadI18N.DropFiles().setOne("把文件拖到这里").setMany("把文件拖到这里"));
    texts.setError(
        new UploadI18N.Error()
            .setTooManyFiles("一次只能上传一份表。")
            .setFileIsTooBig("文件超过 10 MB，请拆成几个文件。")
            .setIncorrectFileType("只能上传 Excel 工作簿（.xlsx）。"));
    texts.setUploading(
        new UploadI18N.Uploading()
            .setStatus(
                new UploadI18N.Uploading.Status()
                    .setConnecting("正在连接…")
                    .setStalled("网络没有响应")
                    .setProcessing("正在读取…")
                    .setHeld("等待中"))
            .setRemainingTime(
                new UploadI18N.Uploading.RemainingTime().setPrefix("剩余时间 ").setUnknown("剩余时间未知"))
            .setError(
                new UploadI18N.Uploading.Error()
                    .setServerUnavailable("上传没有成功，请稍后重试。")
                    .setUnexpectedServerError("上传没有成功，请重试。")
                    .setForbidden("没有上传的权限。")));
    texts.setUnits(new UploadI18N.Units().setSize(List.of("B", "kB", "MB", "GB")));
    return texts;
  }
}
