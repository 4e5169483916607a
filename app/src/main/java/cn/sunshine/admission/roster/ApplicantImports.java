package cn.sunshine.admission.roster;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.audit.AuditTrail;
import cn.sunshine.policy.Packs;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Region;
import cn.sunshine.region.Regions;
import cn.sunshine.spreadsheet.UploadedWorkbook;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A township imports its applicants from an Excel sheet. An import runs in the background: look at
 * it again by its id, or listen for {@link ImportChanged}. Only the office of the township sees and
 * does any of this.
 */
@Service
public class ApplicantImports {

  private static final int LONGEST_FILE_NAME = 200;

  private final ImportStore imports;
  private final ImportWorker worker;
  private final Regions regions;
  private final Packs packs;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  ApplicantImports(
      ImportStore imports,
      ImportWorker worker,
      Regions regions,
      Packs packs,
      AuditTrail audit,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.imports = imports;
    this.worker = worker;
    this.regions = regions;
    this.packs = packs;
    this.audit = audit;
    this.transaction = transaction;
    this.events = events;
  }

  /** The townships for which the actor may import; empty when the role does not allow it. */
  public List<Region> townships(Actor actor) {
    return actor.grantsOf(Role.TOWNSHIP_OFFICE).stream()
        .map(Grant::region)
        .map(regions::require)
        .sorted(Comparator.comparing(Region::code))
        .toList();
  }

  /** Writes the empty workbook with the township's villages, and leaves the stream open. */
  public void writeTemplate(String township, Actor actor, OutputStream out) {
    requireOffice(township, actor);
    RosterTemplate.write(new Villages(regions, township).all(), out);
  }

  /**
   * Reads a filled-in workbook and begins to import it.
   *
   * @param file an .xlsx of at most 10 MB; read to its end, not closed
   * @throws Refusal.Invalid when the file as a whole cannot be taken; faults in single rows are
   *     told by the import
   * @throws Refusal.Conflict while another import of the township runs
   */
  public ImportRun start(String township, String fileName, InputStream file, Actor actor)
      throws IOException {
    requireOffice(township, actor);
    packs.require(township);
    Roster roster = RosterReader.read(file.readNBytes(UploadedWorkbook.LARGEST_FILE + 1));
    String id = UUID.randomUUID().toString();
    transaction.executeWithoutResult(status -> open(id, township, fileName, roster, actor));
    worker.submit(id);
    return find(id, actor);
  }

  private void open(String id, String township, String fileName, Roster roster, Actor actor) {
    String name = fileName.strip();
    String shortName =
        name.length() > LONGEST_FILE_NAME ? name.substring(0, LONGEST_FILE_NAME) : name;
    if (!imports.open(id, township, shortName, roster, actor)) {
      throw new Refusal.Conflict("本镇（街道）还有一份表正在导入，请等它完成，或取消后再上传。");
    }
    audit.append(
        "import:" + id,
        actor.username(),
        township,
        "import",
        "",
        Map.of("file", shortName, "households", roster.households().size()));
  }

  /**
   * An import as it stands now.
   *
   * @throws Refusal.NotFound when there is none, or it is another township's
   */
  @Transactional(readOnly = true)
  public ImportRun find(String id, Actor actor) {
    return imports
        .find(id)
        .filter(run -> actor.holdsAt(Role.TOWNSHIP_OFFICE, run.township()))
        .orElseThrow(() -> new Refusal.NotFound("没有这次导入，或它不是本镇（街道）的。"));
  }

  /** The imports of the actor's townships, newest first. */
  @Transactional(readOnly = true)
  public Page<ImportRun> runs(Pageable page, Actor actor) {
    List<String> mine = townships(actor).stream().map(Region::code).toList();
    if (mine.isEmpty()) {
      throw new Refusal.Forbidden("只有镇（街道）可以用表格导入申请人。");
    }
    return imports.latest(mine, page);
  }

  /**
   * The households of an import in the order of the sheet.
   *
   * @param state only those; empty for all
   */
  @Transactional(readOnly = true)
  public Page<ImportedHousehold> households(
      String id, Optional<ImportedHousehold.State> state, Pageable page, Actor actor) {
    find(id, actor);
    return imports.households(
        id,
        state.map(List::of).orElseGet(() -> Arrays.asList(ImportedHousehold.State.values())),
        page);
  }

  /**
   * Ends an import: cases that were started stay, the other households can be corrected and
   * uploaded again. Done twice, or after its end, it changes nothing.
   */
  public ImportRun cancel(String id, Actor actor) {
    ImportRun run = find(id, actor);
    transaction.executeWithoutResult(
        status -> {
          if (imports.end(id, ImportRun.State.CANCELLED)) {
            audit.append(
                "import:" + id, actor.username(), run.township(), "import-cancelled", "", Map.of());
          }
        });
    events.publishEvent(new ImportChanged(id, run.township()));
    return find(id, actor);
  }

  /**
   * Writes the households that did not become cases as a workbook to be corrected and uploaded
   * again, and leaves the stream open.
   *
   * @throws Refusal.Conflict when it still runs, nothing is left to correct, or the rows have been
   *     erased after 30 days
   */
  @Transactional(readOnly = true)
  public void writeCorrections(String id, Actor actor, OutputStream out) {
    ImportRun run = find(id, actor);
    if (run.state() == ImportRun.State.RUNNING) {
      throw new Refusal.Conflict("还在导入，请等它完成或取消后再下载错误表。");
    }
    if (run.remaining() == 0) {
      throw new Refusal.Conflict("这次导入没有错误，不需要错误表。");
    }
    List<CorrectionSheet.Remaining> remaining = imports.remaining(id);
    if (remaining.isEmpty()) {
      throw new Refusal.Conflict("出于保护个人信息，错误表只保留 30 天，现在已经删除。");
    }
    CorrectionSheet.write(remaining, out);
  }

  private void requireOffice(String township, Actor actor) {
    if (!actor.holdsAt(Role.TOWNSHIP_OFFICE, township)) {
      throw new Refusal.Forbidden("只有镇（街道）可以为本镇（街道）用表格导入申请人。");
    }
  }
}
