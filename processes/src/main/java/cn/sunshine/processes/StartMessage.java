package cn.sunshine.processes;

/**
 * How a case starts: by a message, not by a create-instance command, because a message with the
 * case id as message id and correlation key starts one instance however often it is sent.
 */
public final class StartMessage {

  private StartMessage() {}

  /**
   * Name of the message that starts a process.
   *
   * @param processId BPMN process id, with the pack's suffix where it is a variant
   */
  public static String of(String processId) {
    return "start:" + processId;
  }
}
