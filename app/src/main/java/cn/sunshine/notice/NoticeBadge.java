package cn.sunshine.notice;

import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;

/** How a notice stands, as lists and pages show it. */
final class NoticeBadge {

  private NoticeBadge() {}

  static StateBadge of(Notice notice) {
    return new StateBadge(
        switch (notice.state()) {
          case RUNNING -> Tone.PLAIN;
          case PASSED -> Tone.GOOD;
          case REFUSED -> Tone.BAD;
          case RETURNED -> Tone.WARNING;
          case STOPPED -> Tone.STOPPED;
        },
        notice.state().chinese());
  }
}
