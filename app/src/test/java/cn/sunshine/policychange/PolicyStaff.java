package cn.sunshine.policychange;

import cn.sunshine.Person;
import cn.sunshine.account.ActingAs;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Role;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.PolicyVersion;
import cn.sunshine.policy.RunningCases;
import java.util.List;
import java.util.Optional;

/**
 * The policy staff of a place: its author changes what the pack says, its approver releases that
 * through the inbox, and after a test it is taken back, since all tests share one application.
 */
public final class PolicyStaff {

  private final String pack;
  private final Changes changes;
  private final Actor author;
  private final Actor approver;
  private final Person approving;

  /**
   * @param region the region of the pack, such as 320412
   */
  public PolicyStaff(String pack, String region, Changes changes, int port) {
    this.pack = pack;
    this.changes = changes;
    this.author = ActingAs.holderOf(Role.POLICY, region);
    this.approver = ActingAs.holderOf(Role.POLICY_APPROVER, region);
    this.approving = Person.official(port, approver.username());
  }

  public Actor author() {
    return author;
  }

  public Actor approver() {
    return approver;
  }

  /** What came with the system, whatever is in force. */
  public String shipped(Artefact artefact) {
    return changes.version(artefact, PolicyVersion.SHIPPED, author).content();
  }

  /** The author writes a new text into the change in hand; answers what is wrong with it. */
  public List<ArtefactFault> writes(Artefact artefact, String text) {
    return changes.put(changes.begin(pack, author).id(), artefact, text, "[]", author);
  }

  /** The author hands in the change in hand; answers its case, which waits for the approver. */
  public String handsIn(RunningCases running) {
    Submission submission =
        new Submission("测试中的修改", "统一口径", "测试〔2026〕1号", Optional.empty(), running);
    long change = changes.inHand(pack, author).orElseThrow().id();
    return changes.submit(change, submission, author).getId();
  }

  /** The author hands in the change in hand and the approver agrees: from now on it counts. */
  public void releases(RunningCases running) {
    String caseId = handsIn(running);
    approving.approves(caseId, "policy-approval");
    approving.seesEnd(caseId, "COMPLETED");
  }

  /** Drafts are thrown away, and what has been released of these goes back to what was shipped. */
  public void takesBack(RunningCases running, List<Artefact> released) {
    changes
        .inHand(pack, author)
        .filter(change -> change.state() == PolicyChange.State.DRAFT)
        .ifPresent(change -> changes.discard(change.id(), author));
    released.stream()
        .filter(one -> changes.inForce(one, approver).number() > PolicyVersion.SHIPPED)
        .forEach(one -> changes.goBack(one, PolicyVersion.SHIPPED, running, "测试结束", approver));
  }
}
