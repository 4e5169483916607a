package cn.sunshine.casework;

import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;

/** How a case stands, as lists and headers show it. */
final class CaseBadge {

  private CaseBadge() {}

  static StateBadge of(CaseFile.Status status) {
    return new StateBadge(
        switch (status) {
          case RUNNING -> Tone.PLAIN;
          case COMPLETED -> Tone.GOOD;
          case REJECTED -> Tone.BAD;
          case WITHDRAWN -> Tone.STOPPED;
        },
        status.chinese());
  }
}
