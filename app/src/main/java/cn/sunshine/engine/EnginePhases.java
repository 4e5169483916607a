package cn.sunshine.engine;

/** The order in which the parts of the hand-over start; they stop in the opposite order. */
final class EnginePhases {

  static final int DEPLOYMENT = 100;
  static final int COMMANDS = 200;
  static final int WORKERS = 300;

  private EnginePhases() {}
}
