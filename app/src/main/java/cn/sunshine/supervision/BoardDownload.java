package cn.sunshine.supervision;

import cn.sunshine.account.Role;
import cn.sunshine.inbox.Standing;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.ExcelDownload;
import java.util.Comparator;
import java.util.function.Supplier;

/** The figures as an Excel file: one line for each area and step. */
final class BoardDownload {

  private BoardDownload() {}

  static ExcelDownload<Standing> link(Supplier<Figures> figures, Regions regions, Chains chains) {
    return new ExcelDownload<Standing>(
            "时限看板.xlsx",
            "在办任务",
            () ->
                figures.get().standings().stream()
                    .sorted(
                        Comparator.comparing(Standing::area)
                            .thenComparing(Standing::process)
                            .thenComparing(Standing::step)))
        .column("地区编码", 14, Standing::area)
        .column("地区", 28, one -> regions.fullName(one.area()))
        .column("流程", 18, one -> chains.title(one.area(), one.process()))
        .column("环节", 18, Standing::stepName)
        .column("部门", 16, one -> one.office().map(Role::chinese).orElse("申请人等个人"))
        .column("在办", 8, Standing::open)
        .column("正常", 8, Standing::onTrack)
        .column("即将到期", 10, Standing::dueSoon)
        .column("逾期", 8, Standing::overdue)
        .column("下一工作日前到期", 18, Standing::next);
  }
}
