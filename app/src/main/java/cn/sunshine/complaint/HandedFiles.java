package cn.sunshine.complaint;

import cn.sunshine.attachment.Attachments;
import cn.sunshine.problem.Refusal;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The photos and scans that somebody is about to hand in, checked as they come. */
final class HandedFiles extends Div {

  private static final int MOST = 6;

  private final transient List<Complaints.Handed> handed = new ArrayList<>();
  private final Div rows = new Div();

  /**
   * @param check refuses what may not be attached
   * @param problem tells what is wrong
   */
  HandedFiles(Consumer<byte[]> check, Consumer<String> problem) {
    Upload upload =
        new Upload(
            UploadHandler.inMemory(
                (metadata, bytes) -> {
                  try {
                    check.accept(bytes);
                    add(new Complaints.Handed(metadata.fileName(), bytes), problem);
                  } catch (Refusal refusal) {
                    problem.accept(metadata.fileName() + "：" + refusal.sentence());
                  }
                }));
    upload.setAcceptedMimeTypes("image/jpeg", "image/png", "application/pdf");
    upload.setMaxFileSize(Attachments.LARGEST);
    upload.setUploadButton(new Button("添加照片或文件"));
    upload.setDropAllowed(false);
    upload.addFileRejectedListener(
        event -> problem.accept(event.getFileName() + "：只收 10 MB 以内的 JPEG、PNG 图片或 PDF。"));
    upload.getElement().executeJs("this.addEventListener('upload-success', e => this.files = [])");
    Span label = new Span("照片或文件（可不传）");
    label.addClassName("field-label");
    Paragraph hint = new Paragraph("JPEG、PNG 或 PDF，每个不超过 10 MB，最多 " + MOST + " 个。");
    hint.addClassName("quiet");
    add(label, upload, rows, hint);
  }

  List<Complaints.Handed> all() {
    return List.copyOf(handed);
  }

  private void add(Complaints.Handed file, Consumer<String> problem) {
    if (handed.size() >= MOST) {
      problem.accept("一次最多 " + MOST + " 个附件。");
      return;
    }
    handed.add(file);
    Div row = new Div(new Span(file.name()));
    row.addClassName("attachment-row");
    row.add(
        new Button(
            "移除",
            event -> {
              handed.remove(file);
              rows.remove(row);
            }));
    rows.add(row);
  }
}
