package cn.sunshine.deadline;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.region.Regions;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.PolicyPacks;
import cn.sunshine.shell.Finding;
import cn.sunshine.shell.MenuGroup;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.Tone;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The working-day calendar of a year as twelve months: what the State Council has announced and
 * what staff have entered beside it. A click on a day to come changes it.
 */
@Route("calendar")
@PageTitle("工作日历 · 阳光帮扶")
@Menu(title = "工作日历", order = MenuGroup.ADMINISTRATION_FROM + 20)
@RolesAllowed({"admin", "policy", "policy-approver"})
class CalendarPage extends Page {

  /** The State Council announces a year in the autumn before it. */
  private static final Month ANNOUNCED_FROM = Month.SEPTEMBER;

  private static final String COUNTRY = "";

  private final transient CalendarEdits edits;
  private final transient WorkingDays workingDays;
  private final transient Regions regions;
  private final transient Actor actor;
  private final transient Clock clock;
  private final Div warnings = new Div();
  private final Div months = new Div();
  private final Span shownYear = new Span();
  private final Select<String> jurisdiction = new Select<>();
  private Year year;

  CalendarPage(
      CalendarEdits edits,
      WorkingDays workingDays,
      Regions regions,
      PolicyPacks packs,
      CurrentActor currentActor,
      Clock clock) {
    super("工作日历");
    this.edits = edits;
    this.workingDays = workingDays;
    this.regions = regions;
    this.actor = currentActor.require();
    this.clock = clock;
    this.year = Year.now(clock);

    List<String> choices = choices(packs);
    jurisdiction.setItems(choices);
    jurisdiction.setItemLabelGenerator(this::nameOf);
    jurisdiction.setValue(
        choices.stream().filter(code -> edits.mayChange(code, actor)).findFirst().orElse(COUNTRY));
    jurisdiction.addValueChangeListener(event -> refresh());
    jurisdiction.setAriaLabel("适用地区");
    Button before = new Button(VaadinIcon.ANGLE_LEFT.create(), event -> turn(-1));
    before.setAriaLabel("上一年");
    Button after = new Button(VaadinIcon.ANGLE_RIGHT.create(), event -> turn(1));
    after.setAriaLabel("下一年");
    besideTitle(before, shownYear, after);
    addActions(jurisdiction);

    months.addClassName("calendar-year");
    add(warnings, legend(), months);
    refresh();
  }

  /** The country, and the places whose calendar the actor keeps. */
  private List<String> choices(PolicyPacks packs) {
    Stream<String> places =
        actor.holds(Role.ADMIN)
            ? packs.all().stream().map(PolicyPack::rootRegion)
            : actor.grantsOf(Role.POLICY, Role.POLICY_APPROVER).stream().map(Grant::region);
    return Stream.concat(Stream.of(COUNTRY), places).distinct().toList();
  }

  private String nameOf(String code) {
    return code.equals(COUNTRY) ? "全国" : regions.name(code);
  }

  private void turn(int years) {
    year = year.plusYears(years);
    refresh();
  }

  private void refresh() {
    String place = jurisdiction.getValue();
    WorkingDays there = workingDays.in(place);
    Map<LocalDate, CalendarDay> entered =
        edits.of(year, place).stream()
            .collect(Collectors.toMap(CalendarDay::day, Function.identity(), (all, own) -> own));
    shownYear.setText(year + " 年");
    warnings.removeAll();
    missing().forEach(text -> warnings.add(new Finding(Tone.WARNING, "缺少放假安排", new Div(text))));
    months.removeAll();
    for (Month month : Month.values()) {
      months.add(monthSheet(month, there, entered));
    }
  }

  private List<String> missing() {
    LocalDate today = LocalDate.now(clock);
    List<Year> asked = new ArrayList<>(List.of(Year.from(today)));
    if (today.getMonth().compareTo(ANNOUNCED_FROM) >= 0) {
      asked.add(Year.from(today).plusYears(1));
    }
    if (!asked.contains(year)) {
      asked.add(year);
    }
    return asked.stream()
        .map(wanted -> workingDays.warning(wanted.atDay(1), wanted.atDay(1)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Div legend() {
    Div legend = new Div();
    legend.addClassName("calendar-legend");
    legend.add(
        sample("", "工作日"),
        sample("off", "休"),
        sample("holiday", "假　节假日、调休"),
        sample("make-up", "班　周末上班"),
        sample("edited", "有人工调整"));
    return legend;
  }

  private static Span sample(String cssClass, String words) {
    Span sample = new Span(words);
    sample.addClassName("calendar-day");
    if (!cssClass.isEmpty()) {
      sample.addClassName(cssClass);
    }
    return sample;
  }

  private Panel monthSheet(Month month, WorkingDays there, Map<LocalDate, CalendarDay> entered) {
    Div days = new Div();
    days.addClassName("calendar-month");
    for (String name : List.of("一", "二", "三", "四", "五", "六", "日")) {
      Span head = new Span(name);
      head.addClassName("calendar-weekday");
      days.add(head);
    }
    LocalDate first = year.atMonth(month).atDay(1);
    for (int blank = 1; blank < first.getDayOfWeek().getValue(); blank++) {
      days.add(new Span());
    }
    first
        .datesUntil(first.plusMonths(1))
        .map(
            day ->
                new CalendarDayButton(
                    day,
                    there.isWorkingDay(day),
                    there.occasionOf(day),
                    Optional.ofNullable(entered.get(day)),
                    day.isAfter(LocalDate.now(clock))
                        && edits.mayChange(jurisdiction.getValue(), actor),
                    this::edit))
        .forEach(days::add);
    return new Panel(new H2(month.getValue() + " 月"), days, holidaysOf(first, there));
  }

  /** The holidays of a month by name, each with its days off and the days that make up for it. */
  private static Div holidaysOf(LocalDate first, WorkingDays there) {
    Map<String, List<LocalDate>> byName =
        first
            .datesUntil(first.plusMonths(1))
            .filter(day -> there.occasionOf(day).isPresent())
            .collect(
                Collectors.groupingBy(
                    day -> there.occasionOf(day).orElseThrow(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Div names = new Div();
    names.addClassName("calendar-holidays");
    byName.forEach((name, days) -> names.add(new Div(name + "：" + words(days, there))));
    return names;
  }

  private static String words(List<LocalDate> days, WorkingDays there) {
    Map<Boolean, List<LocalDate>> worked =
        days.stream().collect(Collectors.partitioningBy(there::isWorkingDay));
    return Stream.of(words(worked.get(false), " 日放假"), words(worked.get(true), " 日上班"))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("，"));
  }

  /** “15–23、28 日上班”; empty when there are no such days. */
  private static Optional<String> words(List<LocalDate> days, String end) {
    List<String> runs = new ArrayList<>();
    int next = 0;
    while (next < days.size()) {
      LocalDate first = days.get(next);
      LocalDate last = first;
      for (next++; next < days.size() && days.get(next).equals(last.plusDays(1)); next++) {
        last = days.get(next);
      }
      runs.add(first.getDayOfMonth() + (first.equals(last) ? "" : "–" + last.getDayOfMonth()));
    }
    return Optional.of(String.join("、", runs) + end).filter(text -> !runs.isEmpty());
  }

  private void edit(LocalDate day) {
    String place = jurisdiction.getValue();
    new CalendarDayDialog(
            nameOf(place),
            day,
            workingDays.in(place).isWorkingDay(day),
            (working, reason) -> {
              edits.change(place, day, working, reason, actor);
              refresh();
            })
        .open();
  }
}
