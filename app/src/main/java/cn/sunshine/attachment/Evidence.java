package cn.sunshine.attachment;

/**
 * A paper that a step wants before it can be approved.
 *
 * @param purpose what attachments carry that are this paper, such as {@code survey-report}
 * @param fresh whether it has to be added for this very step, such as the photo of a milestone
 * @param present whether it is there
 */
public record Evidence(String purpose, String label, boolean fresh, boolean present) {}
