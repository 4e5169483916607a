package cn.sunshine.attachment;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.util.List;

/** The attachments of a case, with upload while the case runs. */
class AttachmentList extends Div {

  private final transient Attachments attachments;
  private final transient CaseFile file;
  private final transient Actor actor;
  private final Div rows = new Div();

  /**
   * @throws Refusal.Forbidden when the actor must not see attachments of this case
   */
  AttachmentList(Attachments attachments, CaseFile file, Actor actor) {
    this.attachments = attachments;
    this.file = file;
    this.actor = actor;
    addClassName("attachment-list");
    add(rows);
    refresh();
    if (file.isRunning()) {
      Paragraph hint =
          new Paragraph(
              "照片（JPEG、PNG）或扫描件（PDF），每个不超过 10 MB，最多 " + Attachments.MOST_PER_CASE + " 个。");
      hint.addClassName("quiet");
      add(hint, upload());
    }
  }

  private Upload upload() {
    Upload upload =
        new Upload(
            UploadHandler.inMemory(
                (metadata, bytes) -> {
                  try {
                    attachments.add(file.getId(), metadata.fileName(), bytes, actor);
                    Toast.done("已上传 " + metadata.fileName() + "。");
                    refresh();
                  } catch (Refusal refusal) {
                    Toast.problem(refusal.sentence());
                  }
                }));
    upload.setAcceptedMimeTypes("image/jpeg", "image/png", "application/pdf");
    upload.setMaxFileSize(Attachments.LARGEST);
    upload.setUploadButton(new Button("上传附件"));
    upload.setDropLabel(new Span("或把文件拖到这里"));
    upload.addFileRejectedListener(
        event -> Toast.problem("没有上传 " + event.getFileName() + "：只收 10 MB 以内的 JPEG、PNG、PDF。"));
    return upload;
  }

  private void refresh() {
    List<Attachment> all = attachments.ofCase(file.getId(), actor);
    rows.removeAll();
    if (all.isEmpty()) {
      rows.add(new EmptyState("没有附件", "照片和扫描件会列在这里。"));
    }
    all.forEach(attachment -> rows.add(row(attachment)));
  }

  private Div row(Attachment attachment) {
    Anchor link =
        new Anchor(
            DownloadHandler.fromInputStream(event -> content(attachment)), attachment.name());
    Span about =
        new Span(
            Wording.number(Math.ceilDiv(attachment.size(), 1024))
                + " KB　"
                + Wording.dateTime(attachment.uploadedAt())
                + "　"
                + uploader(attachment));
    about.addClassName("quiet");
    Div row = new Div(link, about);
    row.addClassName("attachment-row");
    if (file.isRunning() && attachment.uploadedBy().equals(actor.username())) {
      Button remove = new Button("删除", event -> askToRemove(attachment));
      remove.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
      row.add(remove);
    }
    return row;
  }

  private static String uploader(Attachment attachment) {
    return attachment.uploadedBy().equals(Actor.PUBLIC.username())
        ? attachment.uploadedByName()
        : attachment.uploadedBy();
  }

  private DownloadResponse content(Attachment attachment) {
    AttachmentContent content = attachments.open(attachment.id(), actor);
    return new DownloadResponse(
        new ByteArrayInputStream(content.bytes()),
        attachment.name(),
        attachment.mediaType(),
        content.bytes().length);
  }

  private void askToRemove(Attachment attachment) {
    ConfirmDialog dialog =
        new ConfirmDialog(
            "删除附件？",
            attachment.name() + " 将被删除，办理经过里会留下记录。",
            "删除",
            event -> {
              attachments.remove(attachment.id(), actor);
              refresh();
            });
    dialog.setCancelable(true);
    dialog.setCancelText("取消");
    dialog.open();
  }
}
