package cn.sunshine.notice;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface NoticeRepository extends Repository<Notice, String> {

  Notice save(Notice notice);

  Optional<Notice> findById(String id);

  Optional<Notice> findByJobKey(long jobKey);

  /** The case of a notice, without loading the notice: it is read when it is held. */
  @Query("select notice.caseId from Notice notice where notice.id = :id")
  Optional<String> caseOf(String id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select notice from Notice notice where notice.id = :id")
  Optional<Notice> lockById(String id);

  /** Those of the region, of what lies in it, and of what it lies in: a village sees its town's. */
  @Query(
      """
      select notice from Notice notice
      where notice.state = cn.sunshine.notice.Notice.State.RUNNING
        and notice.until > :now
        and (notice.region like concat(:region, '%') or :region like concat(notice.region, '%'))
      order by notice.until, notice.id
      """)
  Page<Notice> runningIn(String region, Instant now, Pageable page);

  List<Notice> findByCaseIdOrderByPublishedAt(String caseId);
}
