package cn.sunshine.bench;

import cn.sunshine.embedded.StartupProblem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What {@code ./sunshine bench} was asked to do.
 *
 * @param size see {@link Benchmark#run}
 */
record BenchCommand(Benchmark benchmark, int size) {

  static final String USAGE = "./sunshine bench NAME [--size N]";

  /**
   * @param arguments what follows {@code bench}
   * @param all the benchmarks that there are
   * @throws StartupProblem when there is no such benchmark or an option makes no sense
   */
  static BenchCommand parse(List<String> arguments, List<Benchmark> all) {
    Deque<String> rest = new ArrayDeque<>(arguments);
    String name = rest.isEmpty() ? "" : rest.pop();
    Benchmark benchmark =
        all.stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(name, all));
    int size = benchmark.usualSize();
    while (!rest.isEmpty()) {
      String option = rest.pop();
      if (!option.equals("--size")) {
        throw new StartupProblem(
            "不认识的参数 %s，用法：%s".formatted(option, USAGE),
            "unknown option %s; usage: %s".formatted(option, USAGE));
      }
      size = size(benchmark, rest.isEmpty() ? "" : rest.pop());
    }
    return new BenchCommand(benchmark, size);
  }

  private static StartupProblem unknown(String name, List<Benchmark> all) {
    String names = all.stream().map(Benchmark::name).collect(Collectors.joining(", "));
    return name.isEmpty()
        ? new StartupProblem(
            "请写明要测哪一项：%s，用法：%s".formatted(names, USAGE),
            "say which benchmark: %s; usage: %s".formatted(names, USAGE))
        : new StartupProblem(
            "没有叫 %s 的性能基准，现有：%s".formatted(name, names),
            "there is no benchmark %s; there are: %s".formatted(name, names));
  }

  private static int size(Benchmark benchmark, String text) {
    try {
      int size = Integer.parseInt(text);
      if (size >= benchmark.leastSize()) {
        return size;
      }
    } catch (NumberFormatException none) {
      // said below
    }
    throw new StartupProblem(
        "--size 要写不小于 %d 的整数，现在是 %s".formatted(benchmark.leastSize(), text),
        "--size takes a number from %d on, not %s".formatted(benchmark.leastSize(), text));
  }
}
