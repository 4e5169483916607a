package cn.sunshine.account;

/**
 * Invented but plausible names for demo accounts, marked as such; the same for the same account.
 */
final class DemoNames {

  private static final String[] SURNAMES =
      "王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 高 林 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 肖 田 董 袁 潘 于 蒋 蔡".split(" ");

  private static final String[] GIVEN =
      ("建国 建华 志强 志远 海燕 秀英 秀兰 玉兰 桂英 桂芳 国强 国平 永康 永福 文华 文斌 晓东 晓燕 春梅 春生 "
              + "红梅 红兵 卫东 卫民 丽华 丽娟 明德 明霞 德胜 德福 立新 立群 金凤 金龙 小平 小红 爱华 爱民 新宇 思源")
          .split(" ");

  private DemoNames() {}

  static String of(String username) {
    int seed = username.hashCode();
    String surname = SURNAMES[Math.floorMod(seed, SURNAMES.length)];
    String given = GIVEN[Math.floorMod(seed / SURNAMES.length, GIVEN.length)];
    return surname + given + "（演示）";
  }
}
