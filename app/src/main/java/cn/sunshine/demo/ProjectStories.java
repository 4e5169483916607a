package cn.sunshine.demo;

import static cn.sunshine.casework.CaseFile.Status.COMPLETED;
import static cn.sunshine.casework.CaseFile.Status.REJECTED;
import static cn.sunshine.processes.Projects.DIRECT;
import static cn.sunshine.processes.Projects.INVESTMENT;
import static cn.sunshine.processes.Projects.MUNICIPAL;
import static cn.sunshine.processes.Projects.POOLED;
import static cn.sunshine.processes.Projects.PROVINCIAL;

import cn.sunshine.inbox.Decision;
import cn.sunshine.region.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Invented projects of all five kinds in every stage (NT-12, NT-13, JY-7, JY-8), from the reserve
 * library to the last payment, in the counties of Nantong and in Jiangyin and Yancheng. Those with
 * the longest way come first, so that they are told side by side.
 */
final class ProjectStories {

  private static final Map<String, Object> FAILED_ITEM =
      Map.of(
          "checklist",
          List.of(
              Map.of("item", "建设内容按批复完成", "passed", true),
              Map.of("item", "工程质量合格", "passed", false, "note", "东侧排水沟坡度不够，雨后积水"),
              Map.of("item", "资金专款专用", "passed", true),
              Map.of("item", "资料齐全", "passed", true)));

  /** Which households of a village do not leave the register in {@link ExitStories}. */
  private static final List<Integer> STAY_REGISTERED = List.of(0, 1, 3, 4);

  private final DemoPlaces places;
  private final DemoRegister register;
  private final List<Story> stories = new ArrayList<>();

  ProjectStories(DemoPlaces places, DemoRegister register) {
    this.places = places;
    this.register = register;
    ended();
    inPayment();
    inAcceptance();
    inBuilding();
    inBidding();
    inAppraisal();
    forHouseholds();
  }

  List<Story> stories() {
    return List.copyOf(stories);
  }

  private void ended() {
    stories.add(
        greenhouse(PROVINCIAL, places.centre(2))
            .accepted()
            .carried("county-payment", 4)
            .carried("township-payment", 3)
            .ended(COMPLETED, 20));
    stories.add(
        ProjectTale.of(POOLED, yancheng(), "稻渔综合种养项目", "planting", "股份经济合作社")
            .toWhatEnd("改造稻田一百二十亩，开展稻虾共作，吸纳低收入户务工并按股分红。", 24)
            .paidBy(Map.of("province", 260_000, "county", 120_000))
            .carried("project-township-check", 3)
            .carried("project-survey", 7)
            .decided("project-argument", 5, Decision.REJECT, "水源不能保证，近三年同类项目亏损，不宜立项。", Map.of())
            .ended(REJECTED, 12));
    stories.add(
        ProjectTale.of(PROVINCIAL, places.elsewhere(12), "村级光伏电站项目", "property", "股份经济合作社")
            .toWhatEnd("利用村部和厂房屋面建设一百千瓦光伏电站。", 9)
            .paidBy(Map.of("province", 320_000, "village", 30_000))
            .carried("village-confirmation", 2)
            .withdrawn(4, "屋面承重检测没有通过，另选地点后再报。"));
  }

  private void inPayment() {
    stories.add(
        ProjectTale.of(MUNICIPAL, places.elsewhere(6), "农产品烘干仓储项目", "processing", "农业服务专业合作社")
            .toWhatEnd("建设日烘干六十吨的粮食烘干线和仓库，收益的百分之六十分配给低收入户。", 31)
            .paidBy(Map.of("city", 500_000, "county", 300_000, "village", 80_000))
            .accepted()
            .carried("county-matching", 3)
            .carried("subsidy-application", 3)
            .carried("subsidy-review", 4)
            .carried("city-payment", 3)
            .waitsFor("county-payment", 2));
    stories.add(
        ProjectTale.of(PROVINCIAL, places.elsewhere(14), "灌溉渠道改造项目", "infrastructure", "村民委员会")
            .toWhatEnd("改造防渗渠道二千八百米，惠及耕地六百亩。", 42)
            .paidBy(Map.of("province", 400_000, "county", 160_000))
            .accepted()
            .decided(
                "county-payment",
                4,
                Decision.APPROVE,
                "先付七成，余款在质保验收后拨付。",
                Map.of("amount", 350_000))
            .waitsFor("township-payment", 1));
  }

  private void inAcceptance() {
    stories.add(
        ProjectTale.of(POOLED, places.elsewhere(10), "村道亮化和道路项目", "infrastructure", "村民委员会")
            .toWhatEnd("硬化村组道路三公里并安装路灯，方便低收入户农产品外运。", 56)
            .paidBy(Map.of("city", 240_000, "county", 160_000))
            .built()
            .carried("preliminary-acceptance", 4)
            .carried("acceptance-application", 3)
            .decided("county-acceptance", 5, "rectify", "排水沟积水，限期整改后重新验收。", FAILED_ITEM)
            .waitsFor("rectification-report", 3));
    stories.add(
        ProjectTale.of(INVESTMENT, places.elsewhere(0), "标准厂房购置项目", "property", "股份经济合作社")
            .toWhatEnd("在镇工业集中区购置标准厂房五百平方米出租，租金归村集体并按比例分配给低收入户。", 18)
            .paidBy(Map.of("village", 420_000, "township", 200_000))
            .built()
            .carried("preliminary-acceptance", 4)
            .carried("acceptance-application", 2)
            .waitsFor("county-acceptance", 2));
  }

  private void inBuilding() {
    stories.add(
        ProjectTale.of(PROVINCIAL, places.inTongzhou(0), "蔬菜分拣包装车间项目", "processing", "蔬菜专业合作社")
            .toWhatEnd("建设分拣包装车间和冷库各一座，提供二十个就业岗位。", 20)
            .paidBy(Map.of("province", 450_000, "county", 150_000))
            .contracted()
            .carried("implementation-plan", 4)
            .carried("milestone-report", 18)
            .decided(
                "milestone-report",
                9,
                "change",
                "",
                Map.of("change", "冷库门改为电动平移门，增加保温层厚度。", "changeAmount", 6_800.50))
            .carried("change-review", 2)
            .waitsFor("milestone-report", 6));
    stories.add(
        ProjectTale.of(INVESTMENT, jiangyin(), "农贸市场摊位改造项目", "property", "股份经济合作社")
            .toWhatEnd("改造农贸市场摊位四十个，优先租给低收入户经营。", 12)
            .paidBy(Map.of("village", 260_000, "township", 120_000))
            .contracted()
            .carried("implementation-plan", 3)
            .carried("milestone-report", 16)
            .waitsFor("milestone-report", 10));
    stories.add(
        ProjectTale.of(POOLED, places.elsewhere(16), "羊肚菌种植基地项目", "planting", "家庭农场联合社")
            .toWhatEnd("新建菌菇大棚三十个，统一供种、统一销售，低收入户以土地入股。", 26)
            .paidBy(Map.of("city", 300_000, "county", 100_000, "other", 50_000))
            .contracted()
            .carried("implementation-plan", 4)
            .decided("milestone-report", 14, "risk", "", Map.of("risk", "九月台风过境，在建的八个大棚倒塌，没有人员伤亡。"))
            .waitsFor("tolerance-review", 3));
  }

  private void inBidding() {
    stories.add(greenhouse(PROVINCIAL, places.elsewhere(3)).approved().evaluated().isPublished(3));
    stories.add(
        ProjectTale.of(MUNICIPAL, places.elsewhere(17), "水产养殖尾水治理项目", "facility", "水产专业合作社")
            .toWhatEnd("建设尾水净化池和循环管道，带动周边养殖户增收。", 15)
            .paidBy(Map.of("city", 280_000, "county", 140_000))
            .approved()
            .closed(4)
            .waitsFor("bid-opening-first", 1));
    stories.add(
        ProjectTale.of(POOLED, places.centre(1), "特色果品采摘园项目", "planting", "果品专业合作社")
            .toWhatEnd("建设梨、桃采摘园八十亩和游客服务点，长期用工优先录用低收入户。", 34)
            .paidBy(Map.of("city", 350_000, "county", 150_000))
            .approved()
            .takesBids(15, 2, 4));
    stories.add(
        ProjectTale.of(PROVINCIAL, places.elsewhere(2), "粮食加工厂扩建项目", "processing", "粮食产销合作社")
            .toWhatEnd("扩建碾米生产线一条，收购低收入户稻谷。", 22)
            .paidBy(Map.of("province", 380_000, "village", 60_000))
            .approved()
            .closed(2)
            .waitsFor("tender-document", 2));
  }

  private void inAppraisal() {
    stories.add(
        ProjectTale.of(PROVINCIAL, places.elsewhere(8), "生态农庄民宿项目", "tourism", "旅游开发合作社")
            .toWhatEnd("改造闲置校舍为民宿十二间，收益按股分配。", 16)
            .paidBy(Map.of("province", 300_000, "county", 100_000))
            .reserved()
            .waitsFor("project-approval", 2));
    stories.add(
        ProjectTale.of(PROVINCIAL, places.centre(0), "机插秧育苗中心项目", "service", "农机服务合作社")
            .toWhatEnd("建设育秧工厂一座，为全村提供集中育秧和机插服务。", 38)
            .paidBy(Map.of("province", 280_000, "village", 40_000))
            .carried("village-confirmation", 3)
            .carried("project-check", 3)
            .carried("project-survey", 6)
            .waitsFor("expert-scoring", 1));
    stories.add(
        ProjectTale.of(MUNICIPAL, places.inTongzhou(1), "冷链物流服务站项目", "service", "供销专业合作社")
            .toWhatEnd("建设产地冷链服务站，代销低收入户农产品。", 27)
            .paidBy(Map.of("city", 320_000, "county", 180_000))
            .reserved()
            .carried("implementation-scheme", 6)
            .carried("joint-check", 2)
            .waitsFor("joint-check", 1));
    stories.add(
        ProjectTale.of(PROVINCIAL, places.elsewhere(5), "土地平整和机耕道项目", "land", "村民委员会")
            .toWhatEnd("平整土地一百五十亩，修建机耕道一千二百米。", 29)
            .paidBy(Map.of("province", 360_000))
            .carried("village-confirmation", 3)
            .decided("project-check", 2, Decision.RETURN, "预算没有分项，请附工程量清单后重报。", Map.of())
            .waitsFor("project-correction", 3));
  }

  private void forHouseholds() {
    stories.add(
        direct(places.centre(1), "家庭养殖增收项目", "购买种羊和饲料，由合作社统一防疫、统一收购。", 4, 5_600)
            .carried("village-confirmation", 2)
            .isPublished(3));
    stories.add(
        direct(jiangyin(), "庭院经济到户项目", "发展庭院果蔬和家禽，每户一策，验收后兑付。", 3, 4_800)
            .accepted()
            .waitsFor("direct-payment", 2));
    stories.add(
        direct(yancheng(), "蔬菜小拱棚到户项目", "每户搭建小拱棚一亩，种植订单蔬菜，验收后兑付。", 4, 6_200)
            .accepted()
            .carried("direct-payment", 4)
            .ended(COMPLETED, 9));
  }

  private static ProjectTale greenhouse(String process, Region village) {
    return ProjectTale.of(process, village, "高效设施大棚项目", "facility", "股份经济合作社")
        .toWhatEnd("建设钢架大棚二十五亩和配套水肥系统，低收入户优先承租和务工。", 28)
        .paidBy(Map.of("province", 400_000, "county", 150_000, "village", 50_000));
  }

  private ProjectTale direct(
      Region village, String name, String purpose, int households, int yuan) {
    List<DemoRegister.Entry> registered = register.entriesIn(village);
    List<Integer> entries =
        STAY_REGISTERED.stream().limit(households).map(n -> registered.get(n).number()).toList();
    return ProjectTale.of(DIRECT, village, name, "planting", "村民委员会")
        .toWhatEnd(purpose, entries.size())
        .paidBy(Map.of("county", entries.size() * yuan))
        .toHouseholds(entries, yuan);
  }

  private Region jiangyin() {
    return places.withFiveSignatures().getFirst();
  }

  private Region yancheng() {
    return places.withFiveSignatures().getLast();
  }
}
