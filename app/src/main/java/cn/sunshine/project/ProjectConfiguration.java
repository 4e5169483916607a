package cn.sunshine.project;

import cn.sunshine.casework.Cases;
import cn.sunshine.forms.FormLibrary;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** One kind of case for each kind of project. */
@Configuration
class ProjectConfiguration {

  private final FormLibrary forms;
  private final ProjectStore store;
  private final ProjectSteps steps;
  private final Beneficiaries beneficiaries;
  private final Cases cases;
  private final JsonMapper json;

  ProjectConfiguration(
      FormLibrary forms,
      ProjectStore store,
      ProjectSteps steps,
      Beneficiaries beneficiaries,
      Cases cases,
      JsonMapper json) {
    this.forms = forms;
    this.store = store;
    this.steps = steps;
    this.beneficiaries = beneficiaries;
    this.cases = cases;
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

  private ProjectCase kind(ProjectType type) {
    return new ProjectCase(type, forms, store, steps, beneficiaries, cases, json);
  }
}
