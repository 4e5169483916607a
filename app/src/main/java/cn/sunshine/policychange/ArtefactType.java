package cn.sunshine.policychange;

import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.PolicyVersion;
import cn.sunshine.policy.Proposal;
import java.util.List;
import java.util.Optional;

/** One kind of thing that policy staff change: how it is checked, shown and put in force. */
public interface ArtefactType {

  ArtefactKind kind();

  /**
   * What an artefact says.
   *
   * @param title Chinese
   * @param number of the version
   * @param tests the test cases of a decision table as JSON, else {@code []}
   */
  record Text(String title, int number, String content, String tests) {}

  /** What is in force; empty when there is no such artefact. */
  Optional<Text> inForce(Artefact artefact);

  /** What the pack is shipped with; empty when there is no such artefact. */
  Optional<Text> shipped(Artefact artefact);

  /** Whether it can be read and never changed. */
  default boolean isFixed(Artefact artefact) {
    return false;
  }

  /**
   * What is wrong with a proposal. Never throws, whatever the content is: it comes from a browser.
   *
   * @param tests its test cases
   * @param together all proposals of the change, this one included
   */
  List<ArtefactFault> check(Proposal proposal, String tests, List<Proposal> together);

  /**
   * The lines that a comparison of two versions shows, in Chinese where people read it: one line
   * for one thing that can change.
   *
   * @param tests the test cases of a decision table; other kinds have none
   */
  List<String> lines(Artefact artefact, String content, String tests);

  /** A version of this kind is being put in force; in the same transaction. */
  default void onRelease(PolicyVersion version) {
    // Most kinds are read from the versions themselves.
  }

  /** The page on which it is written, with what it is asked for. */
  String page(Artefact artefact, long change);
}
