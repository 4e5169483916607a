package cn.sunshine.notification.outbound;

/** A message was not taken; it is tried again later. The text is shown to the administrator. */
class DeliveryFailure extends Exception {

  private static final long serialVersionUID = 1L;

  DeliveryFailure(String problem) {
    super(problem);
  }
}
