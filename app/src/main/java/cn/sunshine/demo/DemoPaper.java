package cn.sunshine.demo;

import cn.sunshine.attachment.Evidence;
import cn.sunshine.inbox.Task;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** An invented paper for a gate of a project: a drawn photo, or a page that says what it is. */
record DemoPaper(String name, byte[] content) {

  private static final int WIDTH = 480;
  private static final int HEIGHT = 320;
  private static final int HORIZON = 150;

  static DemoPaper of(Evidence wanted, Task task) {
    String title = wanted.label() + "（演示）";
    return wanted.purpose().endsWith("photo")
        ? new DemoPaper(title + ".png", photo(task.getId()))
        : new DemoPaper(title + ".pdf", page(wanted.purpose(), task));
  }

  /**
   * Greenhouses in a field; each task's differ a little. The task's number is drawn into the first
   * line, for a photo with the same content again would count as the earlier one.
   */
  private static byte[] photo(String taskId) {
    int seed = taskId.hashCode();
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D paint = image.createGraphics();
    paint.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    paint.setPaint(new GradientPaint(0, 0, new Color(0x9cc9e8), 0, HORIZON, new Color(0xeaf4fa)));
    paint.fillRect(0, 0, WIDTH, HORIZON);
    paint.setPaint(
        new GradientPaint(0, HORIZON, new Color(0x7fa650), 0, HEIGHT, new Color(0x4f7a34)));
    paint.fillRect(0, HORIZON, WIDTH, HEIGHT - HORIZON);
    int halls = 3 + Math.floorMod(seed, 3);
    int width = WIDTH / halls - 20;
    for (int n = 0; n < halls; n++) {
      int x = 12 + n * (width + 18);
      int y = HORIZON + 10 + Math.floorMod(seed >> n, 24);
      paint.setColor(new Color(0xdfe7ea));
      paint.fillArc(x, y, width, 130, 0, 180);
      paint.setColor(new Color(0x8d9aa0));
      paint.drawArc(x, y, width, 130, 0, 180);
      paint.drawLine(x + width / 2, y, x + width / 2, y + 65);
    }
    paint.dispose();
    for (int n = 0; n < taskId.length(); n++) {
      image.setRGB(n, 0, new Color(taskId.charAt(n), 200, 232).getRGB());
    }
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One page in the letters that every reader of PDF has without a font of its own. */
  private static byte[] page(String purpose, Task task) {
    String text =
        "BT /F1 22 Tf 72 720 Td (DEMO - invented paper) Tj 0 -40 Td /F1 14 Tf ("
            + purpose
            + ", task "
            + task.getId()
            + ") Tj ET";
    String body =
        """
        %%PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R\
        /Resources<</Font<</F1 5 0 R>>>>>>endobj
        4 0 obj<</Length %d>>stream
        %s
        endstream endobj
        5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
        trailer<</Root 1 0 R>>
        %%%%EOF
        """
            .formatted(text.length(), text);
    return body.getBytes(StandardCharsets.US_ASCII);
  }
}
