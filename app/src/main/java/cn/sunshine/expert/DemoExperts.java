package cn.sunshine.expert;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Invented experts for counties that have none, so that a demonstration can appraise projects. */
@Component
@ConditionalOnProperty("sunshine.demo-data")
class DemoExperts {

  private static final List<String> NAMES =
      List.of("陈国梁", "沈雅琴", "顾德明", "陆文斌", "钱晓红", "施志远", "黄海燕", "徐永康", "吴静怡");
  private static final List<String> SPECIALTIES = List.of("农业工程", "财务审计", "农村经济");

  /** What some of them declared, so that demonstrations show recusals. */
  private static final List<String> INTERESTS =
      List.of("", "", "果品专业合作社", "", "", "粮食产销合作社", "", "", "农机服务合作社");

  List<Expert> of(String county) {
    return IntStream.range(0, NAMES.size())
        .mapToObj(
            n ->
                new Expert(
                    "E" + county + "-" + (n + 1),
                    NAMES.get(n) + "（演示）",
                    "演示专家单位" + (n + 1),
                    SPECIALTIES.get(n % SPECIALTIES.size()),
                    county,
                    "",
                    INTERESTS.get(n),
                    true))
        .toList();
  }
}
