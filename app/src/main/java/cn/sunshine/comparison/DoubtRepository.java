package cn.sunshine.comparison;

import java.util.List;
import org.springframework.data.repository.Repository;

interface DoubtRepository extends Repository<Doubt, String> {

  List<Doubt> findByCaseIdOrderByRoundAscPositionAsc(String caseId);

  List<Doubt> findByCaseIdAndRoundOrderByPosition(String caseId, int round);

  List<Doubt> findByCaseIdAndStatus(String caseId, DoubtStatus status);

  Doubt save(Doubt doubt);
}
