package cn.sunshine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.processes.ProcessModel;
import cn.sunshine.processes.TaskWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way through every model that cases begin with leads where it is drawn. */
class ShippedModelsTest {

  record Shipped(String pack, ProcessModel model) {
    @Override
    public String toString() {
      return model.id();
    }
  }

  static Stream<Shipped> models() {
    Set<String> beside = Set.of(TaskWatch.ESCALATION, TaskWatch.MOVED_TERM);
    return Stream.of("nantong", "jiangyin", "yancheng", "wujin", "sichuan")
        .flatMap(
            pack -> Orders.LIBRARY.shippedModels(pack).stream().map(one -> new Shipped(pack, one)))
        .filter(one -> one.model().text().contains("name=\"start:" + one.model().id()))
        .filter(one -> !beside.contains(one.model().id()))
        .collect(
            java.util.stream.Collectors.toMap(
                one -> one.model().id(),
                one -> one,
                (first, second) -> first,
                java.util.TreeMap::new))
        .values()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyWayIsGood(Shipped shipped) {
    List<SandboxWay> ways = new ArrayList<>();
    long began = System.nanoTime();
    new SandboxTrial(Orders.of(shipped.pack(), shipped.model(), shipped.model().text()))
        .run(ways::add);
    System.out.println(
        "TRIED "
            + shipped
            + " "
            + ways.size()
            + " ways "
            + (System.nanoTime() - began) / 1_000_000
            + " ms, bad "
            + ways.stream().filter(way -> !way.isGood()).count());
    ways.stream()
        .filter(way -> !way.isGood())
        .forEach(
            way ->
                System.out.println(
                    "  BAD " + way.title() + " | " + way.steps() + " | " + way.words()));
    assertThat(ways).isNotEmpty().allMatch(SandboxWay::isGood);
  }
}
