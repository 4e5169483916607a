package cn.sunshine.comparison;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Role;
import cn.sunshine.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which files of the bureaus were taken in, and with what result (NT-9, JY-17). */
@Service
public class ComparisonFiles {

  private static final Role[] READERS = {
    Role.COMPARISON, Role.OFFICE, Role.DISCIPLINE, Role.AUDIT, Role.ADMIN
  };

  private final JdbcClient jdbc;

  ComparisonFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The files, newest first.
   *
   * @throws Refusal.Forbidden when the role does not look after the comparison
   */
  @Transactional(readOnly = true)
  public Page<ComparisonFile> latest(Pageable page, Actor actor) {
    if (actor.grantsOf(READERS).isEmpty()) {
      throw new Refusal.Forbidden("只有信息比对、监管办公室、纪检监察、审计和系统管理员可以查看比对文件。");
    }
    List<ComparisonFile> files =
        jdbc.sql("select * from comparison_file order by handled_at desc, id limit ? offset ?")
            .params(page.getPageSize(), page.getOffset())
            .query((row, n) -> file(row))
            .list();
    long total = jdbc.sql("select count(*) from comparison_file").query(Long.class).single();
    return new PageImpl<>(files, page, total);
  }

  /** Records that a file was taken in; part of the transaction that loads it. */
  @Transactional
  public void record(ComparisonFile file) {
    jdbc.sql(
            """
            insert into comparison_file (id, name, sha256, outcome, rows, faults, handled_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            file.id(),
            file.name(),
            file.sha256(),
            file.outcome().name(),
            file.rows(),
            file.faults(),
            file.handledAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static ComparisonFile file(ResultSet row) throws SQLException {
    return new ComparisonFile(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("sha256"),
        ComparisonFile.Outcome.valueOf(row.getString("outcome")),
        row.getInt("rows"),
        row.getInt("faults"),
        row.getObject("handled_at", OffsetDateTime.class).toInstant());
  }
}
