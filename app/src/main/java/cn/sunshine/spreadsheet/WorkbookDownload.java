package cn.sunshine.spreadsheet;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.OutputStream;
import java.util.function.Consumer;

/** A link to a workbook that is written when it is followed. */
public final class WorkbookDownload extends Anchor {

  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /**
   * @param words of the link
   * @param content writes the workbook; it leaves the stream open
   */
  public WorkbookDownload(String fileName, String words, Consumer<OutputStream> content) {
    addClassName("excel-download");
    add(VaadinIcon.DOWNLOAD_ALT.create(), new Span(words));
    getElement().setAttribute("download", true);
    DownloadHandler handler =
        event -> {
          event.setFileName(fileName);
          event.setContentType(TYPE);
          content.accept(event.getOutputStream());
        };
    setHref(handler);
  }
}
