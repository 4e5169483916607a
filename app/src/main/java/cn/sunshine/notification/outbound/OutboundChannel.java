package cn.sunshine.notification.outbound;

/** A way out of the house. There is a bean for each one that is configured. */
interface OutboundChannel {

  /** The names of channels in the database. */
  enum Name {
    MAIL("电子邮件"),
    WEBHOOK("Webhook");

    private final String chinese;

    Name(String chinese) {
      this.chinese = chinese;
    }

    String chinese() {
      return chinese;
    }
  }

  Name name();

  /**
   * Hands a message over. It may come twice after a crash, with the same id.
   *
   * @throws DeliveryFailure when it was not taken
   */
  void send(OutboundMessage message) throws DeliveryFailure;
}
