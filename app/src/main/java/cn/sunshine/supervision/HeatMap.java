package cn.sunshine.supervision;

import cn.sunshine.inbox.Punctuality;
import cn.sunshine.inbox.Punctuality.Decided;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.processes.UserTask;
import cn.sunshine.shell.BpmnDiagram;
import cn.sunshine.shell.BpmnDiagram.Heat;
import cn.sunshine.shell.Tone;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All cases of a region in a model: how many tasks each step has, how long it takes, what is late.
 */
final class HeatMap extends Div {

  private final transient Chains chains;
  private final Select<ProcessModel> choice = new Select<>();
  private final BpmnDiagram diagram = new BpmnDiagram();
  private transient Figures figures;
  private boolean chosen;

  HeatMap(Chains chains) {
    this.chains = chains;
    addClassName("heat-map");
    choice.setItemLabelGenerator(ProcessModel::name);
    choice.setAriaLabel("选择流程图");
    choice.setWidth("min(22rem, 100%)");
    choice.addValueChangeListener(
        event -> {
          chosen |= event.isFromClient();
          draw();
        });
    diagram.setWidthFull();
    diagram.addStepClickListener(this::open);
    add(choice, diagram);
  }

  void show(Figures now) {
    figures = now;
    List<ProcessModel> models = chains.models(now.region());
    boolean known =
        choice
            .getOptionalValue()
            .filter(one -> models.stream().anyMatch(model -> model.id().equals(one.id())))
            .isPresent();
    if (!known) {
      chosen = false;
      choice.setItems(models);
    }
    setVisible(!models.isEmpty());
    if (chosen || models.isEmpty()) {
      draw();
      return;
    }
    ProcessModel first = mostInteresting(now, models);
    if (choice.getOptionalValue().filter(first::equals).isPresent()) {
      draw();
    } else {
      choice.setValue(first);
    }
  }

  private ProcessModel mostInteresting(Figures now, List<ProcessModel> models) {
    Optional<String> process =
        now.process()
            .or(
                () ->
                    now.byProcess().entrySet().stream()
                        .min(Figures.worstFirst())
                        .map(chain -> chain.getKey()));
    return process
        .flatMap(id -> chains.model(now.region(), id))
        .filter(models::contains)
        .orElseGet(models::getFirst);
  }

  private void draw() {
    choice
        .getOptionalValue()
        .filter(model -> figures != null)
        .ifPresent(model -> diagram.showHeat(model.text(), heat(model)));
  }

  private List<Heat> heat(ProcessModel model) {
    List<Spot> spots = new ArrayList<>();
    for (UserTask step : model.userTasks()) {
      spots.add(new Spot(step.id(), figures.ofStep(step.id()), note(step.id())));
    }
    for (ProcessModel called : chains.models(figures.region())) {
      List<String> calls = model.callsOf(called.id());
      // A process that is called from two places does not say for which of them it runs.
      if (calls.size() == 1) {
        Counts inside =
            called.userTasks().stream()
                .map(step -> figures.ofStep(step.id()))
                .reduce(Counts.NONE, Counts::plus);
        spots.add(new Spot(calls.getFirst(), inside, ""));
      }
    }
    long most = spots.stream().mapToLong(spot -> spot.counts().open()).max().orElse(0);
    return spots.stream().map(spot -> spot.heat(most)).toList();
  }

  private record Spot(String step, Counts counts, String note) {

    Heat heat(long most) {
      long open = counts.open();
      int level = open == 0 ? 0 : (int) Math.max(1, Math.ceilDiv(4 * open, most));
      return new Heat(step, tone(), level, open == 0 ? "" : number(), note);
    }

    private String number() {
      return counts.overdue() == 0
          ? Long.toString(counts.open())
          : counts.open() + " ▲" + counts.overdue();
    }

    private Tone tone() {
      if (counts.open() == 0) {
        return Tone.PLAIN;
      }
      if (counts.overdue() > 0) {
        return Tone.BAD;
      }
      return counts.dueSoon() > 0 ? Tone.WARNING : Tone.GOOD;
    }
  }

  /** How the step went over the past weeks, whichever chain it belonged to. */
  private String note(String step) {
    List<Punctuality.Step> past =
        figures.punctuality().steps().stream().filter(one -> one.step().equals(step)).toList();
    return past.stream()
        .max(Comparator.comparingLong(one -> one.decided().all()))
        .map(
            one -> {
              long late =
                  past.stream().map(Punctuality.Step::decided).mapToLong(Decided::late).sum();
              return "中位 " + words(one.median()) + (late == 0 ? "" : " · 逾期办结 " + late);
            })
        .orElse("");
  }

  static String words(Duration duration) {
    if (duration.toHours() < 1) {
      return "不到 1 小时";
    }
    return duration.toHours() < 24
        ? duration.toHours() + " 小时"
        : String.format(Locale.ROOT, "%.1f 天", duration.toMinutes() / 1440.0);
  }

  /** A step leads to its tasks, a call to the model that is called. */
  private void open(String element) {
    ProcessModel model = choice.getValue();
    Optional<ProcessModel> called =
        chains.models(figures.region()).stream()
            .filter(other -> model.callsOf(other.id()).contains(element))
            .findFirst();
    if (called.isPresent()) {
      chosen = true;
      choice.setValue(called.get());
    } else if (model.userTask(element).isPresent()) {
      Links.open(new Links(figures.region(), figures.process()).tasksAt(element));
    }
  }
}
