package cn.sunshine.attachment;

import cn.sunshine.account.CurrentActor;
import cn.sunshine.problem.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1")
class AttachmentController {

  private final Attachments attachments;
  private final CurrentActor actor;

  AttachmentController(Attachments attachments, CurrentActor actor) {
    this.attachments = attachments;
    this.actor = actor;
  }

  record Listing(List<Attachment> items, long total) {}

  @PostMapping("/cases/{caseId}/attachments")
  ResponseEntity<Attachment> add(
      @PathVariable String caseId,
      @RequestParam(defaultValue = "") String purpose,
      @RequestParam Optional<MultipartFile> file)
      throws IOException {
    MultipartFile sent =
        file.orElseThrow(() -> new Refusal.Invalid("请以 multipart/form-data 上传，文件放在 file 字段。"));
    String name = Optional.ofNullable(sent.getOriginalFilename()).orElse("");
    Attachment attachment =
        attachments.add(caseId, purpose, name, sent.getBytes(), actor.require());
    return ResponseEntity.created(URI.create("/api/v1/attachments/" + attachment.id()))
        .body(attachment);
  }

  @GetMapping("/cases/{caseId}/attachments")
  Listing list(@PathVariable String caseId) {
    List<Attachment> items = attachments.ofCase(caseId, actor.require());
    return new Listing(items, items.size());
  }

  /** Always a download: what somebody uploaded is never shown as a page of ours. */
  @GetMapping("/attachments/{id}")
  ResponseEntity<byte[]> download(@PathVariable UUID id) {
    AttachmentContent content = attachments.open(id, actor.require());
    ContentDisposition disposition =
        ContentDisposition.attachment()
            .filename(content.attachment().name(), StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(content.attachment().mediaType()))
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(content.bytes());
  }

  @DeleteMapping("/attachments/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id) {
    attachments.remove(id, actor.require());
  }
}
