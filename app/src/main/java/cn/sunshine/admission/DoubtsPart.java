package cn.sunshine.admission;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.CasePart;
import cn.sunshine.comparison.Doubt;
import cn.sunshine.comparison.Doubts;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.shell.Finding;
import cn.sunshine.shell.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** What the comparison doubts, and what the county found (NT-9). */
@Order(12)
@org.springframework.stereotype.Component
class DoubtsPart implements CasePart {

  private final Doubts doubts;

  DoubtsPart(Doubts doubts) {
    this.doubts = doubts;
  }

  @Override
  public TaskPart.Place place() {
    return TaskPart.Place.FACTS;
  }

  @Override
  public String title() {
    return "比对存疑";
  }

  @Override
  public Optional<Component> show(CaseFile file, Actor actor) {
    List<Doubt> found = doubts.ofCase(file.getId());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Div list = new Div();
    found.forEach(doubt -> list.add(finding(doubt)));
    return Optional.of(list);
  }

  private static Finding finding(Doubt doubt) {
    Tone tone =
        switch (doubt.status()) {
          case OPEN -> Tone.WARNING;
          case UPHELD -> Tone.BAD;
          case DISMISSED -> Tone.GOOD;
          case REPLACED -> Tone.STOPPED;
        };
    String words =
        switch (doubt.status()) {
          case OPEN -> "待核实";
          case UPHELD -> "属实";
          case DISMISSED -> "不属实";
          case REPLACED -> "已重新比对";
        };
    Finding finding = new Finding(tone, words, new Div(doubt.text()));
    if (!doubt.note().isBlank()) {
      finding.add(new Div("核实：" + doubt.note()));
    }
    return finding;
  }
}
