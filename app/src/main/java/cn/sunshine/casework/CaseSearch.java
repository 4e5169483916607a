package cn.sunshine.casework;

import cn.sunshine.account.CurrentActor;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.SearchHit;
import cn.sunshine.shell.SearchSource;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds cases for the search field by name, ID number or case number. */
@Component
@Order(1)
class CaseSearch implements SearchSource {

  private final CaseList list;
  private final Regions regions;
  private final CurrentActor currentActor;

  CaseSearch(CaseList list, Regions regions, CurrentActor currentActor) {
    this.list = list;
    this.regions = regions;
    this.currentActor = currentActor;
  }

  @Override
  public List<SearchHit> find(String words, int limit) {
    CaseQuery query =
        new CaseQuery(Optional.empty(), Optional.empty(), Optional.of(words), 0, limit);
    return list.find(query, currentActor.require()).items().stream()
        .map(
            file ->
                new SearchHit(
                    "案件",
                    file.subject(),
                    "%s · %s · %s"
                        .formatted(
                            file.getId(), file.status().chinese(), regions.fullName(file.region())),
                    CasesPage.PATH + "/" + file.getId()))
        .toList();
  }
}
