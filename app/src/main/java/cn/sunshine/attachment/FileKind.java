package cn.sunshine.attachment;

import java.util.Arrays;
import java.util.Optional;
import org.apache.tika.Tika;

/** What may be attached. */
enum FileKind {
  JPEG("image/jpeg", ".jpg"),
  PNG("image/png", ".png"),
  PDF("application/pdf", ".pdf");

  private static final Tika TIKA = new Tika();

  private final String mediaType;
  private final String ending;

  FileKind(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  /** The kind that the bytes themselves are of; a name or a header would only be a claim. */
  static Optional<FileKind> of(byte[] content) {
    String found = TIKA.detect(content);
    return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(found)).findFirst();
  }

  String mediaType() {
    return mediaType;
  }

  String ending() {
    return ending;
  }
}
