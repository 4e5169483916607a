package cn.sunshine.trialrun;

/** The fast way and Drools say different things about a household: the run must not be believed. */
final class ScreeningDisagrees extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ScreeningDisagrees(String number, Book book, String screened, String decided) {
    super(
        "快速判断与规则引擎的结论不一致，本次试算作废，请联系管理员：%s，%s，快速判断 %s，规则引擎 %s"
            .formatted(number, book.title(), screened, decided));
  }
}
