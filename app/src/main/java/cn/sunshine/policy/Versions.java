package cn.sunshine.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The versions that policy staff have released. Who may release what is decided where changes are
 * approved; here they are kept for good.
 */
@Service
public class Versions {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Versions(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /** Puts a version in force at once, that is when the transaction commits. */
  @Transactional(propagation = Propagation.MANDATORY)
  public PolicyVersion release(NewVersion version) {
    Artefact artefact = version.artefact();
    jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
        .param(artefact.toString())
        .query()
        .listOfRows();
    PolicyVersion released =
        jdbc.sql(
                """
                insert into policy_version
                  (pack, kind, name, number, content, tests, effective_at, running_cases, author,
                   approver, reason, document, change_case, restores)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                returning *
                """)
            .params(
                artefact.pack(),
                artefact.kind().name(),
                artefact.name(),
                currentNumber(artefact) + 1,
                version.content(),
                version.tests(),
                clock.instant().atOffset(ZoneOffset.UTC),
                version.runningCases().name(),
                version.author(),
                version.approver(),
                version.reason(),
                version.document(),
                version.changeCase(),
                version.restores().orElse(null))
            .query((row, n) -> version(row))
            .single();
    events.publishEvent(new VersionReleased(artefact, released.number()));
    return released;
  }

  /** The number in force; {@link PolicyVersion#SHIPPED} when nothing has been released. */
  @Transactional(readOnly = true)
  public int currentNumber(Artefact artefact) {
    return current(artefact).map(PolicyVersion::number).orElse(PolicyVersion.SHIPPED);
  }

  /** The released version in force; empty when it is the one the pack is shipped with. */
  @Transactional(readOnly = true)
  public Optional<PolicyVersion> current(Artefact artefact) {
    return jdbc.sql(
            "select * from policy_version where pack = ? and kind = ? and name = ?"
                + " order by number desc limit 1")
        .params(artefact.pack(), artefact.kind().name(), artefact.name())
        .query((row, n) -> version(row))
        .optional();
  }

  /** One released version; empty when there is none of this number. */
  @Transactional(readOnly = true)
  public Optional<PolicyVersion> find(Artefact artefact, int number) {
    return jdbc.sql(
            "select * from policy_version where pack = ? and kind = ? and name = ? and number = ?")
        .params(artefact.pack(), artefact.kind().name(), artefact.name(), number)
        .query((row, n) -> version(row))
        .optional();
  }

  /** All released versions of an artefact, newest first. */
  @Transactional(readOnly = true)
  public List<PolicyVersion> of(Artefact artefact) {
    return jdbc.sql(
            "select * from policy_version where pack = ? and kind = ? and name = ?"
                + " order by number desc")
        .params(artefact.pack(), artefact.kind().name(), artefact.name())
        .query((row, n) -> version(row))
        .list();
  }

  /** All released versions of a kind, oldest first. */
  @Transactional(readOnly = true)
  public List<PolicyVersion> of(ArtefactKind kind) {
    return jdbc.sql("select * from policy_version where kind = ? order by id")
        .param(kind.name())
        .query((row, n) -> version(row))
        .list();
  }

  /** All released versions of these kinds without their texts, oldest first. */
  @Transactional(readOnly = true)
  List<VersionHead> heads(Collection<ArtefactKind> kinds) {
    return jdbc.sql(
            "select id, pack, kind, name, number, effective_at, running_cases from policy_version"
                + " where kind = any(?) order by id")
        .param(kinds.stream().map(Enum::name).toArray(String[]::new))
        .query(
            (row, n) ->
                new VersionHead(
                    row.getLong("id"),
                    artefact(row),
                    row.getInt("number"),
                    row.getObject("effective_at", OffsetDateTime.class).toInstant(),
                    RunningCases.valueOf(row.getString("running_cases"))))
        .list();
  }

  /** The texts of some versions, by their ids. */
  @Transactional(readOnly = true)
  Map<Long, String> contents(Collection<VersionHead> heads) {
    return jdbc
        .sql("select id, content from policy_version where id = any(?)")
        .param(heads.stream().map(VersionHead::id).toArray(Long[]::new))
        .query((row, n) -> Map.entry(row.getLong("id"), row.getString("content")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Artefact artefact(ResultSet row) throws SQLException {
    return new Artefact(
        row.getString("pack"), ArtefactKind.valueOf(row.getString("kind")), row.getString("name"));
  }

  private static PolicyVersion version(ResultSet row) throws SQLException {
    return new PolicyVersion(
        row.getLong("id"),
        artefact(row),
        row.getInt("number"),
        row.getString("content"),
        row.getString("tests"),
        row.getObject("effective_at", OffsetDateTime.class).toInstant(),
        RunningCases.valueOf(row.getString("running_cases")),
        row.getString("author"),
        row.getString("approver"),
        row.getString("reason"),
        row.getString("document"),
        row.getString("change_case"),
        Optional.ofNullable((Integer) row.getObject("restores")));
  }
}
