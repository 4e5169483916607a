package cn.sunshine;

import cn.sunshine.bench.Bench;
import cn.sunshine.embedded.Launch;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Sunshine 阳光帮扶: the approval chains, rules, deadlines and supervision of poverty relief. */
@EnableScheduling
@SpringBootApplication
public class SunshineApplication {

  public static void main(String[] args) {
    List<String> arguments = List.of(args);
    if (!arguments.isEmpty() && arguments.getFirst().equals("bench")) {
      Bench.run(SunshineApplication.class, arguments.subList(1, arguments.size()));
    } else {
      Launch.run(SunshineApplication.class, args);
    }
  }
}
