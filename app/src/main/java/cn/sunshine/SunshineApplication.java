package cn.sunshine;

import cn.sunshine.embedded.Launch;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Sunshine 阳光帮扶: the approval chains, rules, deadlines and supervision of poverty relief. */
@EnableScheduling
@SpringBootApplication
public class SunshineApplication {

  public static void main(String[] args) {
    Launch.run(SunshineApplication.class, args);
  }
}
