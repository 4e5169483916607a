package cn.sunshine.demo;

import cn.sunshine.forms.IdNumber;
import cn.sunshine.household.Cause;
import cn.sunshine.region.Region;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Invents households: the same number gives the same household, and no two share a person. ID
 * numbers begin with the codes that the counties had when their people were born, and use only the
 * sequence numbers from 900 up.
 */
final class DemoPeople {

  private static final String[] SURNAMES =
      "张 王 陈 李 吴 徐 周 朱 刘 黄 陆 顾 杨 季 曹 丁 沈 薛 钱 施 冒 缪 葛 管 邵 严 祝 许 蔡 倪 秦 姜 汤 花 袁 马".split(" ");
  private static final String[] OLDER_MEN =
      "建国 德明 志强 永福 国平 正华 金龙 根生 学文 汉平 锦山 兆林 跃进 长根 宝如 俊才 泽民 士明 春生 友良".split(" ");
  private static final String[] OLDER_WOMEN =
      "桂芳 秀英 玉兰 美珍 兰英 翠芳 素珍 凤英 金兰 巧云 月娥 菊芳 爱珍 惠芳 佩兰 银凤 文英 正芳 锦芳 淑华".split(" ");
  private static final String[] YOUNGER_MEN =
      "晓东 伟 海峰 志远 建新 浩 鹏飞 俊杰 明辉 小军 宇轩 子涵 天宇 子豪 嘉诚".split(" ");
  private static final String[] YOUNGER_WOMEN =
      "晓燕 丽娟 海燕 雪梅 静 婷婷 佳怡 思源 雨欣 小红 春梅 诗涵 梦洁 欣怡 可欣".split(" ");

  private static final Map<String, String> CODES_AT_BIRTH =
      Map.ofEntries(
          Map.entry("320281", "320219"),
          Map.entry("320412", "320421"),
          Map.entry("510824", "510824"),
          Map.entry("320904", "320982"),
          Map.entry("320612", "320624"),
          Map.entry("320613", "320602"),
          Map.entry("320614", "320625"),
          Map.entry("320623", "320623"),
          Map.entry("320681", "320626"),
          Map.entry("320682", "320622"),
          Map.entry("320685", "320621"));

  private static final int DAYS = 365;
  private static final int FIRST_SEQUENCE = 900;
  private static final int PERSONS_OF_A_HOUSEHOLD = 10;

  /** By the year of the story, or the people would be other ones each year. */
  private static final int YEAR = 2025;

  private final int number;
  private final Region village;
  private final Random random;
  private final List<DemoHousehold.Person> persons = new ArrayList<>();

  private DemoPeople(int number, Region village) {
    this.number = number;
    this.village = village;
    this.random = new Random(7919L * number + 17);
  }

  /** The household with this number, at home in a village. */
  static DemoHousehold household(int number, Region village) {
    return new DemoPeople(number, village).household();
  }

  private DemoHousehold household() {
    Sex sex = random.nextInt(4) == 0 ? Sex.FEMALE : Sex.MALE;
    String surname = oneOf(SURNAMES);
    int age = 42 + random.nextInt(38);
    add(surname, sex, age, "");
    // Children have the father's name.
    String ofChildren = sex == Sex.MALE ? surname : oneOf(SURNAMES);
    switch (random.nextInt(6)) {
      case 0 -> {
        // lives alone
      }
      case 1, 2 -> addSpouse(sex, age);
      case 3, 4 -> {
        addSpouse(sex, age);
        addChild(ofChildren, age);
        if (random.nextBoolean()) {
          addChild(ofChildren, age);
        }
      }
      default -> {
        if (age > 60) {
          addGrandchild(ofChildren, age);
        } else {
          addChild(ofChildren, age);
          add(oneOf(SURNAMES), Sex.FEMALE, Math.min(94, age + 24), "母亲");
        }
      }
    }
    int perPerson = 2_300 + 10 * random.nextInt(450);
    return new DemoHousehold(
        persons.getFirst(),
        "1990000%04d".formatted(number % 10_000),
        List.copyOf(persons.subList(1, persons.size())),
        BigDecimal.valueOf((long) perPerson * persons.size()),
        causes(age),
        DemoPlaces.shortName(village)
            + (1 + random.nextInt(24))
            + "组"
            + (1 + random.nextInt(60))
            + "号");
  }

  private enum Sex {
    MALE,
    FEMALE
  }

  private void addSpouse(Sex ofHead, int age) {
    add(
        oneOf(SURNAMES),
        ofHead == Sex.MALE ? Sex.FEMALE : Sex.MALE,
        age - 3 + random.nextInt(5),
        "配偶");
  }

  private void addChild(String surname, int age) {
    Sex sex = random.nextBoolean() ? Sex.MALE : Sex.FEMALE;
    add(surname, sex, Math.max(3, age - 25 - random.nextInt(6)), sex == Sex.MALE ? "子" : "女");
  }

  private void addGrandchild(String surname, int age) {
    Sex sex = random.nextBoolean() ? Sex.MALE : Sex.FEMALE;
    add(surname, sex, Math.max(6, age - 56), sex == Sex.MALE ? "孙子" : "孙女");
  }

  private void add(String surname, Sex sex, int age, String relation) {
    boolean older = age >= 40;
    String given =
        sex == Sex.MALE
            ? oneOf(older ? OLDER_MEN : YOUNGER_MEN)
            : oneOf(older ? OLDER_WOMEN : YOUNGER_WOMEN);
    persons.add(new DemoHousehold.Person(surname + given, idNumber(age, sex), relation));
  }

  /** The number of the person decides day and sequence together, so that nobody gets another's. */
  private IdNumber idNumber(int age, Sex sex) {
    int person = PERSONS_OF_A_HOUSEHOLD * number + persons.size();
    LocalDate birth = LocalDate.ofYearDay(YEAR - age, 1 + person % DAYS);
    int sequence = FIRST_SEQUENCE + 2 * (person / DAYS) + (sex == Sex.MALE ? 1 : 0);
    return IdNumber.invent(CODES_AT_BIRTH.get(village.code().substring(0, 6)), birth, sequence);
  }

  private List<Cause> causes(int age) {
    List<Cause> causes = new ArrayList<>();
    causes.add(
        switch (random.nextInt(10)) {
          case 0, 1, 2, 3 -> Cause.ILLNESS;
          case 4, 5, 6 -> Cause.DISABILITY;
          case 7 -> age < 60 ? Cause.JOB_LOSS : Cause.OTHER;
          case 8 -> Cause.LAND_LOSS;
          default -> Cause.DISASTER;
        });
    if (persons.size() > 2) {
      causes.add(Cause.SCHOOLING);
    }
    return causes;
  }

  private String oneOf(String[] words) {
    return words[random.nextInt(words.length)];
  }
}
