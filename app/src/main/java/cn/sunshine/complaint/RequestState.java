package cn.sunshine.complaint;

import cn.sunshine.shell.Tone;

/** Where a request is, in the words of the register and of the person who filed it. */
public enum RequestState {
  RECEIVED("待受理", "已收到，等待受理", Tone.PLAIN),
  REPLYING("部门答复", "已受理，部门正在答复", Tone.GOOD),
  WAITING("等群众补充", "等待您补充情况", Tone.WARNING),
  HANDING_OVER("待交办", "需要调查，准备交办", Tone.GOOD),
  INVESTIGATING("调查办理", "正在调查办理", Tone.GOOD),
  CHECKING("审核结果", "办理结果审核中", Tone.GOOD),
  DISCIPLINE("纪检核查", "由有关机关核查", Tone.GOOD),
  ANSWERED("已答复", "已答复", Tone.GOOD),
  REVIEWING("上级复查", "上一级正在复查", Tone.WARNING),
  CLOSED("已办结", "已办结", Tone.STOPPED),
  NOT_ACCEPTED("不予受理", "不予受理", Tone.STOPPED),
  MERGED("已并案", "与同一件事一并办理", Tone.STOPPED),
  WITHDRAWN("已撤回", "您已撤回", Tone.STOPPED);

  private final String chinese;
  private final String forThePerson;
  private final Tone tone;

  RequestState(String chinese, String forThePerson, Tone tone) {
    this.chinese = chinese;
    this.forThePerson = forThePerson;
    this.tone = tone;
  }

  public String chinese() {
    return chinese;
  }

  String forThePerson() {
    return forThePerson;
  }

  Tone tone() {
    return tone;
  }

  boolean hasEnded() {
    return this == CLOSED || this == NOT_ACCEPTED || this == MERGED || this == WITHDRAWN;
  }
}
