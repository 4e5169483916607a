package cn.sunshine.trialrun;

import cn.sunshine.rules.Decision;
import cn.sunshine.rules.InvalidFacts;
import cn.sunshine.rules.ScreenedHousehold;
import cn.sunshine.rules.Screening;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Judges households by the old and the new book. Whoever comes out differently is judged again in
 * full by Drools, up to a number, as is one of so many of the others; if Drools says anything else
 * than the fast way, the judging ends. For one thread.
 */
final class Judge {

  /** Of the unchanged households of a large register, one in so many is checked. */
  static final int CHECKED_ONE_IN = 500;

  /** Registers of up to so many households are checked as a whole. */
  static final int CHECKED_AS_A_WHOLE = 5_000;

  /** A household whose outcome changed, with both outcomes. */
  record Change(RegisterEntry entry, String before, String after) {}

  /** What a judge has done so far. */
  static final class Work {
    private final Tally tally = new Tally();
    private long changed;
    private long confirmed;
    private long checked;
    private long notJudged;
    private Optional<String> firstProblem = Optional.empty();

    Tally tally() {
      return tally;
    }

    /** Households whose outcome differs. */
    long changed() {
      return changed;
    }

    /** Of them, those that Drools confirmed. */
    long confirmed() {
      return confirmed;
    }

    /** Unchanged households that Drools confirmed. */
    long checked() {
      return checked;
    }

    /** Households whose data the rules do not accept. */
    long notJudged() {
      return notJudged;
    }

    /** What is wrong with the first of them. */
    Optional<String> firstProblem() {
      return firstProblem;
    }

    void add(Work other) {
      tally.add(other.tally);
      changed += other.changed;
      confirmed += other.confirmed;
      checked += other.checked;
      notJudged += other.notJudged;
      firstProblem = firstProblem.or(() -> other.firstProblem);
    }
  }

  private final Books books;
  private final Screening before;
  private final Screening after;
  private final int checkedOneIn;
  private final BooleanSupplier confirms;
  private final Consumer<Change> changes;
  private final Work work = new Work();
  private int untilCheck;

  /**
   * @param total how many households there are
   * @param confirms whether one more change is to be confirmed by Drools
   * @param changes takes the changes
   */
  Judge(Books books, long total, BooleanSupplier confirms, Consumer<Change> changes) {
    this.books = books;
    this.before = books.before().rules().screening(books.asOf(), books.before().parameters());
    this.after = books.after().rules().screening(books.asOf(), books.after().parameters());
    this.checkedOneIn = total <= CHECKED_AS_A_WHOLE ? 1 : CHECKED_ONE_IN;
    this.confirms = confirms;
    this.changes = changes;
  }

  Work work() {
    return work;
  }

  /** Why a book could not be compiled; empty when both were. */
  List<String> obstacles() {
    return Stream.of(before, after).flatMap(book -> book.obstacle().stream()).distinct().toList();
  }

  /**
   * Judges one household.
   *
   * @throws ScreeningDisagrees when the fast way was wrong
   */
  void judge(RegisterEntry entry) {
    String old;
    String now;
    try {
      old = before.outcome(entry.household());
      now = after.outcome(entry.household());
    } catch (InvalidFacts e) {
      work.notJudged++;
      if (work.firstProblem.isEmpty()) {
        work.firstProblem = Optional.of(entry.number() + "：" + e.getMessage());
      }
      return;
    }
    work.tally.count(entry.region(), old, now);
    if (!old.equals(now)) {
      work.changed++;
      changes.accept(new Change(entry, old, now));
      if (confirms.getAsBoolean()) {
        confirm(entry, old, now);
        work.confirmed++;
      }
    } else if (untilCheck-- == 0) {
      untilCheck = checkedOneIn - 1;
      confirm(entry, old, now);
      work.checked++;
    }
  }

  private void confirm(RegisterEntry entry, String old, String now) {
    confirm(books.before(), old, entry);
    confirm(books.after(), now, entry);
  }

  private void confirm(Book book, String screened, RegisterEntry entry) {
    ScreenedHousehold household = entry.household();
    Decision decision = book.rules().evaluate(books.asOf(), household.facts(), book.parameters());
    if (!decision.outcome().equals(screened)) {
      throw new ScreeningDisagrees(entry.number(), book, screened, decision.outcome());
    }
  }
}
