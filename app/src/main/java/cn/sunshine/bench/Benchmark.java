package cn.sunshine.bench;

/** Measures one thing and says what limits it. */
interface Benchmark {

  /** What it is called on the command line. */
  String name();

  /** How much it does when nobody says otherwise, see {@link #run}. */
  int usualSize();

  /** The smallest size that still tells something. */
  int leastSize();

  /**
   * @param ground where it starts what it needs
   * @param size how many of what it counts, such as timers or decisions
   */
  Report run(Ground ground, int size) throws InterruptedException;
}
