package cn.sunshine.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Photos and scans on a case, over the web as a client sends them. */
@RunningSystem
class AttachmentsTest {

  private static final String VILLAGE = "320612101200";
  private static final String OFFICIAL = "village." + VILLAGE;
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort int port;

  private String caseId;

  @BeforeEach
  void aRunningCase() {
    caseId = Person.official(port, OFFICIAL).applies(VILLAGE, Applications.withinTheLine());
  }

  @Test
  void aPhotoIsKeptListedAndGivenBackAsItWas() throws Exception {
    byte[] photo = Samples.jpeg();
    JsonNode attached = ok(upload(OFFICIAL, "../房产证.png", photo));

    assertThat(attached.path("name").asString()).isEqualTo("房产证.jpg");
    assertThat(attached.path("mediaType").asString()).isEqualTo("image/jpeg");
    assertThat(attached.path("size").asInt()).isEqualTo(photo.length);
    assertThat(attached.path("sha256").asString()).hasSize(64);
    assertThat(attached.path("uploadedBy").asString()).isEqualTo(OFFICIAL);
    assertThat(list(OFFICIAL)).containsExactly(attached);

    HttpResponse<byte[]> download = download(OFFICIAL, attached.path("id").asString());
    assertThat(download.statusCode()).isEqualTo(200);
    assertThat(download.body()).isEqualTo(photo);
    assertThat(download.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(download.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(download.headers().firstValue("Content-Disposition"))
        .get()
        .asString()
        .startsWith("attachment")
        .contains("filename*=UTF-8''%E6%88%BF");
    assertThat(download.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void theUploadIsInTheHistoryOfTheCase() throws Exception {
    ok(upload(OFFICIAL, "a.pdf", Samples.pdf()));

    assertThat(Person.official(port, OFFICIAL).seesCase(caseId).path("timeline").valueStream())
        .extracting(entry -> entry.path("action").asString())
        .contains("attachment-added");
  }

  @Test
  void theSameFileSentTwiceIsAttachedOnce() throws Exception {
    byte[] photo = Samples.png();
    JsonNode first = ok(upload(OFFICIAL, "a.png", photo));

    assertThat(ok(upload(OFFICIAL, "a.png", photo))).isEqualTo(first);
    assertThat(list(OFFICIAL)).hasSize(1);
  }

  @Test
  void anIdempotencyKeyIsHonoured() throws Exception {
    byte[] photo = Samples.png();
    JsonNode first = ok(upload(OFFICIAL, "a.png", photo, Optional.of("key-" + caseId)));

    assertThat(ok(upload(OFFICIAL, "a.png", photo, Optional.of("key-" + caseId)))).isEqualTo(first);
    assertThat(upload(OFFICIAL, "a.png", Samples.png(), Optional.of("key-" + caseId)).statusCode())
        .isEqualTo(409);
  }

  @Test
  void whatIsNoPhotoOrScanIsRefusedWhateverItIsCalled() throws Exception {
    byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

    assertRefused(upload(OFFICIAL, "photo.jpg", page), 422, "JPEG");
    assertRefused(upload(OFFICIAL, "empty.jpg", new byte[0]), 422, "空");
    assertRefused(
        upload(OFFICIAL, "big.jpg", Arrays.copyOf(Samples.jpeg(), Attachments.LARGEST + 1)),
        422,
        "10 MB");
    assertRefused(
        upload(OFFICIAL, "huge.jpg", Arrays.copyOf(Samples.jpeg(), 3 * Attachments.LARGEST)),
        413,
        "太大");
    assertThat(
            Person.official(port, OFFICIAL)
                .post("/api/v1/cases/" + caseId + "/attachments", Map.of())
                .status())
        .isBetween(400, 422);
    assertThat(list(OFFICIAL)).isEmpty();
  }

  @Test
  void aCaseHasNoMoreThanThirtyAlsoWhenManyAreSentAtOnce() throws Exception {
    List<Future<HttpResponse<String>>> uploads = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < Attachments.MOST_PER_CASE + 5; i++) {
        byte[] scan =
            (new String(Samples.pdf(), StandardCharsets.US_ASCII) + "%" + i)
                .getBytes(StandardCharsets.UTF_8);
        uploads.add(threads.submit(() -> upload(OFFICIAL, "scan.pdf", scan)));
      }
    }

    assertThat(uploads)
        .extracting(upload -> upload.resultNow().statusCode())
        .filteredOn(status -> status == 409)
        .hasSize(5);
    assertThat(list(OFFICIAL)).hasSize(Attachments.MOST_PER_CASE);
  }

  @ParameterizedTest
  @CsvSource({
    "village.320612101200, 200",
    "township.320612101, 200",
    "county.320612, 200",
    "comparison.3206, 200",
    "comparison.320612, 200",
    "audit.320612, 403",
    "discipline.3206, 403",
    "office.320612, 403",
    "finance.320612, 403",
    "department.320612, 403",
    "helper.320612101200, 404",
    "farmer.320612101200, 404",
    "township-finance.320612101, 404",
    "policy.3206, 404",
    "policy-approver.3206, 404",
    "village.320612101203, 404",
    "township.320612102, 404",
    "county.320681, 404",
    "comparison.320681, 404"
  })
  void onlyThoseWhoWorkOnTheCaseSeeItsAttachments(String account, int status) throws Exception {
    String id = ok(upload(OFFICIAL, "a.png", Samples.png())).path("id").asString();

    assertThat(download(account, id).statusCode()).isEqualTo(status);
    assertThat(get(account, "/api/v1/cases/" + caseId + "/attachments").statusCode())
        .isEqualTo(status);
    assertThat(upload(account, "b.png", Samples.png()).statusCode())
        .isEqualTo(status == 200 ? 201 : status);
  }

  @Test
  void theVillagersGroupAddsPhotosOfItsMeetingAndSeesOnlyThose() throws Exception {
    String group = "group." + VILLAGE;
    String passbook = ok(upload(OFFICIAL, "存折.png", Samples.png())).path("id").asString();
    JsonNode meeting = ok(upload(group, "评议会.jpg", Samples.jpeg()));

    assertThat(list(group)).containsExactly(meeting);
    assertThat(list(OFFICIAL)).hasSize(2);
    assertThat(download(group, passbook).statusCode()).isEqualTo(403);
  }

  @Test
  void theApplicantOfACaseSeesItsAttachments() throws Exception {
    String farmer = "farmer." + VILLAGE;
    caseId = Person.official(port, farmer).applies(VILLAGE, Applications.withinTheLine());

    ok(upload(farmer, "a.png", Samples.png()));

    assertThat(list(farmer)).hasSize(1);
  }

  @Test
  void onlyWhoAddedItRemovesItAndOnlyWhileTheCaseRuns() throws Exception {
    String gone = ok(upload(OFFICIAL, "a.png", Samples.png())).path("id").asString();
    String kept = ok(upload(OFFICIAL, "b.png", Samples.png())).path("id").asString();

    assertThat(remove("county.320612", gone).statusCode()).isEqualTo(403);
    assertThat(remove(OFFICIAL, gone).statusCode()).isEqualTo(204);
    assertThat(download(OFFICIAL, gone).statusCode()).isEqualTo(404);

    Person.official(port, OFFICIAL)
        .post("/api/v1/cases/" + caseId + "/withdraw", Map.of("reason", "不再申请"))
        .ok();
    assertRefused(remove(OFFICIAL, kept), 409, "依据");
    assertRefused(upload(OFFICIAL, "c.png", Samples.png()), 409, "附件");
    assertThat(download(OFFICIAL, kept).statusCode()).isEqualTo(200);
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String says) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(JSON.readTree(answer.body()).path("detail").asString()).contains(says);
  }

  private static JsonNode ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body());
  }

  private List<JsonNode> list(String account) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(account, "/api/v1/cases/" + caseId + "/attachments");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body()).path("items").valueStream().toList();
  }

  private HttpResponse<String> upload(String account, String name, byte[] content)
      throws IOException, InterruptedException {
    return upload(account, name, content, Optional.empty());
  }

  private HttpResponse<String> upload(
      String account, String name, byte[] content, Optional<String> key)
      throws IOException, InterruptedException {
    String boundary = "----sunshine";
    byte[] head =
        ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                    .formatted(boundary, name)
                + "Content-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        request(account, "/api/v1/cases/" + caseId + "/attachments")
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, content, tail)));
    key.ifPresent(value -> request.header("Idempotency-Key", value));
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<byte[]> download(String account, String id)
      throws IOException, InterruptedException {
    return HTTP.send(
        request(account, "/api/v1/attachments/" + id).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<String> remove(String account, String id)
      throws IOException, InterruptedException {
    return HTTP.send(
        request(account, "/api/v1/attachments/" + id).DELETE().build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String account, String path)
      throws IOException, InterruptedException {
    return HTTP.send(request(account, path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String account, String path) {
    String credentials =
        Base64.getEncoder()
            .encodeToString((account + ":sunshine").getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Basic " + credentials);
  }
}
