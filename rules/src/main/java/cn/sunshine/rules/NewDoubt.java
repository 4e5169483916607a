package cn.sunshine.rules;

import cn.sunshine.rules.Household.Asset;
import cn.sunshine.rules.facts.Conclusions.Doubtful;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One asset over the free number that nobody has raised a doubt about yet.
 *
 * @param ordinal which of its kind in the whole comparison, from 1
 * @param free how many of its kind raise no doubt
 */
record NewDoubt(String rule, String policy, DoubtSubject subject, int ordinal, int free) {

  /** The doubts of one record: the record's last {@code number} assets. */
  static Stream<NewDoubt> of(Doubtful doubtful, Asset asset) {
    int notDoubtful = asset.count() - doubtful.number();
    return IntStream.rangeClosed(notDoubtful + 1, asset.count())
        .mapToObj(
            number ->
                new NewDoubt(
                    doubtful.rule(),
                    doubtful.policy(),
                    new DoubtSubject(asset.item(), asset.recordId(), number, asset.region()),
                    doubtful.before() + number,
                    doubtful.free()));
  }
}
