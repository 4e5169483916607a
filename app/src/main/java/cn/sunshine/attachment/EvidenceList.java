package cn.sunshine.attachment;

import cn.sunshine.account.Actor;
import cn.sunshine.inbox.Task;
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Tone;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import java.util.function.Supplier;

/** The papers that a step wants, there or missing, each with its upload. */
class EvidenceList extends Div {

  private final transient Supplier<List<Evidence>> wanted;
  private final transient Attachments attachments;
  private final transient Task task;
  private final transient Actor actor;

  EvidenceList(Supplier<List<Evidence>> wanted, Attachments attachments, Task task, Actor actor) {
    this.wanted = wanted;
    this.attachments = attachments;
    this.task = task;
    this.actor = actor;
    addClassName("attachment-list");
    refresh();
  }

  private void refresh() {
    removeAll();
    wanted.get().forEach(paper -> add(row(paper)));
  }

  private Div row(Evidence paper) {
    Div row =
        new Div(
            new StateBadge(
                paper.present() ? Tone.GOOD : Tone.WARNING, paper.present() ? "已有" : "缺少"),
            new Span(paper.label() + (paper.fresh() ? "（本次上传）" : "")));
    row.addClassName("evidence-row");
    if (task.state() == Task.State.OPEN) {
      row.add(upload(paper));
    }
    return row;
  }

  /** A fresh paper is not there yet when the same file had been added before this step. */
  private boolean isThere(Evidence paper) {
    return wanted.get().stream()
        .anyMatch(now -> now.purpose().equals(paper.purpose()) && now.present());
  }

  private Upload upload(Evidence paper) {
    Upload upload =
        new Upload(
            UploadHandler.inMemory(
                (metadata, bytes) -> {
                  try {
                    attachments.add(
                        task.caseId(), paper.purpose(), metadata.fileName(), bytes, actor);
                    if (isThere(paper)) {
                      Toast.done("已上传" + paper.label() + "。");
                    } else {
                      Toast.problem("这份文件以前上传过，不算本次的材料。请上传本次的" + paper.label() + "。");
                    }
                    refresh();
                  } catch (Refusal refusal) {
                    Toast.problem(refusal.sentence());
                  }
                }));
    upload.setAcceptedMimeTypes("image/jpeg", "image/png", "application/pdf");
    upload.setMaxFileSize(Attachments.LARGEST);
    upload.setDropAllowed(false);
    Button button = new Button(paper.present() ? "再传一份" : "上传");
    button.setAriaLabel("上传" + paper.label());
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    upload.setUploadButton(button);
    return upload;
  }
}
