package cn.sunshine.complaint;

/**
 * A request has come to another state, in the same transaction: for whoever tells people of it.
 *
 * @param subject one line for lists
 */
public record RequestMoved(
    String caseId, RequestKind kind, String region, String subject, RequestState state) {

  static RequestMoved of(Complaint complaint) {
    return new RequestMoved(
        complaint.caseId(),
        complaint.kind(),
        complaint.region(),
        complaint.subject(),
        complaint.state());
  }
}
