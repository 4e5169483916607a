package cn.sunshine.review;

import java.time.Instant;
import java.util.List;

/**
 * One round of yearly reviews and how far it is, as much of it as the asking person may see.
 *
 * @param caseId the case of the round itself
 * @param region the region whose registered households are reviewed
 * @param automatic planned by the pack's date, not by a person
 * @param allStarted whether every household's review has been started
 * @param state how the round stands: {@code RUNNING}, {@code COMPLETED} or {@code WITHDRAWN}
 * @param total of the numbers below
 * @param places the same by county and township
 */
public record ReviewRound(
    String caseId,
    String pack,
    String region,
    String regionName,
    int year,
    boolean automatic,
    Instant startsAt,
    boolean allStarted,
    String state,
    Progress total,
    List<PlaceProgress> places) {

  /**
   * Numbers of households.
   *
   * @param waiting on the roll, and their review has not been started
   * @param started all whose review has been started, ended ones included
   */
  public record Progress(
      long waiting, long started, long open, long kept, long adjusted, long exit, long withdrawn) {}

  /** The progress of a county or township. */
  public record PlaceProgress(String region, String regionName, Progress progress) {}
}
