package cn.sunshine.household;

import static cn.sunshine.household.HouseholdSlice.household;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/households} as other systems use it. */
@RunningSystem
class HouseholdsOverTheWebTest {

  private static final String VILLAGE = "320685101001";

  @LocalServerPort int port;
  @Autowired Households households;

  private NewHousehold entry;
  private String number;

  @BeforeEach
  void aHousehold() {
    entry = household(VILLAGE, "钱多福", HouseholdSlice.somebody());
    number = households.register(entry);
  }

  @Test
  void theRegisterIsListedWithTotals() {
    JsonNode list =
        Person.official(port, "county.320685")
            .get("/api/v1/households?region=320685101&q=" + number + "&status=ACTIVE&page=0")
            .ok();

    assertThat(list.path("total").asLong()).isEqualTo(1);
    JsonNode item = list.at("/items/0");
    assertThat(item.path("householdNumber").asString()).isEqualTo(number);
    assertThat(item.path("status").asString()).isEqualTo("ACTIVE");
    assertThat(item.at("/head/name").asString()).isEqualTo("钱多福");
    assertThat(item.path("persons").asInt()).isEqualTo(2);
    assertThat(item.path("causes").valueStream())
        .extracting(JsonNode::asString)
        .containsExactly("illness", "schooling");
  }

  @Test
  void oneHouseholdIsFoundByItsNumberAndByItsId() {
    Person village = Person.official(port, "village." + VILLAGE);
    JsonNode household = village.get("/api/v1/households/" + number).ok();

    assertThat(household.at("/members/0/idNumber").asString())
        .isEqualTo(entry.members().getFirst().idNumber().value());
    assertThat(household.path("caseId").asString()).isEqualTo(entry.caseId());
    assertThat(village.get("/api/v1/households/" + household.path("id").asString()).ok())
        .isEqualTo(household);
  }

  @ParameterizedTest
  @CsvSource({
    "village.320685101001, 200, full",
    "township.320685101, 200, full",
    "county.320685, 200, full",
    "county.3206, 200, full",
    "comparison.3206, 200, full",
    "group.320685101001, 200, masked",
    "helper.320685101001, 200, masked",
    "township-finance.320685101, 200, masked",
    "finance.320685, 200, masked",
    "department.320685, 200, masked",
    "office.320685, 200, masked",
    "discipline.320685, 200, masked",
    "audit.3206, 200, masked",
    "village.320685101002, 404, none",
    "township.320685102, 404, none",
    "county.320681, 404, none",
    "audit.320681, 404, none",
    "farmer.320685101001, 403, none",
    "policy.3206, 403, none",
    "policy-approver.3206, 403, none"
  })
  void eachRoleSeesWhatItNeedsOfTheOwnRegion(String account, int status, String idNumbers) {
    Person.Answer answer = Person.official(port, account).get("/api/v1/households/" + number);

    assertThat(answer.status()).isEqualTo(status);
    String shown = answer.body().at("/head/idNumber").asString("");
    switch (idNumbers) {
      case "full" -> assertThat(shown).isEqualTo(entry.head().idNumber().value());
      case "masked" -> assertThat(shown).isEqualTo(entry.head().idNumber().masked());
      default -> {
        assertThat(answer.detail()).isNotEmpty();
        assertThat(answer.body().toString()).doesNotContain("钱多福");
      }
    }
  }

  @Test
  void withoutAnAccountThereIsNoRegister() {
    assertThat(Person.anyone(port).get("/api/v1/households").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"region=320681", "region=3206", "region=32"})
  void aRegionThatIsNotOnesOwnIsRefused(String filter) {
    Person.Answer answer =
        Person.official(port, "county.320685").get("/api/v1/households?" + filter);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.detail()).contains("管辖");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status=nosuch",
        "cause=nosuch",
        "page=-1",
        "size=0",
        "size=100000",
        "page=x",
        "sort=id;drop",
        "region=abc",
        "q=%00"
      })
  void aWrongParameterIsNamedAndNothingBreaks(String filter) {
    Person.Answer answer =
        Person.official(port, "county.320685").get("/api/v1/households?" + filter);

    assertThat(answer.status()).isIn(400, 422);
    assertThat(answer.detail()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nosuch", "%27%20or%201=1", "00000000-0000-0000-0000-000000000000", "%00"})
  void whatIsNotThereIsNotFound(String id) {
    assertThat(Person.official(port, "county.320685").get("/api/v1/households/" + id).status())
        .isIn(400, 404);
  }
}
