package cn.sunshine.complaint;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ComplaintRepository extends Repository<Complaint, String> {

  /** Writes at once, and the case before it: what belongs to a request is written without JPA. */
  Complaint saveAndFlush(Complaint complaint);

  Optional<Complaint> findByCaseId(String caseId);

  Optional<Complaint> findByCodeHash(String codeHash);

  @Query("select complaint.caseId from Complaint complaint where complaint.codeHash = :codeHash")
  Optional<String> caseOf(String codeHash);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select complaint from Complaint complaint where complaint.caseId = :caseId")
  Optional<Complaint> lockByCaseId(String caseId);
}
