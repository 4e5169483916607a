package cn.sunshine.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.forms.Form;
import cn.sunshine.forms.FormLibrary;
import cn.sunshine.forms.IdNumber;
import cn.sunshine.region.Regions;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The invented people are plausible, valid, and nobody else's. */
class DemoPeopleTest {

  private static final BigDecimal LINE = new BigDecimal(7_000);

  private final Regions regions =
      new AnnotationConfigApplicationContext(Regions.class).getBean(Regions.class);
  private final DemoPlaces places = new DemoPlaces(regions);
  private final StoryBook book =
      new StoryBook(places, new DemoRegister(places, null, null, null, null, null));

  @Test
  void noTwoHouseholdsShareAPerson() {
    List<IdNumber> numbers = everybody().map(DemoHousehold.Person::idNumber).toList();

    assertThat(numbers).doesNotHaveDuplicates().hasSizeGreaterThan(700);
  }

  @Test
  void theirNumbersAreNotThoseThatTestsUse() {
    assertThat(everybody().map(person -> person.idNumber().value().substring(14, 17)))
        .allSatisfy(sequence -> assertThat(Integer.parseInt(sequence)).isGreaterThanOrEqualTo(900));
    assertThat(everybody().map(person -> person.idNumber().value().substring(0, 6)))
        .doesNotContain("320612");
  }

  @Test
  void theSameHouseholdIsInventedEachTime() {
    assertThat(
            new StoryBook(places, new DemoRegister(places, null, null, null, null, null)).stories())
        .isEqualTo(book.stories());
  }

  @Test
  void everyApplicationPassesTheForm() {
    Form form =
        new FormLibrary(Clock.systemUTC()).find("nantong", "household-application").orElseThrow();
    JsonMapper json = new JsonMapper();

    assertThat(book.stories())
        .allSatisfy(
            story ->
                assertThat(form.validate(json.valueToTree(story.household().application())))
                    .isEmpty());
  }

  @Test
  void registeredHouseholdsLiveUnderTheLine() {
    assertThat(registered())
        .hasSizeBetween(250, 400)
        .allSatisfy(
            household ->
                assertThat(
                        household
                            .yearlyIncome()
                            .divide(BigDecimal.valueOf(1 + household.members().size())))
                    .isLessThan(LINE));
  }

  @Test
  void someHaveRisenALittleOverTheLineSoThatAHigherOneChangesSomething() {
    List<BigDecimal> risen =
        entries().stream()
            .flatMap(
                entry ->
                    entry.risenIncome().stream()
                        .map(
                            income ->
                                income.divide(
                                    BigDecimal.valueOf(1 + entry.household().members().size()))))
            .toList();

    assertThat(risen).hasSizeBetween(10, 40);
    assertThat(risen)
        .allSatisfy(
            perPerson ->
                assertThat(perPerson)
                    .isBetween(LINE.add(BigDecimal.ONE), LINE.add(new BigDecimal("500"))));
    assertThat(registered())
        .as("and a lower one")
        .anySatisfy(
            household ->
                assertThat(
                        household
                            .yearlyIncome()
                            .divide(BigDecimal.valueOf(1 + household.members().size())))
                    .isBetween(LINE.subtract(new BigDecimal("500")), LINE));
  }

  @Test
  void xitingIsKeptFreeAndTongzhouHasFew() {
    List<String> villages = new ArrayList<>();
    book.stories().forEach(story -> villages.add(story.village().code()));
    entries().forEach(entry -> villages.add(entry.village().code()));

    assertThat(villages).noneMatch(code -> code.startsWith("320612101"));
    assertThat(villages.stream().filter(code -> code.startsWith("320612"))).hasSizeLessThan(12);
    assertThat(villages).allMatch(code -> regions.find(code).isPresent());
  }

  private Stream<DemoHousehold.Person> everybody() {
    return Stream.concat(
            registered().stream(),
            book.stories().stream()
                .filter(story -> story.beginning() instanceof Story.Beginning.Applies)
                .map(Story::household))
        .flatMap(h -> Stream.concat(Stream.of(h.head()), h.members().stream()));
  }

  private List<DemoHousehold> registered() {
    return entries().stream().map(DemoRegister.Entry::household).toList();
  }

  private List<DemoRegister.Entry> entries() {
    return new DemoRegister(places, null, null, null, null, null).entries();
  }
}
