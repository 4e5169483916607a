package cn.sunshine.trialrun;

import cn.sunshine.shell.Toast;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import java.util.function.BiConsumer;

/** Takes a sheet of households to be tried in the place of the register. */
final class SheetUpload extends Div {

  /**
   * @param received gets the name of the file and its content
   */
  SheetUpload(BiConsumer<String, byte[]> received) {
    Upload upload = new Upload();
    upload.setUploadHandler(
        UploadHandler.inMemory(
            (file, content) -> {
              upload.clearFileList();
              received.accept(file.fileName(), content);
            }));
    upload.setAcceptedFileTypes(".csv");
    upload.setMaxFiles(1);
    upload.setMaxFileSize(SheetReader.LARGEST_FILE);
    upload.setDropAllowed(false);
    Button choose = new Button("试算一份表（CSV）…");
    choose.setTooltipText("第一行是表头，可用的列：" + String.join("、", SheetReader.titles()));
    upload.setUploadButton(choose);
    UploadI18N texts = new UploadI18N();
    texts.setError(
        new UploadI18N.Error()
            .setTooManyFiles("一次只能上传一份表。")
            .setFileIsTooBig("文件超过 5 MB，请拆成几个文件。")
            .setIncorrectFileType("请在 Excel 或 WPS 里另存为 CSV 再上传。"));
    texts.setUnits(new UploadI18N.Units().setSize(List.of("B", "kB", "MB", "GB")));
    upload.setI18n(texts);
    upload.addFileRejectedListener(event -> Toast.problem(event.getErrorMessage()));
    addClassName("trial-upload");
    add(upload);
  }
}
