package cn.sunshine.sandbox;

import cn.sunshine.forms.FormLibrary;
import cn.sunshine.forms.Outcome;
import cn.sunshine.processes.JobTypes;
import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.processes.Variables;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Orders as the application gives them, for the models that are shipped. */
final class Orders {

  static final ProcessLibrary LIBRARY = ProcessLibrary.onClassPath();
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final FormLibrary FORMS = new FormLibrary(Clock.system(CHINA));

  private Orders() {}

  static SandboxOrder of(String pack, ProcessModel model, String xml) {
    Map<String, String> called = new HashMap<>();
    for (String process : model.calledProcesses()) {
      LIBRARY.find(pack, process).ifPresent(found -> called.put(process, found.text()));
    }
    Map<String, List<String>> outcomes = new HashMap<>();
    for (String form : FORMS.ids(pack)) {
      outcomes.put(
          form,
          FORMS.find(pack, form).orElseThrow().outcomes().stream().map(Outcome::value).toList());
    }
    return new SandboxOrder(
        xml,
        called,
        LIBRARY.models(pack).stream()
            .filter(caller -> caller.calledProcesses().contains(model.plainId()))
            .map(ProcessModel::text)
            .toList(),
        outcomes,
        jobTypes(),
        variables(pack),
        OffsetDateTime.now(CHINA).toString(),
        200);
  }

  private static Map<String, Object> variables(String pack) {
    Map<String, Object> terms = new HashMap<>();
    for (ProcessModel model : LIBRARY.models(pack)) {
      for (String key : model.termKeys()) {
        terms.put(key, Map.of("days", 5, "soonDay", 4, "soonAt", "T12:00:00+08:00"));
      }
    }
    LocalDate today = LocalDate.now(CHINA);
    List<String> workdays = new ArrayList<>();
    Stream.iterate(today, day -> day.plusDays(1))
        .filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY)
        .limit(700)
        .forEach(day -> workdays.add(day.toString()));
    return Map.of(
        Variables.PACK,
        pack,
        Variables.REGION,
        "320612101200",
        Variables.TERMS,
        terms,
        Variables.WORKDAYS,
        workdays);
  }

  private static List<String> jobTypes() {
    return Arrays.stream(JobTypes.class.getFields())
        .map(
            field -> {
              try {
                return (String) field.get(null);
              } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
              }
            })
        .toList();
  }
}
