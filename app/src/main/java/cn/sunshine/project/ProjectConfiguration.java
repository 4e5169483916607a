package cn.sunshine.project;

import cn.sunshine.bidding.Tenders;
import cn.sunshine.casework.Cases;
import cn.sunshine.forms.FormLibrary;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** One kind of case, and one writer of public notices, for each kind of project. */
@Configuration
class ProjectConfiguration {

  private final FormLibrary forms;
  private final ProjectStore store;
  private final ProjectSteps steps;
  private final Cases cases;
  private final Tenders tenders;
  private final JsonMapper json;

  ProjectConfiguration(
      FormLibrary forms,
      ProjectStore store,
      ProjectSteps steps,
      Cases cases,
      Tenders tenders,
      JsonMapper json) {
    this.forms = forms;
    this.store = store;
    this.steps = steps;
    this.cases = cases;
    this.tenders = tenders;
    this.json = json;
  }

  @Bean
  ProjectCase provincialVillageProject() {
    return kind(ProjectType.PROVINCIAL);
  }

  @Bean
  ProjectCase municipalVillageProject() {
    return kind(ProjectType.MUNICIPAL);
  }

  @Bean
  ProjectCase pooledProject() {
    return kind(ProjectType.POOLED);
  }

  @Bean
  ProjectCase directHouseholdProject() {
    return kind(ProjectType.DIRECT);
  }

  @Bean
  ProjectCase villageInvestment() {
    return kind(ProjectType.INVESTMENT);
  }

  @Bean
  ProjectNotices provincialNotices() {
    return notices(ProjectType.PROVINCIAL);
  }

  @Bean
  ProjectNotices municipalNotices() {
    return notices(ProjectType.MUNICIPAL);
  }

  @Bean
  ProjectNotices pooledNotices() {
    return notices(ProjectType.POOLED);
  }

  @Bean
  ProjectNotices directNotices() {
    return notices(ProjectType.DIRECT);
  }

  @Bean
  ProjectNotices investmentNotices() {
    return notices(ProjectType.INVESTMENT);
  }

  private ProjectCase kind(ProjectType type) {
    return new ProjectCase(type, forms, store, steps, cases, json);
  }

  private ProjectNotices notices(ProjectType type) {
    return new ProjectNotices(type, store, tenders);
  }
}
