package cn.sunshine.bidding;

import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;

/** How a tender stands, as lists and pages show it. */
final class TenderBadge {

  private TenderBadge() {}

  static StateBadge of(Tender tender) {
    return new StateBadge(
        switch (tender.state()) {
          case AWARDED -> Tone.GOOD;
          case FAILED -> Tone.BAD;
          case STOPPED -> Tone.STOPPED;
          default -> Tone.PLAIN;
        },
        tender.state().chinese());
  }
}
