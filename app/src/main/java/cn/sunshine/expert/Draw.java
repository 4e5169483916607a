package cn.sunshine.expert;

import java.time.Instant;
import java.util.List;

/**
 * One draw of experts for a project (NT-12, JY-7). It can be repeated: the experts drawn are the
 * candidates with the smallest SHA-256 of {@code seed:id}.
 *
 * @param candidates the ids of everybody who could be drawn, in alphabetical order
 * @param recused who could not be drawn, and why
 * @param drawn the ids of who was drawn
 */
public record Draw(
    String id,
    String caseId,
    String seed,
    int wanted,
    List<String> candidates,
    List<Recusal> recused,
    List<String> drawn,
    Instant at) {

  /** Why an expert could not be drawn. */
  public record Recusal(String expert, String name, String reason) {}
}
