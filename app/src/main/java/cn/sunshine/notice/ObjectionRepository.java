package cn.sunshine.notice;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ObjectionRepository extends Repository<Objection, String> {

  Objection save(Objection objection);

  Optional<Objection> findById(String id);

  long countByNoticeId(String noticeId);

  List<Objection> findByNoticeIdOrderByRaisedAt(String noticeId);

  List<Objection> findByNoticeIdIn(Collection<String> noticeIds);
}
