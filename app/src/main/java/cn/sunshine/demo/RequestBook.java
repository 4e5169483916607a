package cn.sunshine.demo;

import static cn.sunshine.demo.RequestStory.decides;
import static cn.sunshine.demo.RequestStory.rests;
import static cn.sunshine.demo.RequestStory.says;

import cn.sunshine.complaint.RequestKind;
import cn.sunshine.complaint.RequestState;
import cn.sunshine.demo.RequestStory.Scene;
import java.util.ArrayList;
import java.util.List;

/** Complaints and requests for help in every state (NT-21, NT-24, NT-27), a dozen and a few. */
@DemoComponent
class RequestBook {

  private static final String ANONYMOUS = "";
  private static final String REACHABLE = "13800000000（演示）";

  private final DemoPlaces places;
  private final List<RequestStory> stories = new ArrayList<>();

  RequestBook(DemoPlaces places) {
    this.places = places;
    received();
    withTheDepartment();
    underInvestigation();
    answered();
    ended();
  }

  List<RequestStory> stories() {
    return List.copyOf(stories);
  }

  private void received() {
    complaint(
        0, "今年的生活补贴没有收到", "往年七月就发到一折通，今年到现在没有收到。", rests(RequestState.RECEIVED, "acceptance"));
    help(1, "房顶漏雨住不了人", "三间老屋房顶漏雨，墙也裂了，下雨天没法住。", rests(RequestState.RECEIVED, "acceptance"));
    anonymous(4, "评议会没有通知我们组", "这次评议会我们组一户也没有通知到。", rests(RequestState.RECEIVED, "acceptance"));
  }

  private void withTheDepartment() {
    help(2, "孩子上学交不起学费", "孩子今年上高一，学费和住宿费交不起。", accepts(), rests(RequestState.REPLYING, "reply"));
    complaint(
        9, "村口的自来水发黄", "村口一片自来水发黄有味道，已经两个星期。", accepts(), rests(RequestState.REPLYING, "reply"));
    help(
        6,
        "大病医药费负担重",
        "老伴住院自付部分很多，问问能不能再报销一点。",
        accepts(),
        says("reply", 1, "ask", "question", "请补充住院时间和医院，最好拍一张费用清单。"),
        rests(RequestState.WAITING, ""));
  }

  private void underInvestigation() {
    complaint(
        8,
        "扶贫大棚停工半年",
        "合作社的大棚施工停了半年，群众的土地闲着。",
        accepts(),
        investigates(),
        handsOver(),
        rests(RequestState.INVESTIGATING, "investigation"));
    complaint(
        25,
        "修路工程质量差",
        "去年修的路现在到处开裂。",
        accepts(),
        investigates(),
        handsOver(),
        decides("investigation", 9, "extend", "需要委托检测机构取样。"),
        decides("extension-approval", 0, "approve", ""),
        rests(RequestState.INVESTIGATING, "investigation"));
    complaint(
        13,
        "帮扶干部一年没来过",
        "结对的帮扶干部一年没来走访，手册上却写着来过。",
        accepts(),
        investigates(),
        handsOver(),
        says("investigation", 4, "approve", "result", "查实一季度、二季度未走访，已责令补访并通报。"),
        rests(RequestState.CHECKING, "result-check"));
    anonymous(
        5,
        "有人冒领去世老人的补贴",
        "有人冒领去世老人的补贴，已经好几个月。",
        accepts(),
        rests(RequestState.DISCIPLINE, "discipline-check"));
  }

  private void answered() {
    help(
        10,
        "想在家门口找份工作",
        "在家带孩子，想找一份离家近的工作。",
        accepts(),
        says("reply", 2, "approve", "answer", "已推荐镇里来料加工点三个岗位，村里帮扶责任人会联系您。"),
        new Scene.Rates(1, 5, "当天就有人联系了。"),
        rests(RequestState.ANSWERED, ""));
    // Ten working days are twelve days at least: on no weekday has the time to object run out.
    complaint(
        14,
        "补助标准好像算错了",
        "我家的补助比邻居少，情况差不多。",
        accepts(),
        says("reply", 2, "approve", "answer", "经核对，标准按人口计算，金额没有错。"),
        new Scene.Objects(3, "人口算少了一个，请上级复查。"),
        decides("review-hand-over", 1, "approve", ""),
        rests(RequestState.REVIEWING, "reinvestigation"));
  }

  private void ended() {
    help(
        40,
        "轮椅坏了想换一个",
        "残疾人轮椅坏了，想申请换一个。",
        accepts(),
        says("reply", 3, "approve", "answer", "已由残联配发新轮椅，昨天送到家。"),
        new Scene.Rates(2, 5, ""),
        rests(RequestState.CLOSED, ""));
    complaint(
        20,
        "邻居占了公共道路",
        "邻居在路边堆砖头，车过不去。",
        decides("acceptance", 1, "reject", "不属于帮扶监管范围，已告知向村委会反映。"),
        rests(RequestState.NOT_ACCEPTED, ""));
    help(
        11,
        "想申请小额贷款",
        "想申请小额贷款养羊。",
        accepts(),
        new Scene.Withdraws(1, "已经在银行办好了。"),
        rests(RequestState.WITHDRAWN, ""));
  }

  private static Scene accepts() {
    return decides("acceptance", 1, "approve", "");
  }

  private static Scene investigates() {
    return decides("reply", 1, "investigate", "需要到现场核查。");
  }

  private static Scene handsOver() {
    return says("hand-over", 0, "approve", "order", "请到现场查清事实，按期报结果。");
  }

  private void complaint(int daysAgo, String subject, String text, Scene... scenes) {
    add(RequestKind.COMPLAINT, daysAgo, subject, text, REACHABLE, scenes);
  }

  private void anonymous(int daysAgo, String subject, String text, Scene... scenes) {
    add(RequestKind.COMPLAINT, daysAgo, subject, text, ANONYMOUS, scenes);
  }

  private void help(int daysAgo, String subject, String text, Scene... scenes) {
    add(RequestKind.HELP_REQUEST, daysAgo, subject, text, REACHABLE, scenes);
  }

  private void add(
      RequestKind kind, int daysAgo, String subject, String text, String contact, Scene... scenes) {
    int number = stories.size();
    stories.add(
        new RequestStory(
            "request-" + number,
            kind,
            number % 4 == 3 ? places.elsewhere(number) : places.centre(number % 3),
            daysAgo,
            subject,
            text,
            contact,
            List.of(scenes)));
  }
}
