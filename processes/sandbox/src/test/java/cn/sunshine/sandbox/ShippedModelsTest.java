package cn.sunshine.sandbox;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.processes.ProcessModel;
import cn.sunshine.processes.TaskWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way through every model that cases begin with, or that these call, leads where it is drawn.
 */
class ShippedModelsTest {

  /** These two watch over tasks and are no cases. */
  private static final Set<String> BESIDE = Set.of(TaskWatch.ESCALATION, TaskWatch.MOVED_TERM);

  record Shipped(String pack, ProcessModel model) {
    @Override
    public String toString() {
      return model.id();
    }
  }

  static Stream<Shipped> models() {
    return Stream.of("nantong", "jiangyin", "yancheng", "wujin", "sichuan")
        .flatMap(
            pack ->
                Orders.LIBRARY.shippedModels(pack).stream().map(model -> new Shipped(pack, model)))
        .filter(one -> !BESIDE.contains(one.model().id()))
        .collect(toMap(one -> one.model().id(), one -> one, (first, second) -> first, TreeMap::new))
        .values()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyWayIsGood(Shipped shipped) {
    List<SandboxWay> ways = new ArrayList<>();
    new SandboxTrial(Orders.of(shipped.pack(), shipped.model(), shipped.model().text()))
        .run(ways::add);

    assertThat(ways).isNotEmpty().allMatch(SandboxWay::isGood);
  }
}
