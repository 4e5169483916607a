package cn.sunshine.policychange;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ChangeRepository extends Repository<PolicyChange, Long> {

  PolicyChange saveAndFlush(PolicyChange change);

  Optional<PolicyChange> findById(long id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from PolicyChange c where c.id = :id")
  Optional<PolicyChange> lockById(long id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from PolicyChange c where c.caseId = :caseId")
  Optional<PolicyChange> lockByCaseId(String caseId);

  Optional<PolicyChange> findByCaseId(String caseId);

  List<PolicyChange> findByPackInAndStateNotOrderByChangedAtDesc(
      Collection<String> packs, PolicyChange.State state);

  List<PolicyChange> findByPackAndAuthorAndStateInOrderByChangedAtDesc(
      String pack, String author, Collection<PolicyChange.State> states);

  List<PolicyChange> findByPackAndStateIn(String pack, Collection<PolicyChange.State> states);
}
