package cn.sunshine.casework;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CaseRepository extends Repository<CaseFile, String> {

  CaseFile save(CaseFile file);

  Optional<CaseFile> findById(String id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select file from casefile file where file.id = :id")
  Optional<CaseFile> lockById(String id);

  @Query(value = "select nextval('case_number')", nativeQuery = true)
  long nextNumber();
}
