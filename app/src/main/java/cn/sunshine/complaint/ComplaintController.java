package cn.sunshine.complaint;

import cn.sunshine.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonAlias;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Open to anyone, without log-in. */
@RestController
@RequestMapping("/api/v1/complaints")
class ComplaintController {

  private final Complaints complaints;

  ComplaintController(Complaints complaints) {
    this.complaints = complaints;
  }

  /**
   * @param contact a text, or an object such as {@code {"name": …, "phone": …}}
   * @param anonymous when true no contact is kept, whatever was sent
   */
  record NewComplaint(
      String kind, String region, String subject, String text, Object contact, Boolean anonymous) {

    private String reach() {
      if (Boolean.TRUE.equals(anonymous) || contact == null) {
        return "";
      }
      return switch (contact) {
        case String words -> words;
        case Map<?, ?> fields ->
            fields.values().stream()
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
        default -> throw new Refusal.Invalid("联系方式（contact）应为文字。");
      };
    }
  }

  record Text(@JsonAlias({"answer", "objection", "content", "comment"}) String text) {}

  record Rating(Integer stars, String comment) {}

  record Withdrawal(String reason) {}

  @PostMapping
  ResponseEntity<Complaints.Receipt> file(@RequestBody NewComplaint filed) {
    Complaints.Receipt receipt =
        complaints.file(filed.kind(), filed.region(), filed.subject(), filed.text(), filed.reach());
    return ResponseEntity.created(URI.create("/api/v1/complaints/" + receipt.code())).body(receipt);
  }

  @GetMapping("/{code}")
  ResponseEntity<RequestProgress> progress(@PathVariable String code) {
    return shown(code);
  }

  @PostMapping("/{code}/answers")
  ResponseEntity<RequestProgress> answer(@PathVariable String code, @RequestBody Text answer) {
    complaints.answer(code, answer.text());
    return shown(code);
  }

  @PostMapping("/{code}/rating")
  ResponseEntity<RequestProgress> rate(@PathVariable String code, @RequestBody Rating rating) {
    complaints.rate(code, rating.stars(), rating.comment());
    return shown(code);
  }

  @PostMapping("/{code}/objection")
  ResponseEntity<RequestProgress> object(@PathVariable String code, @RequestBody Text objection) {
    complaints.object(code, objection.text());
    return shown(code);
  }

  @PostMapping({"/{code}/withdrawal", "/{code}/withdraw"})
  ResponseEntity<RequestProgress> withdraw(
      @PathVariable String code, @RequestBody(required = false) Withdrawal withdrawal) {
    complaints.withdraw(code, Optional.ofNullable(withdrawal).map(Withdrawal::reason).orElse(""));
    return shown(code);
  }

  @PostMapping("/{code}/attachments")
  ResponseEntity<RequestProgress> attach(
      @PathVariable String code, @RequestParam Optional<MultipartFile> file) throws IOException {
    MultipartFile sent =
        file.orElseThrow(() -> new Refusal.Invalid("请以 multipart/form-data 上传，文件放在 file 字段。"));
    complaints.attach(
        code, Optional.ofNullable(sent.getOriginalFilename()).orElse(""), sent.getBytes());
    return shown(code);
  }

  private ResponseEntity<RequestProgress> shown(String code) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(complaints.progress(code));
  }
}
