package cn.sunshine.attachment;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Role;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.problem.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Photos and scans on cases. They show identity cards and passbooks as they are, so only those see
 * them who see the case unmasked: its applicant and those who decide on it. The villagers' group
 * may add the photos of its meeting, and sees those.
 */
@Service
public class Attachments {

  /** The largest file, in bytes. */
  public static final int LARGEST = 10 * 1024 * 1024;

  /** How many files a case may have. */
  public static final int MOST_PER_CASE = 100;

  private static final String COLUMNS =
      "id, case_id, purpose, name, media_type, size, sha256, uploaded_by, uploaded_by_name,"
          + " uploaded_at";

  private final Cases cases;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final MeterRegistry meters;

  Attachments(Cases cases, JdbcClient jdbc, Clock clock, MeterRegistry meters) {
    this.cases = cases;
    this.jdbc = jdbc;
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * Attaches a file to a running case. The same content by the same person again is the same
   * attachment.
   *
   * @param name the file name as the person's machine calls it; it is cleaned
   * @throws Refusal.Invalid when it is empty, too large, or neither JPEG, PNG nor PDF
   * @throws Refusal.Conflict when the case has ended or has its number of files
   * @throws Refusal.NotFound when the actor may not know of the case
   * @throws Refusal.Forbidden when the actor does not work on it
   */
  @Transactional
  public Attachment add(String caseId, String name, byte[] content, Actor actor) {
    return add(caseId, "", name, content, actor);
  }

  /**
   * Attaches a file that proves something: the same content again, for the same purpose, is the
   * same attachment.
   *
   * @param purpose what it proves, as the form of a step names it; empty for any other paper
   */
  @Transactional
  public Attachment add(String caseId, String purpose, String name, byte[] content, Actor actor) {
    if (!purpose.matches("[a-z-]{0,40}")) {
      throw new Refusal.Invalid(
          "purpose 只能由小写字母和连字符组成。", List.of(new Refusal.FieldFault("purpose", "只能由小写字母和连字符组成")));
    }
    return add(workedOn(caseId, actor), purpose, name, content, actor);
  }

  /**
   * Attaches what somebody without an account hands in with the own case. The caller has made sure
   * that it is the person's own.
   */
  @Transactional
  public Attachment addForPublic(String caseId, String name, byte[] content) {
    return add(cases.require(caseId), "", name, content, Actor.PUBLIC);
  }

  private Attachment add(CaseFile file, String purpose, String name, byte[] content, Actor actor) {
    String caseId = file.getId();
    FileKind kind = check(content);
    lock(caseId);
    if (!file.isRunning()) {
      throw new Refusal.Conflict("案件" + file.status().chinese() + "，不能再添加附件。");
    }
    List<Attachment> present = all(caseId);
    String sha256 = sha256(content);
    Optional<Attachment> same =
        present.stream()
            .filter(a -> a.sha256().equals(sha256) && a.purpose().equals(purpose))
            .filter(a -> a.uploadedBy().equals(actor.username()))
            .findFirst();
    if (same.isPresent()) {
      return same.get();
    }
    if (present.size() >= MOST_PER_CASE) {
      throw new Refusal.Conflict("一个案件最多 " + MOST_PER_CASE + " 个附件，请先删除不需要的。");
    }
    Attachment attachment =
        new Attachment(
            UUID.randomUUID(),
            caseId,
            purpose,
            FileName.clean(name, kind),
            kind.mediaType(),
            content.length,
            sha256,
            actor.username(),
            actor.displayName(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    store(attachment, content);
    cases.note(caseId, actor.username(), "attachment-added", "", evidence(attachment));
    meters.counter("sunshine.attachments.stored", "type", kind.name()).increment();
    return attachment;
  }

  /** The attachments of a case that the actor may see, oldest first. */
  @Transactional(readOnly = true)
  public List<Attachment> ofCase(String caseId, Actor actor) {
    CaseFile file = workedOn(caseId, actor);
    return all(caseId).stream().filter(attachment -> isShown(attachment, file, actor)).toList();
  }

  /** All attachments of a case, for the capability that checks its evidence. */
  @Transactional(readOnly = true)
  public List<Attachment> evidenceOf(String caseId) {
    return all(caseId);
  }

  private List<Attachment> all(String caseId) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from attachment where case_id = ? and removed_at is null"
                + " order by uploaded_at, id")
        .param(caseId)
        .query((row, n) -> attachment(row))
        .list();
  }

  /** An attachment with its content. */
  @Transactional(readOnly = true)
  public AttachmentContent open(UUID id, Actor actor) {
    Attachment attachment = find(id, actor);
    byte[] bytes =
        jdbc.sql("select content from attachment where id = ?")
            .param(id)
            .query(byte[].class)
            .single();
    return new AttachmentContent(attachment, bytes);
  }

  /**
   * Removes an attachment from a running case; only who added it may.
   *
   * @throws Refusal.Forbidden when somebody else added it
   * @throws Refusal.Conflict when the case has ended: then it is evidence
   */
  @Transactional
  public void remove(UUID id, Actor actor) {
    Attachment attachment = find(id, actor);
    if (!attachment.uploadedBy().equals(actor.username())) {
      throw new Refusal.Forbidden("只有上传人可以删除附件。");
    }
    lock(attachment.caseId());
    CaseFile file = cases.find(attachment.caseId(), actor);
    if (!file.isRunning()) {
      throw new Refusal.Conflict("案件" + file.status().chinese() + "，附件作为依据保留，不能删除。");
    }
    jdbc.sql("update attachment set content = null, removed_at = ? where id = ?")
        .params(clock.instant().atOffset(ZoneOffset.UTC), id)
        .update();
    cases.note(
        attachment.caseId(), actor.username(), "attachment-removed", "", evidence(attachment));
  }

  private Attachment find(UUID id, Actor actor) {
    Attachment attachment =
        jdbc.sql("select " + COLUMNS + " from attachment where id = ? and removed_at is null")
            .param(id)
            .query((row, n) -> attachment(row))
            .optional()
            .orElseThrow(Attachments::notFound);
    try {
      if (!isShown(attachment, workedOn(attachment.caseId(), actor), actor)) {
        throw confidential();
      }
    } catch (Refusal.NotFound unknownCase) {
      throw notFound();
    }
    return attachment;
  }

  private static Refusal.NotFound notFound() {
    return new Refusal.NotFound("没有找到这个附件，它可能已被删除，或不在您的职责范围内。");
  }

  private CaseFile workedOn(String caseId, Actor actor) {
    CaseFile file = cases.find(caseId, actor);
    if (!cases.seesIdentities(file, actor) && !actor.holdsOver(file.region(), Role.GROUP)) {
      throw confidential();
    }
    return file;
  }

  private boolean isShown(Attachment attachment, CaseFile file, Actor actor) {
    return cases.seesIdentities(file, actor) || attachment.uploadedBy().equals(actor.username());
  }

  private static Refusal.Forbidden confidential() {
    return new Refusal.Forbidden("附件含有证件等个人信息，只有申请人和经办人员可以查看。");
  }

  /**
   * Checks a file that is to be attached.
   *
   * @throws Refusal.Invalid when it is empty, too large, or neither JPEG, PNG nor PDF
   */
  public void requireFit(byte[] content) {
    check(content);
  }

  private static FileKind check(byte[] content) {
    if (content.length == 0) {
      throw new Refusal.Invalid("文件是空的，请重新选择。");
    }
    if (content.length > LARGEST) {
      throw new Refusal.Invalid("文件超过 10 MB，请压缩或拍得小一些后重新上传。");
    }
    return FileKind.of(content)
        .orElseThrow(() -> new Refusal.Invalid("只能上传 JPEG、PNG 图片或 PDF 文件；改扩展名不改变文件的类型。"));
  }

  private void store(Attachment attachment, byte[] content) {
    jdbc.sql("insert into attachment (" + COLUMNS + ", content) values (?,?,?,?,?,?,?,?,?,?,?)")
        .params(
            attachment.id(),
            attachment.caseId(),
            attachment.purpose(),
            attachment.name(),
            attachment.mediaType(),
            attachment.size(),
            attachment.sha256(),
            attachment.uploadedBy(),
            attachment.uploadedByName(),
            attachment.uploadedAt().atOffset(ZoneOffset.UTC),
            content)
        .update();
  }

  /** For the history of the case; a file name may hold a person's name and is left out. */
  private static Map<String, ?> evidence(Attachment attachment) {
    return Map.of(
        "purpose", attachment.purpose(),
        "attachment", attachment.id().toString(),
        "mediaType", attachment.mediaType(),
        "sha256", attachment.sha256());
  }

  /** Counting and adding are one step for each case. */
  private void lock(String caseId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('attachment:' || ?, 0))")
        .param(caseId)
        .query(
            row -> {
              // the lock is the effect; there is nothing to read
            });
  }

  private static Attachment attachment(ResultSet row) throws SQLException {
    return new Attachment(
        row.getObject("id", UUID.class),
        row.getString("case_id"),
        row.getString("purpose"),
        row.getString("name"),
        row.getString("media_type"),
        row.getInt("size"),
        row.getString("sha256"),
        row.getString("uploaded_by"),
        row.getString("uploaded_by_name"),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
